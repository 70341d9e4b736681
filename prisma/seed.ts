import { randomUUID } from "node:crypto";
import { signUp } from "@/lib/accounts/commands";
import { type SignedIn, whoHolds } from "@/lib/auth/gate";
import { amendCheckIn, recordCheckIn } from "@/lib/check-ins/commands";
import { basisOf } from "@/lib/check-ins/queries";
import { acceptInvitation, chooseRole, invite } from "@/lib/couples/commands";
import { hashToken, newToken } from "@/lib/crypto/tokens";
import type { Role } from "@/lib/db/generated/enums";
import { asSystem } from "@/lib/db/system";
import { asViewer } from "@/lib/db/viewer";
import { addDays, type Day, dayIn, toColumn } from "@/lib/time/day";
import { startWith } from "@/lib/visibility/commands";
import { diaryOf, type Page } from "@/prisma/seed/diary";
import { type DemoPerson, jonas, maren } from "@/prisma/seed/people";

const TIME_ZONE = "Europe/Berlin";
/** Maren wrote alone until then. */
const LINKED_AGO = 82;

type Options = {
  readonly servingUrl?: string;
  readonly keysDir?: string;
  readonly say?: (sentence: string) => void;
};

/**
 * Writes one couple and their last three months into an empty database, by the app's own commands, each as the person
 * it belongs to: nothing gets in that the policies would not let in. The same every time, counted back from today.
 */
export async function seed({
  servingUrl,
  keysDir,
  say = console.log,
}: Options = {}): Promise<{ people: DemoPerson[] }> {
  if (servingUrl) process.env.SERVING_DATABASE_URL = servingUrl;
  if (keysDir) process.env.KEYS_DIR = keysDir;

  const [alone, invited] = await Promise.all([arrive(maren), arrive(jonas)]);
  const diary = diaryOf("maren");
  await write(
    alone,
    diary.filter(({ ago }) => ago > LINKED_AGO),
  );
  const { token } = await asViewer(alone, (db) => invite(db, alone));
  await acceptInvitation(invited, token);
  await Promise.all([
    keepDiary(
      await again(maren),
      "injured",
      diary.filter(({ ago }) => ago <= LINKED_AGO),
    ),
    keepDiary(await again(jonas), "involved", diaryOf("jonas")),
  ]);

  const people = [maren, jonas];
  for (const { name, email, passphrase } of people)
    say(`${name} signs in with ${email} and the passphrase “${passphrase}”.`);
  return { people };
}

/** Signs up, and reads the plain notice. */
async function arrive(person: DemoPerson): Promise<SignedIn> {
  await signUp({ ...person, time_zone: TIME_ZONE });
  const viewer = await again(person);
  const noticeReadOn = toColumn(daysAgo(LINKED_AGO + 10));
  await asViewer(viewer, (db) => db.account.updateMany({ where: { id: viewer.id }, data: { noticeReadOn } }));
  return viewer;
}

/** The person as they are now, on their phone; no cookie holds its token, so nothing else can use the session. */
async function again({ email }: DemoPerson): Promise<SignedIn> {
  const token = newToken();
  const { id } = await asSystem([email], (db) =>
    db.account.findUniqueOrThrow({ where: { email }, select: { id: true } }),
  );
  await asSystem([id], async (db) => {
    await db.session.updateMany({
      where: { accountId: id, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    await db.session.createMany({
      data: { accountId: id, tokenHash: hashToken(token), deviceLabel: "Firefox · Android" },
    });
  });
  const viewer = await whoHolds(token);
  if (!viewer) throw new Error(`${email} has just signed up and is nobody`);
  return viewer;
}

async function keepDiary(viewer: SignedIn, role: Role, pages: readonly Page[]): Promise<void> {
  await asViewer(viewer, (db) => chooseRole(db, viewer, role, "partner"));
  await asViewer(viewer, (db) => startWith(db, viewer, "check_in", "numbers"));
  await write(viewer, pages);
}

async function write(viewer: SignedIn, pages: readonly Page[]): Promise<void> {
  const on = (ago: number) => ({ viewer, today: daysAgo(ago), timeZone: viewer.timeZone });
  for (const { ago, versions } of pages) {
    const [first, ...later] = versions;
    const entry = randomUUID();
    const input = { ...first.content, entry, day: daysAgo(ago), shown: first.shown, nothing: "yes" as const };
    await asViewer(viewer, (db) => recordCheckIn(db, on(first.writtenAgo), input));
    let standing = first;
    for (const version of later) {
      const change = { ...version.content, entry, basis: basisOf(standing.content) };
      await asViewer(viewer, (db) => amendCheckIn(db, on(version.writtenAgo), change, version.shown));
      standing = version;
    }
  }
}

const daysAgo = (days: number): Day => addDays(dayIn(TIME_ZONE), -days);
