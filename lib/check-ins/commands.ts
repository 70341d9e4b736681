import "server-only";
import { basisOf, checkInOn, ownEntry } from "@/lib/check-ins/queries";
import { asText, numbersOf, saysSomething } from "@/lib/check-ins/rules";
import type { AmendInput, CheckInInput, Content } from "@/lib/check-ins/schema";
import { places } from "@/lib/crypto/places";
import { open, seal } from "@/lib/crypto/words";
import type { Audience } from "@/lib/db/generated/enums";
import type { Viewer, ViewerDb } from "@/lib/db/viewer";
import { discardDraft } from "@/lib/drafts/commands";
import { draftOf } from "@/lib/drafts/schema";
import { begin, type Here, own, writeWords } from "@/lib/entries/commands";
import type { CheckInView } from "@/lib/entries/rules";
import { Refusal } from "@/lib/errors";
import { type Day, toColumn } from "@/lib/time/day";
import { settleLater, showEntry } from "@/lib/visibility/commands";
import { audiencesOf, type Choice, narrower, shownNow, UNTIL_SHOWN_AGAIN } from "@/lib/visibility/rules";

const FIELDS = ["note", "own_feeling"] as const;

/**
 * One check-in per person per day: the unique index is the referee, not a prior read. The form brings the id of the
 * entry it makes, so the same form sent twice finds its own row and is done.
 * Throws `nothing_entered`, `day_ahead`, `space_changed` or `already_checked_in`.
 */
export async function recordCheckIn(db: ViewerDb, here: Here, input: CheckInInput): Promise<void> {
  const { viewer, today } = here;
  if (!input.nothing && !saysSomething(input)) throw new Refusal("nothing_entered");
  if (input.day > today) throw new Refusal("day_ahead");
  // An old window names who would have read it then.
  if (input.space && input.space !== viewer.coupleId) throw new Refusal("space_changed");

  await discardDraft(db, viewer, draftOf.checkIn(input.day));
  if (!(await writeCheckIn(db, here, input))) await refuseUnlessRecorded(db, viewer, input);
}

/** Writes a check-in, or answers false where there is one of that day. */
export async function writeCheckIn(
  db: ViewerDb,
  here: Here,
  input: Pick<CheckInInput, "entry" | "day" | "shown"> & Content,
): Promise<boolean> {
  const { viewer } = here;
  const { numbers, words } = audiencesOf(shownNow(input.shown));
  const entry = { id: input.entry, kind: "check_in", audience: numbers, about: input.day } as const;
  if (!(await begin(db, here, entry))) return false;

  await db.checkIn.createMany({
    data: { ...own(viewer), entryId: input.entry, version: 1, ...numbersOf(input) },
  });
  const { note, own_feeling } = input;
  await writeWords(db, viewer, { entryId: input.entry, audience: words }, { note, own_feeling });
  await settleLater(db, viewer, [input.entry], input.shown);
  return true;
}

/** The form that made it, sent again as it was, is done; whatever is different in it stays in the form. */
async function refuseUnlessRecorded(db: ViewerDb, viewer: Viewer, input: CheckInInput): Promise<void> {
  const there = await checkInOn(db, viewer, input.day);
  if (there?.id === input.entry && saysTheSame(there, input)) return;
  throw new Refusal("already_checked_in", {}, there ? { entry: there.id } : undefined);
}

function saysTheSame({ content, shown }: CheckInView, input: CheckInInput): boolean {
  // Where there are no words, nobody can tell whether they would have been shown.
  const words = input.note !== "" || input.own_feeling !== "";
  const asked = shownNow(input.shown);
  const sameEyes = shown === asked || (!words && shown === narrower(asked, "numbers"));
  return sameEyes && asText(content) === asText(input);
}

/**
 * Changes one's own check-in. What the partner could read before stays in the trail; what only its author saw is replaced.
 * Throws `not_found`, or `changed_meanwhile` with the text as it stands where another tab was faster.
 */
export async function amendCheckIn(
  db: ViewerDb,
  { viewer, today }: Here,
  input: AmendInput,
  shown: Choice,
): Promise<void> {
  await db.$queryRaw`select id from entries where couple_id = ${viewer.coupleId}::uuid and author_id = ${viewer.id}::uuid and id = ${input.entry}::uuid for update`;
  const standing = await ownEntry(db, viewer, input.entry);
  if (!standing?.here) throw new Refusal("not_found");
  if (standing.basis !== input.basis && standing.basis !== basisOf(input))
    throw new Refusal("changed_meanwhile", {}, { basis: standing.basis, note: standing.content.note });

  const meanwhile = narrower(standing.shown, shownNow(shown));
  const { numbers, words } = audiencesOf(meanwhile);
  await showEntry(db, viewer, input.entry, meanwhile, today);
  await amendNumbers(db, viewer, endOf(numbers, today), input, standing.content);
  for (const field of FIELDS) await amendWords(db, viewer, endOf(words, today), input, field);
  await showEntry(db, viewer, input.entry, shown, today);
}

// The day of a hidden edit is nobody's to know: the partner's reading ends on the day the new version is shown.
const endOf = (audience: Audience, today: Day): Day => (audience === "partner" ? today : UNTIL_SHOWN_AGAIN);

async function amendNumbers(
  db: ViewerDb,
  viewer: Viewer,
  until: Day,
  input: AmendInput,
  standing: Content,
): Promise<void> {
  const same = JSON.stringify(numbersOf(input)) === JSON.stringify(numbersOf(standing));
  if (same) return;
  const here = { ...own(viewer), entryId: input.entry };
  const row = await db.checkIn.findFirstOrThrow({ where: { ...here, supersededOn: null } });
  const key = { coupleId_authorId_entryId_version: { ...here, version: row.version } };
  if (!row.shown) return void (await db.checkIn.update({ where: key, data: numbersOf(input) }));
  await db.checkIn.update({ where: key, data: { supersededOn: toColumn(until) } });
  await db.checkIn.createMany({ data: { ...here, version: row.version + 1, ...numbersOf(input) } });
}

async function amendWords(
  db: ViewerDb,
  viewer: Viewer,
  until: Day,
  input: AmendInput,
  field: (typeof FIELDS)[number],
): Promise<void> {
  const here = { ...own(viewer), entryId: input.entry, field };
  const rows = await db.entryWords.findMany({ where: here, orderBy: { version: "desc" } });
  const row = rows.find((version) => version.supersededOn === null);
  const text = input[field];
  const next = { entryId: input.entry, version: (rows[0]?.version ?? 0) + 1, audience: "only_me" } as const;
  if (!row) return writeWords(db, viewer, next, { [field]: text });
  if (open(row.ciphertext, places.entryWords(row)) === text) return;

  const key = { coupleId_authorId_entryId_field_version: { ...here, version: row.version } };
  if (row.shown) {
    await db.entryWords.update({ where: key, data: { supersededOn: toColumn(until) } });
    await writeWords(db, viewer, next, { [field]: text });
  } else if (text === "") {
    await db.entryWords.delete({ where: key });
  } else {
    // In place: a version counted for every unseen edit would tell the partner how often a text was changed.
    await db.entryWords.update({ where: key, data: { ciphertext: seal(text, places.entryWords(row)) } });
  }
}

/** Takes an entry of an earlier space along as a new one in the present space, for oneself until shown. */
export async function copyIntoPresent(
  db: ViewerDb,
  here: Here,
  from: { readonly entry: string; readonly into: string },
): Promise<void> {
  const original = await ownEntry(db, here.viewer, from.entry);
  if (!original || original.here) throw new Refusal("not_found");
  await recordCheckIn(db, here, {
    ...original.content,
    entry: from.into,
    day: original.day,
    shown: "only_me",
    nothing: "yes",
  });
}
