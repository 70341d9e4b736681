import { randomBytes, randomUUID } from "node:crypto";
import { openAccount } from "@/lib/accounts/commands";
import { type LockedOut, type SignedIn, whoeverHolds, whoHolds } from "@/lib/auth/gate";
import { hashPassphrase } from "@/lib/auth/passphrase";
import { recordCheckIn } from "@/lib/check-ins/commands";
import { blank } from "@/lib/check-ins/rules";
import type { CheckInInput } from "@/lib/check-ins/schema";
import { acceptInvitation, invite } from "@/lib/couples/commands";
import { hashToken, newToken } from "@/lib/crypto/tokens";
import { asSystem } from "@/lib/db/system";
import { asViewer } from "@/lib/db/viewer";
import type { CheckInView, EntryView } from "@/lib/entries/rules";
import { type Day, parseDay } from "@/lib/time/day";
import type { Choice } from "@/lib/visibility/rules";

export const day = (text: string): Day => {
  const parsed = parseDay(text);
  if (!parsed) throw new Error(`${text} is not a day`);
  return parsed;
};

export const PASSPHRASE = "lantern harbour velvet tuesday";

// Hashing is slow on purpose, and everybody in a test has this one.
let passphraseHash: Promise<string> | undefined;

/** Someone with an account, a session and the plain notice read. */
export async function aPerson(name: string): Promise<Person> {
  const email = `${name.toLowerCase()}-${randomUUID().slice(0, 8)}@example.org`;
  passphraseHash ??= hashPassphrase(PASSPHRASE);
  await openAccount(
    { name, email, time_zone: "Europe/Berlin" },
    { passphraseHash: await passphraseHash, recoveryHash: randomBytes(32).toString("hex") },
  );
  const { id } = await asSystem([email], (db) =>
    db.account.findUniqueOrThrow({ where: { email }, select: { id: true } }),
  );
  const person = await signedIn(id, email);
  await asViewer(person.viewer, (db) =>
    db.account.updateMany({ where: { id }, data: { noticeReadOn: new Date("2026-01-01") } }),
  );
  return person;
}

/** A person in a test: the viewer they are at this moment, asked anew after their space has changed. */
export class Person {
  constructor(
    readonly email: string,
    readonly token: string,
    public viewer: SignedIn,
  ) {}

  async again(): Promise<SignedIn> {
    const found = await whoHolds(this.token);
    if (!found) throw new Error("this session opens nothing any more");
    this.viewer = found;
    return found;
  }

  /** Records a check-in and answers its entry's id. */
  async checksIn(on: string, says: Partial<CheckInInput> & { shown?: Choice } = {}): Promise<string> {
    const entry = says.entry ?? randomUUID();
    const input = {
      ...blank,
      shown: "only_me" as const,
      nothing: "yes" as const,
      day: day(on),
      ...says,
      entry,
    };
    await asViewer(this.viewer, (db) => recordCheckIn(db, this.at("2026-12-31"), input));
    return entry;
  }

  at(today: string) {
    return { viewer: this.viewer, today: day(today) };
  }
}

/** A locked device of somebody's. */
export async function lockedDeviceOf({ viewer }: Person): Promise<LockedOut> {
  return lockedOut(await tokenOf(viewer.id, { lockedAt: new Date() }));
}

/** Whose locked device a token is of. */
export async function lockedOut(token: string): Promise<LockedOut> {
  const found = await whoeverHolds(token);
  if (!found || !("locked" in found)) throw new Error("this device is not locked");
  return found;
}

async function tokenOf(accountId: string, more: { lockedAt?: Date } = {}): Promise<string> {
  const token = newToken();
  await asSystem([accountId], (db) =>
    db.session.createMany({
      data: { accountId, tokenHash: hashToken(token), deviceLabel: "A test", ...more },
    }),
  );
  return token;
}

async function signedIn(accountId: string, email: string): Promise<Person> {
  const token = await tokenOf(accountId);
  const viewer = await whoHolds(token);
  if (!viewer) throw new Error("a new session opens nothing");
  return new Person(email, token, viewer);
}

/** Two people who share a space, by invitation as people do. */
export async function aCouple(): Promise<[Person, Person]> {
  const [ada, ben] = [await aPerson("Ada"), await aPerson("Ben")];
  await link(ada, ben);
  return [ada, ben];
}

/** The check-ins among what somebody reads. */
export const checkInsAmong = (entries: readonly EntryView[]): CheckInView[] =>
  entries.filter((entry) => entry.kind === "check_in");

export async function link(inviter: Person, invited: Person): Promise<void> {
  const { token } = await asViewer(inviter.viewer, (db) => invite(db, inviter.viewer));
  await acceptInvitation(invited.viewer, token);
  await inviter.again();
  await invited.again();
}
