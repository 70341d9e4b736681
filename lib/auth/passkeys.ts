import "server-only";
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { COSEALG } from "@simplewebauthn/server/helpers";
import { assertion, attestation, clientData, isVouchedFor, read } from "@/lib/auth/passkey-answers";
import { countTry, forgetTries } from "@/lib/auth/throttle";
import { hashToken, pseudonym } from "@/lib/crypto/tokens";
import { asSystem } from "@/lib/db/system";
import { env } from "@/lib/env";
import { Refusal } from "@/lib/errors";

/** Whose session asks. A locked one can: of the person no more is needed than their account's id. */
export type Holder = { readonly id: string; readonly sessionId: string };

/** What was asked of a device. A challenge for the one answers nothing of the other. */
type Purpose = "add" | "confirm";

const ANSWERED_WITHIN_MS = 5 * 60_000;
const FREE_TRIES = 10;
/** What every Node that Keel runs on can check; the library's own choice grows with the newest. */
const ALGORITHMS = [COSEALG.EdDSA, COSEALG.ES256, COSEALG.RS256];

/** Whether browsers know passkeys at an address: it has a name, and nobody between can change the page. */
export function carriesPasskeys(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  if (hostname.startsWith("[") || /^[\d.]+$/.test(hostname)) return false;
  return protocol === "https:" || /(^|\.)localhost$/.test(hostname);
}

/** Whether the holder has a passkey that could answer here. */
export const hasPasskey = async (holder: Holder): Promise<boolean> =>
  carriesPasskeys(env().origin) && (await knownTo(holder)).length > 0;

/** What a browser needs to make a passkey, as JSON. `name` is what its own list of passkeys shows. */
export async function optionsToAdd(holder: Holder, name: string): Promise<string> {
  const options = await generateRegistrationOptions({
    rpName: "Keel",
    rpID: host(),
    userName: name,
    userID: new TextEncoder().encode(holder.id),
    attestationType: "none",
    excludeCredentials: await knownTo(holder),
    // Whoever uses it is signed in already: no device needs to list whose it is.
    authenticatorSelection: { residentKey: "discouraged", userVerification: "required" },
    supportedAlgorithmIDs: ALGORITHMS,
    timeout: ANSWERED_WITHIN_MS,
  });
  await expectAnswer(holder, "add", options.challenge);
  return JSON.stringify(options);
}

/** What a browser needs to sign with one of the holder's passkeys, as JSON. */
export async function optionsToProve(holder: Holder): Promise<string> {
  const options = await generateAuthenticationOptions({
    rpID: host(),
    allowCredentials: await knownTo(holder),
    userVerification: "required",
    timeout: ANSWERED_WITHIN_MS,
  });
  await expectAnswer(holder, "confirm", options.challenge);
  return JSON.stringify(options);
}

/** The passkey a browser has made, to be kept. Throws `passkey_not_added` unless it answers this session's question. */
export async function madePasskey(holder: Holder, answer: string) {
  const response = read(attestation, answer);
  if (!response || isVouchedFor(response.response.attestationObject)) throw new Refusal("passkey_not_added");
  const expectedChallenge = await takenChallenge(holder, "add", response.response.clientDataJSON);
  if (!expectedChallenge) throw new Refusal("passkey_not_added");
  const { registrationInfo } = await verifyRegistrationResponse({
    response,
    expectedChallenge,
    ...expected(),
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => ({ registrationInfo: undefined }));
  if (!registrationInfo) throw new Refusal("passkey_not_added");
  const { id, publicKey, counter } = registrationInfo.credential;
  return {
    credentialId: new Uint8Array(Buffer.from(id, "base64url")),
    publicKey,
    counter: BigInt(counter),
    transports: response.response.transports ?? [],
  };
}

/**
 * Returns if one of the holder's own passkeys has signed what this session was asked, with its owner confirmed by the
 * device. Throws `passkey_refused` otherwise, whatever the reason, or `too_many_tries`.
 * @param answer the browser's credential as JSON
 */
export async function provePasskey(holder: Holder, answer: string): Promise<void> {
  const tries = pseudonym(`passkey ${holder.sessionId}`);
  await countTry(tries, FREE_TRIES);
  if (!(await isProven(holder, answer))) throw new Refusal("passkey_refused");
  await forgetTries(tries);
}

async function isProven(holder: Holder, answer: string): Promise<boolean> {
  const response = read(assertion, answer);
  const expectedChallenge =
    response && (await takenChallenge(holder, "confirm", response.response.clientDataJSON));
  if (!response || !expectedChallenge) return false;
  const passkey = await ownPasskey(holder, response.id);
  if (!passkey) return false;
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge,
    ...expected(),
    credential: { id: response.id, publicKey: passkey.publicKey, counter: Number(passkey.counter) },
  }).catch(() => ({ verified: false, authenticationInfo: undefined }));
  if (!verified || !authenticationInfo) return false;
  // Nobody removed it meanwhile, and no copy of it counted on from the same number.
  const { count } = await asSystem([holder.id], (db) =>
    db.passkey.updateMany({
      where: { accountId: holder.id, id: passkey.id, counter: passkey.counter },
      data: { counter: BigInt(authenticationInfo.newCounter) },
    }),
  );
  return count === 1;
}

const host = () => new URL(env().origin).hostname;

const expected = () => ({
  expectedOrigin: env().origin,
  expectedRPID: host(),
  requireUserVerification: true,
});

async function knownTo(holder: Holder) {
  const own = await asSystem([holder.id], (db) =>
    db.passkey.findMany({
      where: { accountId: holder.id },
      select: { credentialId: true, transports: true },
    }),
  );
  return own.map(({ credentialId, transports }) => ({
    id: Buffer.from(credentialId).toString("base64url"),
    transports,
  }));
}

const ownPasskey = (holder: Holder, id: string) =>
  asSystem([holder.id], (db) =>
    db.passkey.findFirst({
      where: { accountId: holder.id, credentialId: new Uint8Array(Buffer.from(id, "base64url")) },
      select: { id: true, publicKey: true, counter: true },
    }),
  );

const challengeHash = (purpose: Purpose, challenge: string) => hashToken(`${purpose} ${challenge}`);

/** A new question takes the place of one that was not answered. */
async function expectAnswer(holder: Holder, purpose: Purpose, challenge: string): Promise<void> {
  await asSystem([holder.id], (db) =>
    db.session.updateMany({
      where: { id: holder.sessionId, accountId: holder.id, revokedAt: null },
      data: {
        challenge: challengeHash(purpose, challenge),
        answerBy: new Date(Date.now() + ANSWERED_WITHIN_MS),
      },
    }),
  );
}

/**
 * The challenge that was signed, if this session waits for it. Taken for good in one statement, before anything is
 * judged: whether the answer is right or wrong, a second one finds nothing.
 */
async function takenChallenge(holder: Holder, purpose: Purpose, signed: string): Promise<string | null> {
  const said = read(clientData, Buffer.from(signed, "base64url").toString());
  if (!said) return null;
  const { count } = await asSystem([holder.id], (db) =>
    db.session.updateMany({
      where: {
        id: holder.sessionId,
        accountId: holder.id,
        revokedAt: null,
        challenge: challengeHash(purpose, said.challenge),
        answerBy: { gt: new Date() },
      },
      data: { challenge: null, answerBy: null },
    }),
  );
  return count === 1 ? said.challenge : null;
}
