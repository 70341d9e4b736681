import { amendCheckIn } from "@/lib/check-ins/commands";
import { checkInOn, ownEntry } from "@/lib/check-ins/queries";
import type { Content } from "@/lib/check-ins/schema";
import { asViewer } from "@/lib/db/viewer";
import { withContent } from "@/lib/entries/queries";
import type { Shown } from "@/lib/visibility/rules";
import { checkInsAmong, day, type Person } from "@/tests/support/people";
import { today } from "../voices";

export const amends = async (
  person: Person,
  entry: string,
  says: Partial<Content>,
  shown: Shown,
  basis?: string,
  on = today,
) => {
  const standing = await ownCheckIn(person, entry);
  if (!standing) throw new Error("there is no such entry");
  const input = { ...standing.content, ...says, entry, basis: basis ?? standing.basis };
  await asViewer(person.viewer, (db) => amendCheckIn(db, person.at(on), input, shown));
};

/** The text of one's own check-in as its author finds it. */
export const ownCheckIn = (person: Person, entry: string) =>
  asViewer(person.viewer, (db) => ownEntry(db, person.viewer, entry));

/** The check-in of a day in the present space, as its author finds it. */
export const checkInOf = (person: Person, on = today) =>
  asViewer(person.viewer, (db) => checkInOn(db, person.viewer, day(on)));

export const reads = (reader: Person, author: Person, on: string) =>
  asViewer(reader.viewer, async (db) => {
    const entries = await db.entry.findMany({
      where: { authorId: author.viewer.id, happenedOn: new Date(`${on}T00:00:00Z`) },
    });
    return checkInsAmong(await withContent(db, reader.viewer, entries))[0];
  });
