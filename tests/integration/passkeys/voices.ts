import { type SignedIn, whoHolds } from "@/lib/auth/gate";
import { optionsToAdd, optionsToProve } from "@/lib/auth/passkeys";
import { hashToken, newToken } from "@/lib/crypto/tokens";
import { asSystem } from "@/lib/db/system";
import { asViewer } from "@/lib/db/viewer";
import { addPasskey } from "@/lib/passkeys/commands";
import { passkeysOf } from "@/lib/passkeys/queries";
import { Authenticator } from "@/tests/support/authenticator";
import type { Person } from "@/tests/support/people";

/** Somebody's device, with a passkey that is known here. */
export async function aPasskeyOf(person: Person, label = "A phone"): Promise<Authenticator> {
  const device = new Authenticator();
  const response = device.makes(await asksToAdd(person.viewer));
  await addPasskey(person.viewer, { label, response });
  return device;
}

export const asksToAdd = (viewer: SignedIn) => optionsToAdd(viewer, viewer.name);
export const asksToConfirm = (viewer: SignedIn) => optionsToProve(viewer);
export const listed = ({ viewer }: Person) => asViewer(viewer, (db) => passkeysOf(db, viewer));

/** Another session of the same person. */
export async function onAnotherDevice({ viewer }: Person): Promise<SignedIn> {
  const token = newToken();
  await asSystem([viewer.id], (db) =>
    db.session.createMany({
      data: { accountId: viewer.id, tokenHash: hashToken(token), deviceLabel: "Another test" },
    }),
  );
  const there = await whoHolds(token);
  if (!there) throw new Error("a new session opens nothing");
  return there;
}

/** Five minutes pass for a question that was asked, and for what was confirmed. */
export const fiveMinutesPass = ({ viewer }: Person) =>
  asSystem([viewer.id], (db) =>
    db.session.updateMany({
      where: { id: viewer.sessionId },
      data: { answerBy: new Date(Date.now() - 1), steppedUpAt: new Date(Date.now() - 5 * 60_000) },
    }),
  );
