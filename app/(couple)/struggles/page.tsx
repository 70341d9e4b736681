import { randomUUID } from "node:crypto";
import { StrugglesPage } from "@/components/struggles/struggles-page";
import { requireWriter } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { draftOf } from "@/lib/drafts/schema";
import { looked } from "@/lib/reminders/commands";
import { strugglesHere } from "@/lib/struggles/queries";

export default async function Struggles() {
  const viewer = await requireWriter();
  const struggles = await asViewer(viewer, async (db) => {
    await looked(db, viewer);
    return strugglesHere(db, viewer);
  });
  return (
    <StrugglesPage
      struggles={struggles}
      form={draftOf.struggle(viewer.coupleId)}
      partnerName={viewer.partnerName}
      newEntryId={randomUUID}
    />
  );
}
