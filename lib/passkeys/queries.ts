import "server-only";
import type { SignedIn } from "@/lib/auth/gate";
import { carriesPasskeys } from "@/lib/auth/passkeys";
import { recentlyConfirmed } from "@/lib/auth/sessions";
import { places } from "@/lib/crypto/places";
import { open } from "@/lib/crypto/words";
import type { Viewer, ViewerDb } from "@/lib/db/viewer";
import { env } from "@/lib/env";
import type { Confirming } from "@/lib/passkeys/rules";
import { fromColumn } from "@/lib/time/day";

/** The viewer's own passkeys, the newest first. */
export async function passkeysOf(db: ViewerDb, viewer: Viewer) {
  const own = await db.passkey.findMany({
    where: { accountId: viewer.id },
    select: { accountId: true, id: true, ciphertext: true, addedOn: true },
    orderBy: [{ addedOn: "desc" }, { id: "asc" }],
  });
  return own.map((passkey) => ({
    id: passkey.id,
    label: open(passkey.ciphertext, places.passkeyLabel(passkey)),
    addedOn: fromColumn(passkey.addedOn),
  }));
}

/** How the viewer can say again who they are, for the forms that ask it. */
export async function confirmingOf(db: ViewerDb, viewer: SignedIn): Promise<Confirming> {
  const own = await db.passkey.findFirst({ where: { accountId: viewer.id }, select: { id: true } });
  return { asks: !recentlyConfirmed(viewer), byPasskey: own !== null && carriesPasskeys(env().origin) };
}
