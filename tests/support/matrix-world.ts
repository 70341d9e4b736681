import { randomUUID } from "node:crypto";
import pg from "pg";
import { amendCheckIn } from "@/lib/check-ins/commands";
import { ownEntry } from "@/lib/check-ins/queries";
import { chooseRole, invite, leave } from "@/lib/couples/commands";
import { asViewer } from "@/lib/db/viewer";
import { saveDraft } from "@/lib/drafts/commands";
import { draftOf } from "@/lib/drafts/schema";
import { showEntry, startWith } from "@/lib/visibility/commands";
import type { Shown } from "@/lib/visibility/rules";
import { Canaries } from "@/tests/support/canaries";
import { meansToLeave } from "@/tests/support/deeds";
import { askAndCare } from "@/tests/support/matrix-asking";
import { makeRight } from "@/tests/support/matrix-correcting";
import { asksForMails, whatTheSystemKeeps } from "@/tests/support/matrix-kept";
import { packUp } from "@/tests/support/matrix-packets";
import { promise } from "@/tests/support/matrix-promising";
import { review } from "@/tests/support/matrix-reviewing";
import { goToSessions } from "@/tests/support/matrix-sessions";
import { struggle } from "@/tests/support/matrix-struggling";
import { talk } from "@/tests/support/matrix-talk";
import { aPerson, day, link, type Person } from "@/tests/support/people";

export const names = ["ada", "ben", "dan", "cleo", "finn"] as const;
export type Name = (typeof names)[number];

/**
 * Ada wrote alone, then with Dan, and shares a space with Ben now; Dan went on alone. Cleo and Finn are another couple.
 * Everyone keeps something of every kind, in every audience, with a canary in it.
 */
export type World = {
  readonly people: Record<Name, Person>;
  readonly canaries: Canaries;
  readonly owner: pg.Client;
};

export async function makeWorld(ownerUrl: string): Promise<World> {
  const canaries = new Canaries();
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();

  const people = await fiveFrom(canaries);
  const { ada, ben, dan, cleo, finn } = people;
  const writes = (name: Name, where: string, partner: Name | null) =>
    writesOfEveryKind(people[name], canaries, { name, where, partner });
  const talks = async (one: Name, other: Name, where: "ended" | "present") => {
    const about = { canaries, where, together: where === "present" };
    for (const speak of [talk, askAndCare, struggle, goToSessions, promise, makeRight, review, packUp])
      await speak({ name: one, person: people[one] }, { name: other, person: people[other] }, about);
  };

  for (const name of names) await asksForMails(people[name]);
  await writes("ada", "alone", null);
  await link(ada, dan);
  await writes("ada", "ended", null);
  await writes("dan", "ended", null);
  await talks("ada", "dan", "ended");
  await leave(ada.viewer);
  await dan.again();
  await ada.again();
  await link(ada, ben);
  await link(cleo, finn);
  await writes("ada", "present", "ben");
  await writes("ben", "present", "ada");
  await talks("ada", "ben", "present");
  for (const name of ["ada", "ben", "cleo", "finn"] as const) await meansToLeave(people[name], 24 * 30);
  await writes("dan", "alone again", null);
  await writes("cleo", "present", "finn");
  await writes("finn", "present", "cleo");
  await talks("cleo", "finn", "present");
  await asViewer(dan.viewer, (db) => invite(db, dan.viewer));
  await linksRunOut(owner);
  for (const name of names) await whatTheSystemKeeps(people[name], canaries, owner, name);
  return { people, canaries, owner };
}

async function fiveFrom(canaries: Canaries): Promise<Record<Name, Person>> {
  const knows: Record<Name, readonly Name[]> = {
    ada: ["ben"],
    ben: ["ada"],
    dan: [],
    cleo: ["finn"],
    finn: ["cleo"],
  };
  const made = {} as Record<Name, Person>;
  for (const name of names) {
    made[name] = await aPerson(canaries.hatch(`${name}'s name`, [name, ...knows[name]]));
    canaries.mark(made[name].email, `${name}'s address`, [name]);
  }
  return made;
}

/** Those to what one brings alone, whatever they were made for. */
const linksRunOut = (owner: pg.Client) =>
  owner.query(`
    update guest_links l set made_at = now() - interval '30 days' from packets p
    where (p.couple_id, p.author_id, p.id) = (l.couple_id, l.maker_id, l.packet_id) and p.kind = 'own' and l.revoked_at is null`);

type Telling = { readonly name: Name; readonly where: string; readonly partner: Name | null };

/** A draft goes with its writer from space to space, so each is about another day, and one without a check-in. */
const DRAFTED: Readonly<Record<string, string>> = {
  alone: "2026-03-08",
  "alone again": "2026-03-09",
  ended: "2026-03-10",
  present: "2026-03-11",
};

const readersOf = { only_me: [], numbers: [], numbers_and_words: ["partner"] } as const;

async function writesOfEveryKind(
  person: Person,
  canaries: Canaries,
  { name, where, partner }: Telling,
): Promise<void> {
  const also = (shown: Shown) => (partner && readersOf[shown].length > 0 ? [partner] : []);
  const says = (shown: Shown, what: string) => {
    const hatch = (field: string) =>
      canaries.hatch(`${name}'s ${field} (${what}, ${shown}, ${where})`, [name, ...also(shown)]);
    return { note: hatch("note"), own_feeling: hatch("own feeling").slice(0, 60) };
  };
  const [only_me, numbers, both] = [
    await person.checksIn("2026-03-01", { trust: 1, pain: 9, ...says("only_me", "kept"), shown: "only_me" }),
    await person.checksIn("2026-03-02", { trust: 2, pain: 8, ...says("numbers", "kept"), shown: "numbers" }),
    await person.checksIn("2026-03-03", {
      trust: 3,
      pain: 7,
      ...says("numbers_and_words", "told, then changed"),
      shown: "numbers_and_words",
    }),
  ];
  await amends(person, both, { trust: 4, ...says("numbers_and_words", "told"), shown: "numbers_and_words" });

  // Told, taken back, and changed while nobody could see it.
  const taken = await person.checksIn("2026-03-04", {
    trust: 5,
    ...says("only_me", "taken back"),
    shown: "numbers_and_words",
  });
  await asViewer(person.viewer, (db) => showEntry(db, person.viewer, taken, "only_me", day("2026-03-05")));
  await amends(person, taken, { trust: 6, ...says("only_me", "changed while hidden"), shown: "only_me" });
  await amends(person, numbers, {
    trust: 7,
    ...says("numbers", "changed words nobody saw"),
    shown: "numbers",
  });
  await amends(person, only_me, { trust: 8, ...says("only_me", "changed, kept"), shown: "only_me" });

  await asViewer(person.viewer, (db) => showEntry(db, person.viewer, only_me, "later", day("2026-03-05")));

  await withNothingInside(person, "2026-03-05", "only_me");
  await withNothingInside(person, "2026-03-06", "partner");
  const draft = { note: [canaries.hatch(`${name}'s draft (${where})`, [name])] };
  await asViewer(person.viewer, (db) =>
    saveDraft(db, person.viewer, draftOf.checkIn(day(DRAFTED[where] ?? "2026-03-07")), draft),
  );
  await asViewer(person.viewer, (db) => startWith(db, person.viewer, "check_in", "numbers"));
  await asViewer(person.viewer, (db) =>
    chooseRole(db, person.viewer, "both", name === "ada" || name === "cleo" ? "partner" : "only_me"),
  );
}

async function amends(
  person: Person,
  entry: string,
  { shown, ...says }: { trust: number; note: string; own_feeling: string; shown: Shown },
) {
  await asViewer(person.viewer, async (db) => {
    const standing = await ownEntry(db, person.viewer, entry);
    if (!standing) throw new Error("there is no such entry");
    const input = { ...standing.content, ...says, entry, basis: standing.basis };
    await amendCheckIn(db, person.at("2026-12-31"), input, shown);
  });
}

/** An entry to which a test can still attach something. */
async function withNothingInside(person: Person, on: string, audience: "only_me" | "partner"): Promise<void> {
  const mine = { coupleId: person.viewer.coupleId, authorId: person.viewer.id };
  await asViewer(person.viewer, (db) =>
    db.entry.createMany({
      data: {
        ...mine,
        id: randomUUID(),
        kind: "check_in",
        happenedOn: new Date(on),
        writtenOn: new Date(on),
        timeZone: "Europe/Berlin",
        audience,
      },
    }),
  );
}
