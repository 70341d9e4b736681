import "server-only";
import { randomUUID } from "node:crypto";
import type { SignedIn } from "@/lib/auth/gate";
import { guessable, hashPassphrase, passphraseMatches } from "@/lib/auth/passphrase";
import { confirmIdentity, countSecretTry, openSession, requirePassphrase } from "@/lib/auth/sessions";
import { countTry } from "@/lib/auth/throttle";
import { hashCode, hashToken, hex, newCode, newToken, pseudonym } from "@/lib/crypto/tokens";
import { unlessInEachOthersWay } from "@/lib/db/refused";
import { asSystem, type SystemDb } from "@/lib/db/system";
import { asViewer } from "@/lib/db/viewer";
import { env } from "@/lib/env";
import { Refusal } from "@/lib/errors";
import { canSendMail, sendMail } from "@/lib/mail/send";
import { describe, log } from "@/lib/web/log";

/** Eight words of 2,048: 88 bits. */
const RECOVERY_WORDS = 8;
const RESET_LASTS_MS = 60 * 60_000;

type NewAccount = {
  readonly name: string;
  readonly email: string;
  readonly passphrase: string;
  readonly time_zone: string;
};

/**
 * Makes an account and its space of one, and returns the recovery code, which is shown once and kept only as a hash.
 * The answer and the work are the same where the address is taken already, so that it does not tell who has an account.
 */
export async function signUp(input: NewAccount): Promise<{ recoveryCode: string }> {
  refuseGuessable(input.passphrase, [input.name, input.email]);
  const recoveryCode = newCode(RECOVERY_WORDS);
  await openAccount(input, {
    passphraseHash: await hashPassphrase(input.passphrase),
    recoveryHash: hex(hashCode(recoveryCode)),
  });
  return { recoveryCode };
}

/** The account, its profile and its space of one; nothing where the address is taken. */
export async function openAccount(
  { name, email, time_zone }: Omit<NewAccount, "passphrase">,
  opensWith: { readonly passphraseHash: string; readonly recoveryHash: string },
): Promise<void> {
  const [id, coupleId] = [randomUUID(), randomUUID()];
  await asSystem([id, coupleId, email], async (db) => {
    const { count } = await db.account.createMany({
      data: { id, email, timeZone: time_zone, ...opensWith },
      skipDuplicates: true,
    });
    if (count === 0) return;
    await db.profile.createMany({ data: { accountId: id, name } });
    await moveInto(db, coupleId, [id]);
  });
}

/** Opens a new space for these people and makes it their present one. The transaction must be about all of them and it. */
export async function moveInto(db: SystemDb, coupleId: string, accountIds: readonly string[]): Promise<void> {
  await db.couple.createMany({ data: { id: coupleId } });
  await db.member.createMany({ data: accountIds.map((accountId) => ({ coupleId, accountId })) });
  await db.account.updateMany({
    where: { id: { in: [...accountIds] } },
    data: { currentCoupleId: coupleId },
  });
}

/** Opens a session. Throws `sign_in_failed`, whichever of the two was wrong, after the same work. */
export async function signIn(input: {
  readonly email: string;
  readonly passphrase: string;
  /** Whether others use this device too. */
  readonly shared?: "yes" | undefined;
}): Promise<void> {
  const account = await asSystem([input.email], (db) =>
    db.account.findUnique({ where: { email: input.email }, select: { id: true, passphraseHash: true } }),
  );
  const forget = await countSecretTry(input.email, account?.id ?? null);
  const matches = await passphraseMatches(account?.passphraseHash ?? null, input.passphrase);
  if (!account || !matches) throw new Refusal("sign_in_failed");
  await forget();
  await openSession(account, { shared: input.shared === "yes" });
}

/** Sets a new passphrase by recovery code, signs every device out, and returns the next code. Throws `code_unknown`. */
export async function recover(input: {
  readonly email: string;
  readonly code: string;
  readonly passphrase: string;
}): Promise<{ recoveryCode: string }> {
  const account = await asSystem([input.email], (db) =>
    db.account.findUnique({ where: { email: input.email }, select: { id: true, recoveryHash: true } }),
  );
  const forget = await countSecretTry(input.email, account?.id ?? null);
  refuseGuessable(input.passphrase, [input.email]);
  if (account?.recoveryHash !== hex(hashCode(input.code))) throw new Refusal("code_unknown");
  await forget();
  return { recoveryCode: await startOver(account.id, input.passphrase) };
}

/** Changes the passphrase and signs every other device out. */
export async function changePassphrase(
  viewer: SignedIn,
  input: { readonly current_passphrase: string; readonly passphrase: string },
): Promise<void> {
  await requirePassphrase(viewer, input.current_passphrase);
  refuseGuessable(input.passphrase, [viewer.name]);
  const passphraseHash = await hashPassphrase(input.passphrase);
  await asSystem([viewer.id], async (db) => {
    await db.account.updateMany({ where: { id: viewer.id }, data: { passphraseHash } });
    await closeResets(db, viewer.id);
    await db.session.updateMany({
      where: { accountId: viewer.id, id: { not: viewer.sessionId }, revokedAt: null },
      data: { revokedAt: new Date() },
    });
  });
}

/**
 * A new recovery code in place of the old one. It opens the account from anywhere, so the passphrase is asked each time, and
 * a passkey is not enough: whoever can unlock this device must not be able to give themselves a lasting way.
 * Throws `passphrase_wrong`.
 */
export async function renewRecoveryCode(
  viewer: SignedIn,
  passphrase: string,
): Promise<{ recoveryCode: string }> {
  await requirePassphrase(viewer, passphrase);
  const recoveryCode = newCode(RECOVERY_WORDS);
  await asSystem([viewer.id], (db) =>
    db.account.updateMany({ where: { id: viewer.id }, data: { recoveryHash: hex(hashCode(recoveryCode)) } }),
  );
  return { recoveryCode };
}

/**
 * Whether a mail may open the account. To allow it reaches far and asks who it is; to allow none never does, and takes
 * effect on those already sent. Throws `step_up` or `passphrase_wrong`.
 */
export async function chooseRecoveryByMail(
  viewer: SignedIn,
  input: { readonly by_mail: "on" | "off"; readonly passphrase: string },
): Promise<void> {
  const recoveryByMail = input.by_mail === "on";
  if (recoveryByMail) await confirmIdentity(viewer, input.passphrase);
  await asViewer(viewer, (db) =>
    db.account.updateMany({ where: { id: viewer.id }, data: { recoveryByMail } }),
  );
  if (!recoveryByMail) await asSystem([viewer.id], (db) => closeResets(db, viewer.id));
}

/** Sends a link for a new passphrase, where there is an account that wants one. Says nothing about whether there is. */
export async function sendReset(email: string): Promise<void> {
  if (!canSendMail()) throw new Refusal("mail_not_configured");
  await countTry(pseudonym(`reset ${email}`), 3);
  const account = await asSystem([email], (db) =>
    db.account.findUnique({ where: { email }, select: { id: true, recoveryByMail: true } }),
  );
  if (!account?.recoveryByMail) return;
  const token = newToken();
  await asSystem([account.id], (db) =>
    db.mailReset.createMany({
      data: {
        accountId: account.id,
        tokenHash: hashToken(token),
        expiresAt: new Date(Date.now() + RESET_LASTS_MS),
      },
    }),
  );
  // Not waited for: how long it takes, and whether it can be sent at all, would tell that there is an account.
  sendMail(email, "reset", { link: `${env().origin}/reset/${token}` }).catch((error: unknown) => {
    log().error({ error: describe(error) }, "a mail with a way back was not sent");
  });
}

/** Sets a new passphrase by a mailed link, once, and while its owner wants such mails. Throws `token_gone`. */
export async function reset(input: {
  readonly token: string;
  readonly passphrase: string;
}): Promise<{ recoveryCode: string }> {
  refuseGuessable(input.passphrase, []);
  const tokenHash = hashToken(input.token);
  const accountId = await asSystem([hex(tokenHash)], async (db) => {
    const found = await db.mailReset.findFirst({
      where: { tokenHash, usedAt: null, expiresAt: { gt: new Date() } },
    });
    return found?.accountId;
  });
  if (!accountId) throw new Refusal("token_gone");
  const isOpen = await asSystem([accountId], async (db) => {
    const wanted = await db.account.findUniqueOrThrow({
      where: { id: accountId },
      select: { recoveryByMail: true },
    });
    if (!wanted.recoveryByMail) return false;
    const { count } = await db.mailReset.updateMany({
      where: { tokenHash, accountId, usedAt: null },
      data: { usedAt: new Date() },
    });
    return count === 1;
  });
  if (!isOpen) throw new Refusal("token_gone");
  return { recoveryCode: await startOver(accountId, input.passphrase) };
}

/**
 * Ends the couple, if there is one, and removes everything of the person's in one transaction (prisma/policies/92-erasing.sql):
 * what both agreed on stays for the other, and names nobody any more. Whoever takes a step at that moment cannot stop it.
 */
export async function erase({ id }: SignedIn): Promise<void> {
  await unlessInEachOthersWay(() => asSystem([id], (db) => db.$executeRaw`select app.erase(${id}::uuid)`));
}

async function startOver(accountId: string, passphrase: string): Promise<string> {
  const recoveryCode = newCode(RECOVERY_WORDS);
  const passphraseHash = await hashPassphrase(passphrase);
  await asSystem([accountId], async (db) => {
    await db.account.updateMany({
      where: { id: accountId },
      data: { passphraseHash, recoveryHash: hex(hashCode(recoveryCode)) },
    });
    await closeResets(db, accountId);
    await db.session.updateMany({ where: { accountId, revokedAt: null }, data: { revokedAt: new Date() } });
  });
  return recoveryCode;
}

/** Links that were mailed before a passphrase was set open nothing after it, whoever had asked for them. */
const closeResets = (db: SystemDb, accountId: string) =>
  db.mailReset.updateMany({ where: { accountId, usedAt: null }, data: { usedAt: new Date() } });

function refuseGuessable(passphrase: string, own: readonly string[]): void {
  if (guessable(passphrase, own)) throw new Refusal("passphrase_guessable");
}
