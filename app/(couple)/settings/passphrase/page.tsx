import { Passphrase } from "@/components/settings/passphrase";
import { settingsOf } from "@/lib/accounts/queries";
import { requireViewer } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { canSendMail } from "@/lib/mail/send";
import { confirmingOf } from "@/lib/passkeys/queries";

export default async function PassphrasePage() {
  const viewer = await requireViewer();
  const { recoveryByMail, confirming } = await asViewer(viewer, async (db) => ({
    ...(await settingsOf(db, viewer)),
    confirming: await confirmingOf(db, viewer),
  }));
  return <Passphrase confirming={confirming} recoveryByMail={canSendMail() ? recoveryByMail : null} />;
}
