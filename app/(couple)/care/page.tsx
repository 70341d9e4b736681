import { randomUUID } from "node:crypto";
import { Everyday } from "@/components/care/everyday";
import { requireWriter } from "@/lib/auth/gate";
import { everydayCare } from "@/lib/care/queries";
import { asViewer } from "@/lib/db/viewer";
import { looked } from "@/lib/reminders/commands";
import { spaceNow } from "@/lib/space/queries";

export default async function CarePage() {
  const viewer = await requireWriter();
  const page = await asViewer(viewer, async (db) => {
    await looked(db, viewer);
    return { entries: await everydayCare(db, viewer), space: await spaceNow(db, viewer) };
  });
  return (
    <Everyday {...page} partnerName={viewer.partnerName} timeZone={viewer.timeZone} newEntryId={randomUUID} />
  );
}
