import "server-only";
import { type CommitmentView, commitmentsAmong, type StepView } from "@/lib/commitments/queries";
import type { StepName } from "@/lib/commitments/rules";
import type { Reader, ViewerDb } from "@/lib/db/viewer";
import { type SaidOfDay, saidByDay } from "@/lib/follow-through/queries";
import { groupBy } from "@/lib/group-by";
import { isMentioned } from "@/lib/mentions";
import type { RecordOfDay } from "@/lib/record/rules";
import { addDays, type Day, fromColumn, toColumn } from "@/lib/time/day";

export type Span = { readonly from: Day | null; readonly to: Day | null };
/** Rows of follow-through that one page of days holds at most. */
const MOST = 400;

/**
 * What was agreed on and kept within some days, by the day and the person. Where a text is looked for, the steps that
 * mention it. `cut` is the first day that did not fit on the page, if any: it and the days before it are left out.
 */
export async function recordWithin(
  db: ViewerDb,
  reader: Reader,
  { coupleId, authorId }: { readonly coupleId?: string; readonly authorId?: string },
  { from, to }: Span,
  find = "",
): Promise<{ readonly records: readonly RecordOfDay[]; readonly cut: Day | null }> {
  const here = coupleId ? { coupleId } : {};
  const commitments = await commitmentsAmong(
    db,
    reader,
    { ...here, accepted: true },
    to ?? fromColumn(new Date()),
  );
  if (commitments.length === 0) return { records: [], cut: null };
  const days = { ...(from ? { gte: toColumn(from) } : {}), ...(to ? { lte: toColumn(to) } : {}) };
  const rows = find
    ? []
    : await db.followThrough.findMany({
        where: { ...here, ...(authorId ? { authorId } : {}), day: days },
        orderBy: [{ day: "desc" }, { commitmentId: "asc" }, { turn: "asc" }],
        take: MOST,
      });
  const cut = cutOf(rows);
  const isWithin = (day: Day) => (!from || day >= from) && (!to || day <= to) && (!cut || day > cut);
  const said = groupBy(rows, ({ commitmentId }) => commitmentId);

  const of = commitments.flatMap((commitment) => {
    const { id, mine, steps } = commitment;
    const wanted = (step: StepView) =>
      TOLD.includes(step.name) &&
      (!authorId || step.mine === (authorId === reader.id)) &&
      mentioned(offerBefore(commitment, step.turn), find);
    return [
      ...saidByDay(said.get(id) ?? []).map((one) => ({
        day: one.day,
        mine,
        said: saidOf(id, whatOn(commitment, one.day), one),
        step: null,
      })),
      ...steps.filter(wanted).map((step) => ({
        day: step.on,
        mine: step.mine,
        said: null,
        step: stepOf(id, offerBefore(commitment, step.turn)?.texts.what ?? "", step),
      })),
    ];
  });
  const byDayAndPerson = groupBy(
    of.filter(({ day }) => isWithin(day)),
    ({ day, mine }) => `${day}/${mine}`,
  );
  const records = [...byDayAndPerson.values()].flatMap((all) => {
    const [first] = all;
    if (!first) return [];
    return {
      day: first.day,
      mine: first.mine,
      said: all.flatMap(({ said }) => said ?? []),
      steps: all.flatMap(({ step }) => step ?? []),
    };
  });
  return { records, cut };
}

/** Steps that both took: an offer is told of where it waits. */
const TOLD: readonly StepName[] = [
  "agreed",
  "changed",
  "renewed",
  "paused",
  "resumed",
  "ended",
  "ended_together",
];

/** Days that a page leaves to the next one: never the newest, however much was said of it. */
function cutOf(rows: readonly { readonly day: Date }[]): Day | null {
  const [newest, last] = [rows[0], rows.at(-1)];
  if (rows.length < MOST || !newest || !last) return null;
  const day = fromColumn(last.day);
  return day < fromColumn(newest.day) ? day : addDays(day, -1);
}

/** The words that held on a day, and not those that hold now. */
function whatOn({ standing, steps, holds }: CommitmentView, day: Day): string {
  const held = standing.agreement.stretches.find(({ from, to }) => from <= day && day <= to);
  return (steps.find(({ turn }) => turn === held?.turn) ?? holds).texts.what ?? "";
}

/** The newest terms that had been offered by a step. */
const offerBefore = ({ steps }: CommitmentView, turn: number) =>
  steps.findLast((step) => step.turn <= turn && step.terms !== null);

const mentioned = (offer: StepView | undefined, find: string) =>
  find === "" || isMentioned(find, Object.values(offer?.texts ?? {}).join("\n"));

const saidOf = (
  commitment: string,
  what: string,
  { status, volunteered, filledInLater, before }: SaidOfDay,
) => ({
  commitment,
  what,
  status,
  volunteered,
  filledInLater,
  first: before[0]?.status ?? null,
});

const stepOf = (commitment: string, what: string, { name, returnsOn }: StepView) => ({
  commitment,
  what,
  name,
  until: returnsOn,
});
