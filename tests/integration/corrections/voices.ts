import { randomUUID } from "node:crypto";
import pg from "pg";
import { Temporal } from "temporal-polyfill";
import * as announced from "@/lib/announcements/commands";
import * as query from "@/lib/announcements/queries";
import { correct } from "@/lib/corrections/commands";
import type { CorrectInput } from "@/lib/corrections/schema";
import type { ReachWay } from "@/lib/db/generated/enums";
import { asViewer } from "@/lib/db/viewer";
import { thisDatabase } from "@/tests/support/own-database";
import type { Person } from "@/tests/support/people";
import { today } from "../voices";

/** Chooses how corrections are to reach oneself: now, with the therapist, or at a time of day. */
export const chooses = (person: Person, chosen: "now" | "with_therapist" | { readonly at: string }) =>
  asViewer(person.viewer, (db) =>
    announced.chooseWay(
      db,
      person.viewer,
      typeof chosen === "string"
        ? { way: chosen, localTime: null }
        : { way: "at_time", localTime: chosen.at },
    ),
  );

/** How a form that is opened now says that it will reach the other. */
export const wayTold = (person: Person): Promise<ReachWay> =>
  asViewer(person.viewer, (db) => query.wayToTheOther(db));

/** Corrects something on a form that was opened just now, unless it says otherwise, and answers its entry's id. */
export async function corrects(person: Person, says: Partial<CorrectInput> = {}): Promise<string> {
  const words = { said: "I was at work.", is_true: "I was not at work.", will_do: "I tell you first." };
  const input = { entry: randomUUID(), ...words, way: await wayTold(person), ...says };
  await asViewer(person.viewer, (db) => correct(db, person.at(today), input));
  return input.entry;
}

export const opens = (person: Person, id: string) =>
  asViewer(person.viewer, (db) => announced.openAnnounced(db, person.at(today), { kind: "correction", id }));

export const reads = (person: Person, id: string) =>
  asViewer(person.viewer, (db) => query.announcedNamed(db, person.viewer, "correction", id));

/** Corrections that somebody is told of and has not opened. */
export const announcedTo = (person: Person) =>
  asViewer(person.viewer, async (db) => (await query.unopened(db, person.viewer)).map(({ id }) => id));

/** Asks this test's database as its owner, past every policy. */
export async function asOwner<T>(sql: string, values: unknown[]): Promise<T[]> {
  const owner = new pg.Client({ connectionString: thisDatabase() });
  await owner.connect();
  try {
    return (await owner.query(sql, values)).rows;
  } finally {
    await owner.end();
  }
}

/** The moment at which a correction reaches the other, which nobody in the app is told. */
export async function reachesAt(id: string): Promise<Temporal.Instant | null> {
  const [row] = await asOwner<{ at: Date | null }>(
    "select reaches_at as at from announcements where entry_id = $1",
    [id],
  );
  return row?.at ? Temporal.Instant.fromEpochMilliseconds(row.at.getTime()) : null;
}

/** Its time comes: what was to reach the other later has reached them. */
export const itsTimeComes = (id: string) =>
  asOwner("update announcements set reaches_at = now() where entry_id = $1 and reaches_at > now()", [id]);

/** Moves to another zone. Also one that is no place: a rule for clocks, as POSIX writes it. */
export const goesTo = ({ viewer }: Person, zone: string) =>
  asOwner("update accounts set time_zone = $2 where id = $1", [viewer.id, zone]);
