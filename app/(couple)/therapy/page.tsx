import { randomUUID } from "node:crypto";
import { SessionsPage } from "@/components/therapy/sessions-page";
import { requireWriter } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { looked } from "@/lib/reminders/commands";
import { sessionsHere } from "@/lib/therapy/queries";
import { dayIn } from "@/lib/time/day";

export default async function Therapy() {
  const viewer = await requireWriter();
  const today = dayIn(viewer.timeZone);
  const sessions = await asViewer(viewer, async (db) => {
    await looked(db, viewer);
    return sessionsHere(db, viewer, today);
  });
  return (
    <SessionsPage
      sessions={sessions}
      partnerName={viewer.partnerName}
      today={today}
      newEntryId={randomUUID()}
    />
  );
}
