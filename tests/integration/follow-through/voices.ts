import { randomUUID } from "node:crypto";
import type { FollowThroughStatus } from "@/lib/db/generated/enums";
import { asViewer } from "@/lib/db/viewer";
import * as command from "@/lib/follow-through/commands";
import * as query from "@/lib/follow-through/queries";
import type { AnswerInput, NoticeInput } from "@/lib/follow-through/schema";
import { toColumn } from "@/lib/time/day";
import { day, type Person } from "@/tests/support/people";
import { today } from "../voices";

type Answer = Partial<Omit<AnswerInput, "commitment">>;
type When = { readonly of?: string; readonly on?: string };

/** Says how a day went, of each commitment that is named, on forms that were opened just now unless `said` tells otherwise. */
export const says = (
  person: Person,
  answers: Readonly<Record<string, FollowThroughStatus | Answer>>,
  { of = today, on = of }: When = {},
): Promise<void> =>
  asViewer(person.viewer, async (db) => {
    const given = Object.entries(answers).map(async ([commitment, answer]): Promise<AnswerInput> => {
      const said = await db.followThrough.count({
        where: { commitmentId: commitment, day: toColumn(day(of)) },
      });
      const form = { entry: randomUUID(), volunteered: false, note: "", shown: "only_me", said } as const;
      const filled = typeof answer === "string" ? { status: answer } : answer;
      return { status: null, ...form, ...filled, commitment };
    });
    const input = { day: day(of), answers: await Promise.all(given) };
    await command.sayHowItWent(db, person.at(on), input);
  });

/** Says of a day of the other's whether it was noticed, and answers the entry it became. */
export async function notices(
  person: Person,
  commitment: string,
  of: string,
  says: Partial<NoticeInput> = {},
): Promise<string> {
  const entry = says.entry ?? randomUUID();
  await asViewer(person.viewer, async (db) => {
    const mine = { commitmentId: commitment, authorId: person.viewer.id, perceived: { not: null } };
    const standing = await db.commitmentRemark.findFirst({ where: { ...mine, day: toColumn(day(of)) } });
    const form = { before: standing?.entryId ?? null, note: "", shown: "numbers_and_words" } as const;
    const input = { perceived: "noticed" as const, ...form, ...says, entry, commitment, day: day(of) };
    await command.noticeDay(db, person.at(today), input);
  });
  return entry;
}

/** The page of a commitment, as a person opens it on a day on which the day before is over for everybody. */
export const pageOf = (person: Person, id: string, on = today) =>
  asViewer(person.viewer, (db) => query.commitmentPage(db, person.viewer, id, day(on), day(on)));

/** What somebody reads of a day: as it stands, with what was said before it. */
export async function statusRead(person: Person, id: string, of: string): Promise<string | undefined> {
  const said = (await pageOf(person, id))?.said.find((one) => one.day === of);
  const before = said?.before.map(({ status }) => status) ?? [];
  return said && [...before, said.status].join(", then ");
}

/** What somebody reads beside the status of a day: whose words, and what was noticed. */
export const remarksRead = async (person: Person, id: string) =>
  ((await pageOf(person, id))?.remarks ?? []).map(
    ({ mine, perceived, texts }) =>
      `${mine ? "own" : "the other's"}: ${perceived ?? "note"} ${texts.note ?? ""}`,
  );

/** Both people's reading of a day: what both find, or an error where they do not find the same. */
export async function statusForBoth(people: readonly Person[], id: string, of: string) {
  const [first, second] = await Promise.all(people.map((person) => statusRead(person, id, of)));
  if (first !== second) throw new Error(`not the same for both: ${first} and ${second}`);
  return first;
}

export const dayOf = (person: Person, on = today) =>
  asViewer(person.viewer, (db) => query.commitmentsOfDay(db, person.viewer, day(on)));

const listed = (person: Person, on: string) =>
  asViewer(person.viewer, (db) => query.commitmentLists(db, person.viewer, day(on), day(on)));

/** The lists of commitments somebody finds, each by the ids in it. */
export async function listsOf(person: Person, on = today) {
  const lists = await listed(person, on);
  return Object.fromEntries(
    Object.entries(lists).map(([list, of]) => [list, of.map(({ commitment }) => commitment.id)]),
  );
}

export const numbersRead = async (person: Person, id: string, on = today) =>
  (await pageOf(person, id, on))?.numbers;

/** The numbers that stand beside a commitment in its list. */
export async function numbersListed(person: Person, id: string, on = today) {
  const all = Object.values(await listed(person, on)).flat();
  return all.find(({ commitment }) => commitment.id === id)?.numbers;
}

/** How many rows of what was said there are of a commitment, and how many remarks, as a person reads them. */
export const rowsOf = ({ viewer }: Person, commitmentId: string) =>
  asViewer(viewer, async (db) => ({
    said: await db.followThrough.count({ where: { commitmentId } }),
    remarks: await db.commitmentRemark.count({ where: { commitmentId } }),
  }));
