import { Passkeys } from "@/components/settings/passkeys";
import { requireViewer } from "@/lib/auth/gate";
import { carriesPasskeys } from "@/lib/auth/passkeys";
import { asViewer } from "@/lib/db/viewer";
import { env } from "@/lib/env";
import { confirmingOf, passkeysOf } from "@/lib/passkeys/queries";
import { deviceLabel } from "@/lib/web/request";

export default async function PasskeysPage() {
  const viewer = await requireViewer();
  const page = await asViewer(viewer, async (db) => ({
    passkeys: await passkeysOf(db, viewer),
    confirming: await confirmingOf(db, viewer),
  }));
  return <Passkeys {...page} possible={carriesPasskeys(env().origin)} suggested={await deviceLabel()} />;
}
