import { randomUUID } from "node:crypto";
import { Everyday } from "@/components/care/everyday";
import { requireWriter } from "@/lib/auth/gate";
import { everydayCare } from "@/lib/care/queries";
import { careKinds } from "@/lib/care/rules";
import { asViewer } from "@/lib/db/viewer";
import { draftsOf } from "@/lib/drafts/queries";
import { draftOf } from "@/lib/drafts/schema";
import { looked } from "@/lib/reminders/commands";
import { spaceNow } from "@/lib/space/queries";

export default async function CarePage() {
  const viewer = await requireWriter();
  const { coupleId } = viewer;
  const page = await asViewer(viewer, async (db) => {
    await looked(db, viewer);
    const forms = careKinds.map((kind) => draftOf.care(kind, coupleId));
    return {
      entries: await everydayCare(db, viewer),
      drafts: await draftsOf(db, viewer, forms),
      space: await spaceNow(db, viewer),
    };
  });
  return (
    <Everyday
      {...page}
      coupleId={coupleId}
      partnerName={viewer.partnerName}
      timeZone={viewer.timeZone}
      newEntryId={randomUUID}
    />
  );
}
