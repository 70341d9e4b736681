import "server-only";
import type { SignedIn } from "@/lib/auth/gate";
import { asFields } from "@/lib/check-ins/rules";
import { places as sealedAt } from "@/lib/crypto/places";
import { open } from "@/lib/crypto/words";
import type { AgreedWords, Entry, GapAnswer } from "@/lib/db/generated/client";
import { asViewer, type ViewerDb } from "@/lib/db/viewer";
import { opened } from "@/lib/drafts/queries";
import { draftOf } from "@/lib/drafts/schema";
import { exportedEntry, exportedRecord } from "@/lib/export/rules";
import type { ExportedPerson, ExportedSpace, Part } from "@/lib/export/schema";
import { groupBy } from "@/lib/group-by";
import { type LinkMade, linksMade } from "@/lib/guests/queries";
import { endsAt } from "@/lib/guests/rules";
import { leftCheckIns } from "@/lib/left-check-ins/queries";
import { passkeysOf } from "@/lib/passkeys/queries";
import { weeklyTime } from "@/lib/reviews/schema";
import { type Day, dayIn, fromColumn } from "@/lib/time/day";
import { instantOf } from "@/lib/time/zone";

/** Entries that are read, opened and written at a time. */
const PAGE = 500;

/**
 * All that is a person's own, in every space they were ever in, and what both agreed on. Their own rows are asked for by
 * author: what a partner shows can be read and is not theirs to take. Each part is a transaction of its own: a slow
 * download holds none.
 */
export async function* everythingOf(viewer: SignedIn): AsyncGenerator<Part> {
  const person = await asViewer(viewer, (db) => personOf(db, viewer));
  yield { is: "person", madeOn: dayIn(viewer.timeZone), person };
  for (const space of await asViewer(viewer, (db) => spacesOf(db, viewer))) {
    yield { is: "space", space };
    for (let last: Entry | undefined, more = true; more; ) {
      const page = await asViewer(viewer, (db) => pageAfter(db, viewer, space.id, last));
      yield { is: "entries", entries: page.entries };
      last = page.last;
      more = page.entries.length === PAGE;
    }
    yield { is: "record", ...(await asViewer(viewer, (db) => recordOf(db, viewer, space.id))) };
  }
}

async function personOf(db: ViewerDb, viewer: SignedIn): Promise<ExportedPerson> {
  const { id, name, timeZone } = viewer;
  const own = { where: { accountId: id } };
  const account = await db.account.findUniqueOrThrow({
    where: { id },
    select: { email: true, recoveryByMail: true, writingHelp: true, noticeReadOn: true },
  });
  const dayOf = (moment: Date) => dayIn(timeZone, instantOf(moment));
  const devices = await db.session.findMany({
    ...own,
    select: { deviceLabel: true, createdAt: true, lastSeenAt: true, revokedAt: true },
    orderBy: { createdAt: "asc" },
  });
  const drafts = await db.draft.findMany({ ...own, orderBy: { form: "asc" } });
  return {
    name,
    email: account.email,
    time_zone: timeZone,
    recovery_by_mail: account.recoveryByMail,
    writing_help: account.writingHelp,
    notice_read_on: account.noticeReadOn && fromColumn(account.noticeReadOn),
    reminders: (await db.reminder.findMany({ ...own, orderBy: { kind: "asc" } })).map(
      ({ kind, localTime }) => ({ kind, local_time: localTime }),
    ),
    devices: devices.map(({ deviceLabel, createdAt, lastSeenAt, revokedAt }) => ({
      label: deviceLabel,
      signed_in_on: dayOf(createdAt),
      last_used_on: dayOf(lastSeenAt),
      signed_out_on: revokedAt && dayOf(revokedAt),
    })),
    passkeys: (await passkeysOf(db, viewer)).map(({ label, addedOn }) => ({ label, added_on: addedOn })),
    drafts: [
      ...drafts.map((draft) => ({ form: draft.form, fields: mutable(opened(draft)) })),
      // What was left on a locked device is half written until its author takes it in.
      ...(await leftCheckIns(db, viewer)).map(({ day, content }) => ({
        form: draftOf.checkIn(day),
        fields: mutable(asFields(content)),
      })),
    ],
  };
}

const mutable = (fields: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(Object.entries(fields).map(([name, values]) => [name, [...values]]));

/** Every space the viewer was ever in, in the order of their days; one of which nothing is told comes first. */
async function spacesOf(db: ViewerDb, viewer: SignedIn): Promise<ExportedSpace[]> {
  const { id: authorId, coupleId: present } = viewer;
  const own = { where: { authorId } };
  const places = (await db.member.findMany({ where: { accountId: authorId } })).map(
    ({ coupleId }) => coupleId,
  );
  const days = await db.entry.groupBy({
    by: "coupleId",
    ...own,
    _min: { happenedOn: true },
    _max: { happenedOn: true },
  });
  const roles = await db.memberRole.findMany(own);
  const defaults = groupBy(await db.sharingDefault.findMany(own), ({ coupleId }) => coupleId);
  const choices = await db.reachChoice.findMany(own);
  const invitations = groupBy(
    await db.invitation.findMany({
      ...own,
      select: { coupleId: true, expiresAt: true, revokedAt: true, acceptedAt: true },
      orderBy: { expiresAt: "asc" },
    }),
    ({ coupleId }) => coupleId,
  );
  const links = groupBy(await linksMade(db, viewer), ({ coupleId }) => coupleId);
  const rests = await db.struggleRest.findMany({ ...own, orderBy: { toEntryId: "asc" } });
  const agreed = await db.agreedWords.findMany({
    where: { OR: [{ agreed: true }, { authorId }] },
    orderBy: { turn: "asc" },
  });
  const saidOf = (rows: typeof agreed) =>
    rows.map((row) => ({
      turn: row.turn,
      by: row.authorId === authorId ? ("me" as const) : ("other" as const),
      agreed: row.agreed,
      agreed_on: row.agreedOn && fromColumn(row.agreedOn),
      text: open(row.ciphertext, sealedAt.agreedWords(row)),
    }));
  const reviews = await db.review.findMany({ orderBy: [{ openedOn: "asc" }, { id: "asc" }] });
  const guesses = await db.gapAnswer.findMany(own);
  const wishes = await db.gapChoice.findMany(own);
  const spaces = places.map((id): ExportedSpace => {
    const here = ({ coupleId }: { coupleId: string }) => coupleId === id;
    const span = days.find(here);
    const role = roles.find(here);
    const choice = choices.find(here);
    return {
      id,
      present: id === present,
      from: dayOf(span?._min.happenedOn),
      to: dayOf(span?._max.happenedOn),
      role: role ? { role: role.role, audience: role.audience } : null,
      starts_with: (defaults.get(id) ?? []).map(({ kind, numbers, words }) => ({ kind, numbers, words })),
      corrections_reach_me: choice ? { way: choice.way, local_time: choice.localTime } : null,
      invitations: (invitations.get(id) ?? []).map(({ expiresAt, revokedAt, acceptedAt }) => ({
        expires_on: fromColumn(expiresAt),
        revoked_on: dayOf(revokedAt),
        accepted_on: dayOf(acceptedAt),
      })),
      guest_links: (links.get(id) ?? []).map(linkOf),
      struggles_can_rest: rests.filter(here).map(({ toEntryId }) => toEntryId),
      sentences: saidOf(agreed.filter((row) => here(row) && row.subject === "space_sentence")),
      agreements: agreementsIn(agreed.filter((row) => here(row) && row.subject === "agreement")).map(
        ([about, turns]) => ({ id: about, turns: saidOf(turns) }),
      ),
      review_times: saidOf(agreed.filter((row) => here(row) && row.subject === "review_time")).map((row) => ({
        ...row,
        text: weeklyTime.parse(JSON.parse(row.text)),
      })),
      would_like_to_guess: wishes.some(here),
      reviews: reviews.filter(here).map((row) => ({
        id: row.id,
        opened_on: fromColumn(row.openedOn),
        open: row.open === true,
        stopped: row.stopped,
        step: row.step,
        notes: saidOf(agreed.filter((one) => here(one) && one.aboutId === row.id)),
        guesses: guessesIn(guesses.find((one) => here(one) && one.reviewId === row.id)),
      })),
    };
  });
  return spaces.toSorted(
    (a, b) => Number(a.present) - Number(b.present) || (a.from ?? "").localeCompare(b.from ?? ""),
  );
}

const agreementsIn = (rows: readonly AgreedWords[]) =>
  [...groupBy(rows, ({ aboutId }) => aboutId)].toSorted(([one], [other]) => one.localeCompare(other));

const linkOf = (link: LinkMade) => ({
  for_whom: link.forWhom,
  made_on: fromColumn(link.madeAt),
  ends_on: fromColumn(endsAt(link)),
  revoked_on: dayOf(link.revokedAt),
  opened: link.visits.map(({ openedAt, savedAt }) => ({ on: fromColumn(openedAt), saved: savedAt !== null })),
});

const guessesIn = (row: GapAnswer | undefined) =>
  row
    ? {
        pain: row.pain,
        closeness: row.closeness,
        guessed_pain: row.guessedPain,
        guessed_closeness: row.guessedCloseness,
      }
    : null;

const dayOf = (moment: Date | null | undefined): Day | null => (moment ? fromColumn(moment) : null);

/** A page of the viewer's own entries of a space, by day and the oldest first, with all that belongs to them. */
async function pageAfter(
  db: ViewerDb,
  { id: authorId }: SignedIn,
  coupleId: string,
  last: Entry | undefined,
) {
  const rows = await db.entry.findMany({
    where: {
      coupleId,
      authorId,
      ...(last && {
        OR: [{ happenedOn: { gt: last.happenedOn } }, { happenedOn: last.happenedOn, id: { gt: last.id } }],
      }),
    },
    orderBy: [{ happenedOn: "asc" }, { id: "asc" }],
    take: PAGE,
  });
  const among = { where: { coupleId, authorId, entryId: { in: rows.map(({ id }) => id) } } };
  const key = { coupleId: true, authorId: true, entryId: true } as const;
  const words = byEntry(await db.entryWords.findMany(among));
  const checkIns = byEntry(await db.checkIn.findMany(among));
  const feelings = byEntry(await db.sharedFeeling.findMany(among));
  const parts = byEntry(await db.feelingPart.findMany({ ...among, orderBy: { feeling: "asc" } }));
  const replies = byEntry(await db.reply.findMany(among));
  const heard = byEntry(await db.feltHeard.findMany(among));
  const answers = byEntry(await db.questionAnswer.findMany(among));
  const struggleParts = byEntry(await db.strugglePart.findMany(among));
  const sessions = byEntry(await db.therapySession.findMany(among));
  const sessionParts = byEntry(await db.therapyPart.findMany(among));
  const spaces = byEntry(await db.spaceRequest.findMany(among));
  const returns = byEntry(await db.spaceReturn.findMany(among));
  const remarks = byEntry(await db.commitmentRemark.findMany(among));
  // Column by column: when one reaches the other is granted to nobody.
  const announced = byEntry(await db.announcement.findMany({ ...among, select: { ...key, way: true } }));
  const acknowledged = byEntry(await db.acknowledgement.findMany(among));
  const received = byEntry(await db.acknowledgementAnswer.findMany(among));
  const reviewed = byEntry(await db.reviewPart.findMany(among));
  const sources = byEntry(await db.commitmentSource.findMany(among));
  const entries = rows.map((entry) => {
    const { id } = entry;
    return exportedEntry(entry, {
      words: (words.get(id) ?? []).map(({ ciphertext, ...row }) => ({
        ...row,
        text: open(ciphertext, sealedAt.entryWords(row)),
      })),
      checkIns: checkIns.get(id) ?? [],
      feeling: feelings.get(id)?.[0],
      parts: parts.get(id) ?? [],
      reply: replies.get(id)?.[0],
      heard: heard.get(id)?.[0],
      answer: answers.get(id)?.[0],
      struggled: struggleParts.get(id)?.[0],
      session: sessions.get(id)?.[0],
      forSession: sessionParts.get(id)?.[0],
      space: spaces.get(id)?.[0],
      backLater: returns.has(id),
      remark: remarks.get(id)?.[0],
      announced: announced.get(id)?.[0],
      acknowledged: acknowledged.get(id)?.[0],
      received: received.get(id)?.[0],
      part: reviewed.get(id)?.[0],
      became: (sources.get(id) ?? []).map(({ commitmentId }) => commitmentId).sort(),
    });
  });
  return { entries, last: rows.at(-1) };
}

const byEntry = <T extends { readonly entryId: string }>(rows: readonly T[]) =>
  groupBy(rows, ({ entryId }) => entryId);

/** What both agreed on in a space, as it stands, and what the viewer offered there that was never agreed on. */
async function recordOf(db: ViewerDb, { id: me }: SignedIn, coupleId: string) {
  const inTurn = { where: { coupleId }, orderBy: { turn: "asc" } } as const;
  const words = await db.commitmentWords.findMany(inTurn);
  return exportedRecord(me, {
    commitments: await db.commitment.findMany({ where: { coupleId }, orderBy: { id: "asc" } }),
    events: await db.commitmentEvent.findMany(inTurn),
    terms: await db.commitmentTerms.findMany(inTurn),
    words: words.map(({ ciphertext, ...row }) => ({
      ...row,
      text: open(ciphertext, sealedAt.mutualWords(row)),
    })),
    days: await db.followThrough.findMany({
      where: { coupleId },
      orderBy: [{ day: "asc" }, { turn: "asc" }],
    }),
  });
}
