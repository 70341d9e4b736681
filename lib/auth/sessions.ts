import "server-only";
import { randomUUID } from "node:crypto";
import {
  clearSession,
  clearVisits,
  forgetDevice,
  knownDevice,
  rememberDevice,
  writeSession,
} from "@/lib/auth/cookies";
import { type SignedIn, whoeverIsThere } from "@/lib/auth/gate";
import { type Holder, provePasskey } from "@/lib/auth/passkeys";
import { passphraseMatches } from "@/lib/auth/passphrase";
import { countTry, forgetTries } from "@/lib/auth/throttle";
import { hashToken, newToken, pseudonym } from "@/lib/crypto/tokens";
import type { Session } from "@/lib/db/generated/client";
import { asSystem } from "@/lib/db/system";
import { Refusal } from "@/lib/errors";
import { callerAddress, deviceLabel } from "@/lib/web/request";

const STEP_UP_LASTS_MS = 5 * 60_000;

/** Whose passphrase was right, and which it was: as its hash stood when it was judged. */
export type Proven = { readonly id: string; readonly passphraseHash: string };

/**
 * Opens a session on this device: a row whose token only the cookie holds. On a device that is `shared` the cookie goes
 * with the browser's window, and nothing of the person is remembered. Throws `sign_in_failed`.
 */
export async function openSession(proven: Proven, { shared }: { shared: boolean }): Promise<void> {
  const { id: accountId } = proven;
  const token = newToken();
  const session = { tokenHash: hashToken(token), deviceLabel: await deviceLabel(), shared };
  if (!(await keepSession(proven, session))) throw new Refusal("sign_in_failed");
  await writeSession({ sub: accountId, sid: token }, { shared });
  const known = await knownDevice();
  if (!shared) await rememberDevice(accountId, known?.device ?? randomUUID());
  else if (known?.accountId === accountId) await forgetDevice();
}

type NewSession = Pick<Session, "tokenHash" | "deviceLabel" | "shared">;

/**
 * Keeps a session, or answers false where the passphrase is another by now. It takes a while to judge one, and whoever
 * changes it signs all others out: the account is held, so that who comes second sees what the first has done.
 */
export async function keepSession({ id, passphraseHash }: Proven, session: NewSession): Promise<boolean> {
  return asSystem([id], async (db) => {
    const same = await db.$queryRaw<
      unknown[]
    >`select id from accounts where id = ${id}::uuid and passphrase_hash = ${passphraseHash} for share`;
    if (same.length === 0) return false;
    await db.session.create({ data: { accountId: id, ...session }, select: { id: true } });
    return true;
  });
}

/** Ends this device's session for good, open or locked, and takes its cookie. */
export async function closeSession(): Promise<void> {
  const there = await whoeverIsThere();
  if (there) {
    await asSystem([there.id], (db) =>
      db.session.updateMany({
        where: { id: there.sessionId, accountId: there.id, revokedAt: null },
        data: { revokedAt: new Date() },
      }),
    );
  }
  await clearSession();
  await clearVisits();
}

/** Takes the cookies of somebody who is no more. */
export async function leaveNoTrace(): Promise<void> {
  await clearSession();
  await forgetDevice();
}

/** Counts a try at somebody's secret: by account and address, by the account alone, or by a device known to be theirs. */
export async function countSecretTry(email: string, accountId: string | null): Promise<() => Promise<void>> {
  const device = await knownDevice();
  if (accountId && device?.accountId === accountId) {
    const key = pseudonym(`device ${accountId} ${device.device}`);
    await countTry(key, 10);
    return () => forgetTries(key);
  }
  const pair = pseudonym(`pair ${email} ${await callerAddress()}`);
  await countTry(pair, 5);
  await countTry(pseudonym(`account ${email}`), 100);
  return () => forgetTries(pair);
}

/** Counts a try at something anyone may try, by address. */
export async function countStrangersTry(
  what: "sign-up" | "reset" | "token" | "invitation" | "visit",
  free: number,
): Promise<void> {
  await countTry(pseudonym(`${what} ${await callerAddress()}`), free);
}

/** Counts a try at the words of a link: by link and address, and by the link alone. Answers how to forget it, where they were right. */
export async function countLinkTry(token: string): Promise<() => Promise<void>> {
  const pair = pseudonym(`link ${token} ${await callerAddress()}`);
  await countTry(pair, 5);
  await countTry(pseudonym(`link ${token}`), 100);
  return () => forgetTries(pair);
}

/**
 * Asks again who is there before a step that reaches far. Within five minutes of the last time it is not asked.
 * Throws a Refusal: `step_up` where the passphrase is missing, `passphrase_wrong` where it is not theirs.
 */
export async function confirmIdentity(viewer: SignedIn, passphrase: string): Promise<void> {
  if (recentlyConfirmed(viewer)) return;
  if (!passphrase) throw new Refusal("step_up", {}, { asks: "passphrase" });
  await requirePassphrase(viewer, passphrase);
  await nowConfirmed(viewer);
}

/** The same by passkey, on its own: the form that needs it is sent afterwards. Throws as `provePasskey` does. */
export async function confirmByPasskey(viewer: SignedIn, answer: string): Promise<void> {
  await provePasskey(viewer, answer);
  await nowConfirmed(viewer);
}

async function nowConfirmed({ id, sessionId }: Holder): Promise<void> {
  await asSystem([id], (db) =>
    db.session.updateMany({ where: { id: sessionId, accountId: id }, data: { steppedUpAt: new Date() } }),
  );
}

export const recentlyConfirmed = (viewer: SignedIn) =>
  Date.now() - viewer.steppedUpAt.getTime() < STEP_UP_LASTS_MS;

/** Throws `passphrase_wrong` unless it is theirs. */
export async function requirePassphrase(person: { readonly id: string }, passphrase: string): Promise<void> {
  const account = await asSystem([person.id], (db) =>
    db.account.findUniqueOrThrow({ where: { id: person.id }, select: { passphraseHash: true, email: true } }),
  );
  const forget = await countSecretTry(account.email, person.id);
  if (!(await passphraseMatches(account.passphraseHash, passphrase))) throw new Refusal("passphrase_wrong");
  await forget();
}
