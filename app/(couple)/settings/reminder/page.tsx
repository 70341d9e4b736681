import { ReminderSettings } from "@/components/settings/reminder-settings";
import { requireViewer } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { canSendMail } from "@/lib/mail/send";
import { ownReminders } from "@/lib/reminders/queries";

export default async function ReminderPage() {
  const viewer = await requireViewer();
  const reminders = await asViewer(viewer, (db) => ownReminders(db, viewer));
  return <ReminderSettings reminders={reminders} canSend={canSendMail()} />;
}
