import { ReminderSettings } from "@/components/settings/reminder-settings";
import { requireViewer } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { canSendMail } from "@/lib/mail/send";
import { ownReminder } from "@/lib/reminders/queries";

export default async function ReminderPage() {
  const viewer = await requireViewer();
  const reminder = await asViewer(viewer, (db) => ownReminder(db, viewer));
  return <ReminderSettings at={reminder?.localTime ?? null} canSend={canSendMail()} />;
}
