import { randomUUID } from "node:crypto";
import { ReflectionsPage } from "@/components/reflections/reflections-page";
import { requireWriter } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { draftsOf } from "@/lib/drafts/queries";
import { draftOf } from "@/lib/drafts/schema";
import { reflectionsHere } from "@/lib/reflections/queries";
import { reflectionKinds } from "@/lib/reflections/rules";
import { dayIn } from "@/lib/time/day";

export default async function PagesOfOnesOwn() {
  const viewer = await requireWriter();
  const { coupleId, partnerName } = viewer;
  const forms = reflectionKinds.map((kind) => draftOf.reflection(kind, coupleId));
  const page = await asViewer(viewer, async (db) => ({
    reflections: await reflectionsHere(db, viewer),
    drafts: await draftsOf(db, viewer, forms),
  }));
  return (
    <ReflectionsPage
      {...page}
      coupleId={coupleId}
      partnerName={partnerName}
      today={dayIn(viewer.timeZone)}
      newEntryId={randomUUID}
    />
  );
}
