import "server-only";
import { commitmentsAmong, type StepView } from "@/lib/commitments/queries";
import type { StepName } from "@/lib/commitments/rules";
import type { Viewer, ViewerDb } from "@/lib/db/viewer";
import { type SaidOfDay, saidByDay } from "@/lib/follow-through/queries";
import { groupBy } from "@/lib/group-by";
import { isMentioned } from "@/lib/mentions";
import type { RecordOfDay } from "@/lib/record/rules";
import { type Day, fromColumn, toColumn } from "@/lib/time/day";

export type Span = { readonly from: Day | null; readonly to: Day | null };
/** Rows of follow-through that one page of days holds at most. */
const MOST = 400;

/**
 * What was agreed on and kept within some days, by the day and the person. Where a text is looked for, the steps that
 * mention it. `cut` is the first day that did not fit on the page, if any: it and the days before it are left out.
 */
export async function recordWithin(
  db: ViewerDb,
  viewer: Viewer,
  { coupleId, authorId }: { readonly coupleId?: string; readonly authorId?: string },
  { from, to }: Span,
  find = "",
): Promise<{ readonly records: readonly RecordOfDay[]; readonly cut: Day | null }> {
  const here = coupleId ? { coupleId } : {};
  const commitments = await commitmentsAmong(
    db,
    viewer,
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
  const lastRow = rows.length === MOST ? rows.at(-1) : undefined;
  const cut = lastRow ? fromColumn(lastRow.day) : null;
  const isWithin = (day: Day) => (!from || day >= from) && (!to || day <= to) && (!cut || day > cut);
  const said = groupBy(rows, ({ commitmentId }) => commitmentId);

  const of = commitments.flatMap(({ id, mine, holds, steps }) => {
    const what = holds.texts.what ?? "";
    const wanted = (step: StepView) =>
      TOLD.includes(step.name) &&
      (!authorId || step.mine === (authorId === viewer.id)) &&
      mentioned(step, find);
    return [
      ...saidByDay(said.get(id) ?? []).map((one) => ({
        day: one.day,
        mine,
        said: saidOf(id, what, one),
        step: null,
      })),
      ...steps
        .filter(wanted)
        .map((step) => ({ day: step.on, mine: step.mine, said: null, step: stepOf(id, what, step) })),
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

const mentioned = ({ texts }: StepView, find: string) =>
  find === "" || isMentioned(find, Object.values(texts).join("\n"));

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
