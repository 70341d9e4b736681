import { isBare, type Row, type Snapshot } from "@/tests/privacy/tables/promise";

/** What somebody said in a space, as a sentence of SQL calls it; `reply`: one of which nobody said yet whether it was heard. */
export function saidBy(author: string, couple: unknown, all: Snapshot): Record<string, unknown> {
  const theirs = (table: string) =>
    (all[table] ?? []).filter((row) => row.author_id === author && row.couple_id === couple);
  const entries = theirs("entries");
  const first = (rows: readonly Row[], audience: string) =>
    rows.find((row) => entries.some((entry) => entry.id === row.entry_id && entry.audience === audience))
      ?.entry_id;
  const wasShown = (entry: Row) =>
    theirs("entry_words").some((row) => row.entry_id === entry.id && row.shown);
  const one = (kind: string, audience: string, shown: boolean, so: (entry: Row) => boolean = () => true) =>
    entries.find(
      (entry) => entry.kind === kind && entry.audience === audience && wasShown(entry) === shown && so(entry),
    )?.id;
  const parts = theirs("struggle_parts");
  const has = (table: string, entry: Row) => (all[table] ?? []).some((row) => row.to_entry_id === entry.id);
  const untouched = (entry: Row) => !has("struggle_parts", entry) && !has("struggle_rests", entry);
  const ofBoth = (entry: Row) =>
    new Set(
      (all.struggle_rests ?? []).flatMap((row) => (row.to_entry_id === entry.id ? [row.author_id] : [])),
    ).size === 2;
  const told = one("struggle", "partner", true, ofBoth);
  const feelings = theirs("shared_feelings");
  const heard = new Set((all.felt_heard ?? []).map((row) => row.to_entry_id));
  const replies = theirs("replies").filter((row) => row.needs_until === null && !heard.has(row.entry_id));
  const answers = theirs("question_answers");
  const running = theirs("space_requests").filter((row) => (row.until as Date) > new Date());
  const passed = theirs("space_requests").filter((row) => (row.until as Date) <= new Date());
  const reviews = (all.reviews ?? []).filter((row) => row.couple_id === couple);
  const inReviews = theirs("review_parts");
  const sessions = theirs("therapy_sessions");
  const inSessions = theirs("therapy_parts");
  const ofSession = (kind: string, audience: string) =>
    first(
      sessions.filter((row) => row.kind === kind),
      audience,
    );
  const packets = (all.packets ?? []).filter((row) => row.author_id === author && row.couple_id === couple);
  const packed = (kind: string, consented: boolean) =>
    packets.find(
      (row) =>
        row.kind === kind &&
        (all.packet_parts ?? []).some(
          (part) =>
            part.packet_id === row.id &&
            part.author_id === author &&
            (part.consented_on !== null) === consented,
        ),
    )?.id;
  const linkTo = (packet: unknown) =>
    (all.guest_links ?? []).find(
      (row) => row.author_id === author && row.packet_id === packet && row.revoked_at === null,
    )?.id;
  const standing = (entry: Row) =>
    theirs("entry_words").filter((row) => row.entry_id === entry.id && row.superseded_on === null);
  const checkIn = (so: (words: readonly Row[]) => boolean) =>
    entries.find((entry) => entry.kind === "check_in" && entry.audience === "partner" && so(standing(entry)))
      ?.id;
  return {
    told: checkIn((words) => words.some(({ audience }) => audience === "partner")),
    halved: checkIn((words) => words.some(({ audience }) => audience === "only_me")),
    packet: packed("joint", true),
    "packet.preparing": packed("joint", false),
    "packet.own": packed("own", true),
    link: linkTo(packed("joint", true)),
    "link.own": linkTo(packed("own", true)),
    sitting: ofSession("couple", "partner"),
    "sitting.withdrawn": ofSession("couple", "only_me"),
    "sitting.own": ofSession("individual", "only_me"),
    agenda: first(inSessions, "partner"),
    "agenda.kept": first(
      inSessions.filter((row) => row.kind === "couple" && row.to_author_id !== author),
      "only_me",
    ),
    "agenda.own": first(
      inSessions.filter((row) => row.kind === "individual"),
      "only_me",
    ),
    review: reviews.find(({ open }) => open === true)?.id,
    "review.over": reviews.find(({ open }) => open === null)?.id,
    "review.said": first(inReviews, "partner"),
    "review.withdrawn": first(inReviews, "only_me"),
    bare: entries.find((row) => row.audience === "partner" && isBare(row, all))?.id,
    feeling: first(feelings, "partner"),
    "feeling.withdrawn": first(feelings, "only_me"),
    reply: first(replies, "partner"),
    "reply.withdrawn": first(replies, "only_me"),
    "heard.kept": first(theirs("felt_heard"), "only_me"),
    question: one("question", "partner", true),
    "question.kept": one("question", "only_me", false),
    "question.withdrawn": one("question", "only_me", true),
    answer: first(answers, "partner"),
    "answer.withdrawn": first(answers, "only_me"),
    // Of which nobody has said anything; and one in which both told their part, and which both let rest.
    struggle: one("struggle", "partner", true, untouched),
    "struggle.kept": one("struggle", "only_me", false),
    "struggle.withdrawn": one("struggle", "only_me", true, untouched),
    "struggle.told": told,
    part: parts.find((row) => row.to_author_id === author && row.to_entry_id === told)?.entry_id,
    "part.withdrawn": first(parts, "only_me"),
    "care.kept": entries.find(({ kind, audience }) => kind === "caring_act" && audience === "only_me")?.id,
    space: first(running, "partner"),
    "space.withdrawn": first(running, "only_me"),
    "space.passed": first(passed, "partner"),
  };
}
