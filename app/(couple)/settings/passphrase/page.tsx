import { Passphrase } from "@/components/settings/passphrase";
import { settingsOf } from "@/lib/accounts/queries";
import { requireViewer } from "@/lib/auth/gate";
import { recentlyConfirmed } from "@/lib/auth/sessions";
import { asViewer } from "@/lib/db/viewer";
import { canSendMail } from "@/lib/mail/send";

export default async function PassphrasePage() {
  const viewer = await requireViewer();
  const { recoveryByMail } = await asViewer(viewer, (db) => settingsOf(db, viewer));
  return (
    <Passphrase
      asksAgain={!recentlyConfirmed(viewer)}
      recoveryByMail={canSendMail() ? recoveryByMail : null}
    />
  );
}
