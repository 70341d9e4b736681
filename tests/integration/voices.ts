import { asViewer } from "@/lib/db/viewer";
import { deleteEntry } from "@/lib/entries/commands";
import type { EntryView } from "@/lib/entries/rules";
import { mineEverywhere, timelineFor } from "@/lib/timeline/queries";
import { timelineSearch } from "@/lib/timeline/schema";
import { showEntry } from "@/lib/visibility/commands";
import type { Shown } from "@/lib/visibility/rules";
import { day, type Person } from "@/tests/support/people";

export const today = "2026-03-10";
export const tomorrow = "2026-03-11";

export const shows = (person: Person, entry: string, shown: Shown) =>
  asViewer(person.viewer, (db) => showEntry(db, person.viewer, entry, shown, day(today)));

export const takesBack = (person: Person, entry: string) => shows(person, entry, "only_me");

export const deletes = (person: Person, entry: string) =>
  asViewer(person.viewer, (db) => deleteEntry(db, person.viewer, entry));

/** Everything somebody wrote, in any space. */
export const ownOf = (person: Person): Promise<EntryView[]> => listed(person, mineEverywhere);

/** Everything somebody finds on the timeline of their present space. */
export const timelineOf = (person: Person): Promise<EntryView[]> => listed(person, timelineFor);

async function listed(person: Person, query: typeof timelineFor): Promise<EntryView[]> {
  const page = await asViewer(person.viewer, (db) => query(db, person.viewer, timelineSearch.parse({})));
  return page.days.flatMap(({ entries }) => entries);
}

/**
 * Sends many forms at once and answers what was refused and why. Whom the server is too busy for may send again, and
 * is not counted here.
 */
export async function allAtOnce(sends: readonly (() => Promise<unknown>)[]): Promise<string[]> {
  const sent = await Promise.allSettled(sends.map((send) => send()));
  return sent
    .flatMap((one) => (one.status === "rejected" ? [one.reason.reason ?? one.reason.code] : []))
    .filter((why) => why !== "P2028");
}
