import "server-only";
import { announcedKinds } from "@/lib/announcements/rules";
import type { SignedIn } from "@/lib/auth/gate";
import { asText, contentFrom } from "@/lib/check-ins/rules";
import type { Content } from "@/lib/check-ins/schema";
import { places } from "@/lib/crypto/places";
import { open } from "@/lib/crypto/words";
import type {
  Acknowledgement,
  AcknowledgementAnswer,
  CheckIn,
  CommitmentRemark,
  Entry,
  EntryWords,
  FeelingPart,
  FeltHeard,
  QuestionAnswer,
  Reply,
  ReviewPart,
  SharedFeeling,
  StrugglePart,
  TherapyPart,
  TherapySession,
} from "@/lib/db/generated/client";
import { type EntryKind, Feeling, type ReachWay } from "@/lib/db/generated/enums";
import type { Reader, Viewer, ViewerDb } from "@/lib/db/viewer";
import { inReadingOrder } from "@/lib/drafts/rules";
import { type Earlier, type EntryView, isPartKind, partKinds, type Seen } from "@/lib/entries/rules";
import { groupBy } from "@/lib/group-by";
import { isReflectionKind } from "@/lib/reflections/rules";
import { fromColumn } from "@/lib/time/day";
import { type Shown, shownBy } from "@/lib/visibility/rules";

type Details = {
  readonly words: readonly EntryWords[];
  readonly checkIns: readonly CheckIn[];
  readonly feeling: SharedFeeling | undefined;
  readonly parts: readonly FeelingPart[];
  readonly reply: Reply | undefined;
  readonly heard: FeltHeard | undefined;
  readonly answer: QuestionAnswer | undefined;
  readonly struggled: StrugglePart | undefined;
  readonly remark: CommitmentRemark | undefined;
  readonly announced: { readonly way: ReachWay } | undefined;
  readonly acknowledged: Acknowledgement | undefined;
  readonly received: AcknowledgementAnswer | undefined;
  readonly part: ReviewPart | undefined;
  readonly session: TherapySession | undefined;
  readonly forSession: TherapyPart | undefined;
};

/** The details and words of some entries: a statement for each kind among them, however many entries. */
export async function withContent(
  db: ViewerDb,
  reader: Reader,
  entries: readonly Entry[],
): Promise<EntryView[]> {
  if (entries.length === 0) return [];
  const theirs = {
    coupleId: { in: [...new Set(entries.map((entry) => entry.coupleId))] },
    authorId: { in: [...new Set(entries.map((entry) => entry.authorId))] },
    entryId: { in: entries.map((entry) => entry.id) },
  };
  const has = (kind: Entry["kind"]) => entries.some((entry) => entry.kind === kind);
  const words = byEntry(await db.entryWords.findMany({ where: theirs }));
  const checkIns = byEntry(has("check_in") ? await db.checkIn.findMany({ where: theirs }) : []);
  const feelings = byEntry(has("shared_feeling") ? await db.sharedFeeling.findMany({ where: theirs }) : []);
  const parts = byEntry(has("shared_feeling") ? await db.feelingPart.findMany({ where: theirs }) : []);
  const replies = byEntry(has("reply") ? await db.reply.findMany({ where: theirs }) : []);
  const heard = byEntry(has("felt_heard") ? await db.feltHeard.findMany({ where: theirs }) : []);
  const answers = byEntry(has("question_answer") ? await db.questionAnswer.findMany({ where: theirs }) : []);
  const struggleParts = byEntry(
    has("struggle_part") ? await db.strugglePart.findMany({ where: theirs }) : [],
  );
  const remarked = has("follow_through_note") || has("noticing");
  const remarks = byEntry(remarked ? await db.commitmentRemark.findMany({ where: theirs }) : []);
  const reviewed = byEntry(has("review_part") ? await db.reviewPart.findMany({ where: theirs }) : []);
  const sessions = byEntry(has("therapy_session") ? await db.therapySession.findMany({ where: theirs }) : []);
  const sessionParts = byEntry(partKinds.some(has) ? await db.therapyPart.findMany({ where: theirs }) : []);
  const named = { coupleId: true, authorId: true, entryId: true } as const;
  const announced = byEntry(
    // Column by column: when one reaches the other is granted to nobody.
    announcedKinds.some(has)
      ? await db.announcement.findMany({ where: theirs, select: { ...named, way: true } })
      : [],
  );
  const acknowledged = byEntry(
    has("acknowledgement") ? await db.acknowledgement.findMany({ where: theirs }) : [],
  );
  const received = byEntry(
    has("acknowledgement_answer") ? await db.acknowledgementAnswer.findMany({ where: theirs }) : [],
  );
  return entries.flatMap((entry) => {
    const key = keyOf(entry);
    const view = viewOf(reader, entry, {
      words: words.get(key) ?? [],
      checkIns: checkIns.get(key) ?? [],
      feeling: feelings.get(key)?.[0],
      parts: parts.get(key) ?? [],
      reply: replies.get(key)?.[0],
      heard: heard.get(key)?.[0],
      answer: answers.get(key)?.[0],
      struggled: struggleParts.get(key)?.[0],
      remark: remarks.get(key)?.[0],
      announced: announced.get(key)?.[0],
      acknowledged: acknowledged.get(key)?.[0],
      received: received.get(key)?.[0],
      part: reviewed.get(key)?.[0],
      session: sessions.get(key)?.[0],
      forSession: sessionParts.get(key)?.[0],
    });
    return view ?? [];
  });
}

/**
 * The newest entries of some kinds in the present space, one's own and what the partner shows, newest first. A partner's are
 * asked for by who shares them: a hidden one takes no time to pass.
 */
export async function newestOf(
  db: ViewerDb,
  { id, coupleId, partnerId }: SignedIn,
  kinds: readonly EntryKind[],
  take: number,
): Promise<Entry[]> {
  const own = await newestBy(db, { coupleId, authorId: id }, kinds, take);
  const partners = partnerId ? await newestBy(db, { coupleId, sharedBy: partnerId }, kinds, take) : [];
  return [...own, ...partners].toSorted((a, b) => b.happenedOn.getTime() - a.happenedOn.getTime());
}

/** The newest of some kinds of one person: all that is theirs, or what they show. */
export const newestBy = (
  db: ViewerDb,
  whose:
    | { readonly authorId: string; readonly coupleId?: string }
    | { readonly sharedBy: string; readonly coupleId: string },
  kinds: readonly EntryKind[],
  take: number,
): Promise<Entry[]> =>
  db.entry.findMany({
    where: { ...whose, kind: { in: [...kinds] } },
    orderBy: [{ happenedOn: "desc" }, { id: "desc" }],
    take,
  });

type OfKind<K extends EntryView["kind"]> = Extract<EntryView, { readonly kind: K }>;

/**
 * One entry of a kind in the present space and who wrote it, or null: withdrawn, deleted and never there are the same
 * answer. Of two by one id, the one named, or the viewer's own.
 */
export async function entryHere<K extends EntryView["kind"]>(
  db: ViewerDb,
  viewer: Viewer,
  kind: K,
  id: string,
  whose?: "mine" | "theirs",
): Promise<{ readonly authorId: string; readonly view: OfKind<K> } | null> {
  const rows = await db.entry.findMany({ where: { coupleId: viewer.coupleId, kind, id } });
  const own = rows.find(({ authorId }) => authorId === viewer.id);
  const theirs = rows.find(({ authorId }) => authorId !== viewer.id);
  const entry = whose ? { mine: own, theirs }[whose] : (own ?? theirs);
  const [view] = entry ? await withContent(db, viewer, [entry]) : [];
  return entry && view && isOf(kind, view) ? { authorId: entry.authorId, view } : null;
}

const isOf = <K extends EntryView["kind"]>(kind: K, view: EntryView): view is OfKind<K> => view.kind === kind;

/** The same where it is the viewer's own. */
export async function ownEntryHere<K extends EntryView["kind"]>(
  db: ViewerDb,
  viewer: Viewer,
  kind: K,
  id: string,
): Promise<OfKind<K> | null> {
  const found = await entryHere(db, viewer, kind, id);
  return found?.view.mine ? found.view : null;
}

/** One entry of the viewer's own, of any kind, or null: not theirs, hidden and never written are the same answer. */
export async function ownEntryOfAnyKind(db: ViewerDb, viewer: Viewer, id: string): Promise<EntryView | null> {
  const row = await db.entry.findFirst({ where: { authorId: viewer.id, id } });
  const [entry] = row ? await withContent(db, viewer, [row]) : [];
  return entry ?? null;
}

/** One entry of the other person's, of any kind, as far as it is shown; or null. */
export async function partnersEntry(
  db: ViewerDb,
  reader: Reader & { readonly partnerId: string | null },
  id: string,
): Promise<EntryView | null> {
  const { coupleId, partnerId: sharedBy } = reader;
  const row = sharedBy ? await db.entry.findFirst({ where: { coupleId, sharedBy, id } }) : null;
  const [entry] = row ? await withContent(db, reader, [row]) : [];
  return entry ?? null;
}

const keyOf = (of: { coupleId: string; authorId: string; id: string }) =>
  `${of.coupleId}/${of.authorId}/${of.id}`;

function byEntry<T extends { coupleId: string; authorId: string; entryId: string }>(
  rows: T[],
): Map<string, T[]> {
  return groupBy(rows, (row) => keyOf({ ...row, id: row.entryId }));
}

/** Null where a detail is missing: it was taken away between two statements. */
function viewOf(reader: Reader, entry: Entry, details: Details): EntryView | null {
  const { kind } = entry;
  const standing = inReadingOrder(details.words.filter((row) => row.supersededOn === null));
  const texts = standing.map(opened);
  if (kind === "check_in") {
    const content = contentFrom(
      details.checkIns.find((row) => row.supersededOn === null),
      texts,
    );
    const words = standing.length > 0 && standing.every((row) => row.audience === "partner");
    const shown = shownBy({ numbers: entry.audience, words: words ? "partner" : "only_me" });
    return { ...seenOf(reader, entry, shown), kind, content, earlier: earlierVersions(details) };
  }

  const seen = seenOf(reader, entry, entry.audience === "partner" ? "numbers_and_words" : "only_me");
  const whole = { ...seen, texts: Object.fromEntries(texts.map(({ field, text }) => [field, text])) };
  const answered = (of: { toAuthorId: string; toEntryId: string }) => ({
    to: { mine: of.toAuthorId === reader.id, id: of.toEntryId },
  });
  const { feeling, reply, heard, answer, struggled, remark, part, session, forSession } = details;
  const { announced, acknowledged, received } = details;
  if (kind === "shared_feeling" && feeling)
    return { ...whole, kind, wish: feeling.wish, parts: partsOf(details.parts) };
  if (kind === "reply" && reply)
    return { ...whole, ...answered(reply), kind, needsUntil: reply.needsUntil?.toISOString() ?? null };
  if (kind === "felt_heard" && heard) {
    const { understood, accepted, caredFor } = heard;
    return { ...whole, ...answered(heard), kind, understood, accepted, caredFor };
  }
  if (kind === "question_answer" && answer)
    return { ...whole, ...answered(answer), kind, standing: answer.standing };
  if (kind === "struggle_part" && struggled) return { ...whole, ...answered(struggled), kind };
  if ((kind === "follow_through_note" || kind === "noticing") && remark)
    return {
      ...whole,
      kind,
      commitment: remark.commitmentId,
      of: fromColumn(remark.day),
      perceived: remark.perceived,
    };
  const unread = seen.mine ? whole : { ...seen, texts: {} };
  if (kind === "correction" && announced) return { ...unread, kind, way: announced.way };
  if (kind === "acknowledgement" && acknowledged) {
    const { statementId: statement, agreementId: agreement } = acknowledged;
    return { ...unread, kind, statement, agreement, way: announced?.way ?? null };
  }
  if (kind === "acknowledgement_answer" && received)
    return { ...whole, ...answered(received), kind, received: received.received };
  if (kind === "review_part" && part)
    return { ...whole, kind, review: part.reviewId, step: part.step, number: part.number };
  if (kind === "therapy_session" && session)
    return { ...whole, kind, session: session.kind, localTime: session.localTime };
  if (isPartKind(kind) && forSession)
    return { ...whole, ...answered(forSession), kind, session: forSession.kind };
  if (kind === "space") return { ...seen, kind };
  if (kind === "question" || kind === "struggle") return { ...whole, kind };
  if (kind === "from_my_day" || kind === "caring_act") return { ...whole, kind };
  if (isReflectionKind(kind)) return { ...whole, kind };
  if (kind === "therapy" || kind === "anniversary" || kind === "hard_day" || kind === "marked_day")
    return { ...whole, kind };
  return null;
}

const seenOf = (reader: Reader, entry: Entry, shown: Shown): Seen => ({
  id: entry.id,
  mine: entry.authorId === reader.id,
  here: entry.coupleId === reader.coupleId,
  day: fromColumn(entry.happenedOn),
  filledInLater: entry.writtenOn > entry.happenedOn,
  shown,
});

/** In the order feelings are always asked in. */
const partsOf = (parts: readonly FeelingPart[]) =>
  Object.values(Feeling).flatMap((feeling) => {
    const part = parts.find((row) => row.feeling === feeling);
    return part ? [{ feeling, intensity: part.intensity }] : [];
  });

const opened = (row: EntryWords) => ({
  field: row.field,
  text: open(row.ciphertext, places.entryWords(row)),
});

/** What was shown and then changed, one change at a time, newest first. */
function earlierVersions({ checkIns, words }: Details): Earlier[] {
  const byField = groupBy(words, (row) => row.field);
  return [
    ...changes("numbers", checkIns, (row) => contentFrom(row, [])),
    ...[...byField].flatMap(([field, rows]) =>
      changes(field, rows, (row) => contentFrom(undefined, [opened(row)])),
    ),
  ].sort((a, b) => b.until.localeCompare(a.until) || b.key.localeCompare(a.key));
}

/** The superseded versions of one thing, without those that a later one says again to the letter: nothing had changed. */
function changes<T extends Version>(
  of: string,
  rows: readonly T[],
  contentOf: (row: T) => Content,
): Earlier[] {
  // Most entries were never changed: their words are opened once, for what stands.
  if (rows.every(({ supersededOn }) => supersededOn === null)) return [];
  const inOrder = rows
    .toSorted((a, b) => a.version - b.version)
    .map((row) => ({ ...row, content: contentOf(row) }));
  return inOrder.flatMap(({ supersededOn, version, content }, at) => {
    const next = inOrder[at + 1]?.content;
    if (!supersededOn || (next && asText(next) === asText(content))) return [];
    return [{ key: `${of}/${version}`, until: fromColumn(supersededOn), content }];
  });
}

type Version = { readonly version: number; readonly supersededOn: Date | null };
