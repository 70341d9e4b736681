import "server-only";
import { z } from "zod";
import { annotationKinds } from "@/lib/annotations/rules";
import type { SignedIn } from "@/lib/auth/gate";
import { type CommitmentView, commitmentsAmong } from "@/lib/commitments/queries";
import { Prisma } from "@/lib/db/generated/client";
import { Feeling, Heard, Need } from "@/lib/db/generated/enums";
import type { ViewerDb } from "@/lib/db/viewer";
import { withContent } from "@/lib/entries/queries";
import { type AnnotationView, isAnnotation } from "@/lib/entries/rules";
import { answersIn, saidAmong } from "@/lib/follow-through/queries";
import { talliesOf } from "@/lib/follow-through/rules";
import { type Day, dayOf, numberOf, toColumn } from "@/lib/time/day";
import {
  during,
  type FeelingsRow,
  type HeardRow,
  type NeedRow,
  type NumbersRow,
  type Of,
  reachOf,
  type Span,
  type StrengthRow,
  spanOf,
  type Tally,
  yearSpan,
} from "@/lib/trends/rules";
import type { TrendsSearch, Whose } from "@/lib/trends/schema";

// Details are asked for entry by entry (offset 0): a plan that reads a whole table of them first would take longer the more is
// hidden in it.

/** Whose rows a picture is of. In what both show, one's own too are those that are shown: it is the same for both. */
type Side = { readonly mine: boolean; readonly where: Prisma.Sql };

function sidesOf({ id, coupleId, partnerId }: SignedIn, whose: Whose): Side[] {
  if (whose === "mine") return [{ mine: true, where: Prisma.sql`e.author_id = ${id}::uuid` }];
  // The couple first, for the index; and by who shares them, so that a hidden one takes no time to pass.
  const shownBy = (who: string) => Prisma.sql`e.couple_id = ${coupleId}::uuid and e.shared_by = ${who}::uuid`;
  return [
    { mine: true, where: shownBy(id) },
    ...(partnerId ? [{ mine: false, where: shownBy(partnerId) }] : []),
  ];
}

const DAY = Prisma.sql`e.happened_on - date '1970-01-01' as day`;
const within = ({ from, to }: Span) =>
  Prisma.sql`e.happened_on between ${dayOf(from)}::date and ${dayOf(to)}::date`;

/**
 * What is found of each person. Postgres hands over all rows as one text: for ten years of days that takes half the time of
 * handing them over one by one.
 */
async function foundOf<Row>(
  db: ViewerDb,
  { viewer, whose }: { viewer: SignedIn; whose: Whose },
  row: z.ZodType<Row>,
  statement: (where: Prisma.Sql) => Prisma.Sql,
): Promise<Of<Row>[]> {
  const sides = [];
  for (const { mine, where } of sidesOf(viewer, whose)) {
    const [all] = await db.$queryRaw<{ rows: string }[]>`
      select coalesce(json_agg(r), '[]')::text as rows from (${statement(where)}) r`;
    sides.push({ mine, rows: z.array(row).parse(JSON.parse(all?.rows ?? "[]")) });
  }
  return sides;
}

const number = z.number().nullable();
const numbersRow: z.ZodType<NumbersRow> = z.object({
  day: z.number(),
  trust: number,
  safety: number,
  closeness: number,
  love: number,
  pain: number,
});
const feelingsRow: z.ZodType<FeelingsRow> = z.object({ day: z.number(), feelings: z.array(z.enum(Feeling)) });
const needRow: z.ZodType<NeedRow> = z.object({ day: z.number(), need: z.enum(Need).nullable() });

/**
 * Something of each person's check-ins of some days, the earliest first. Of two on the day two people linked, the one of the
 * space they are in. Their kind goes without saying: by the index that has it, a plan would walk past what is hidden.
 */
const fromCheckIns =
  <Row>(row: z.ZodType<Row>, columns: Prisma.Sql) =>
  (db: ViewerDb, viewer: SignedIn, whose: Whose, span: Span): Promise<Of<Row>[]> =>
    foundOf(
      db,
      { viewer, whose },
      row,
      (where) => Prisma.sql`
        select distinct on (e.happened_on) ${DAY}, c.*
        from entries e
        cross join lateral (
          select ${columns} from check_ins
          where (couple_id, author_id, entry_id) = (e.couple_id, e.author_id, e.id) and superseded_on is null
          offset 0
        ) c
        where ${where} and ${within(span)}
        order by e.happened_on, e.couple_id = ${viewer.coupleId}::uuid desc, e.couple_id`,
    );

const numbersOf = fromCheckIns(numbersRow, Prisma.sql`trust, safety, closeness, love, pain`);
const feelingsOf = fromCheckIns(feelingsRow, Prisma.sql`feelings`);
const needsOf = fromCheckIns(needRow, Prisma.sql`need`);

const strengthRow: z.ZodType<StrengthRow> = z.object({
  day: z.number(),
  feeling: z.enum(Feeling),
  intensity: number,
});

/** How strong each person said feelings were where they showed pain: of several on a day, the strongest. */
const strengthsOf = (db: ViewerDb, viewer: SignedIn, whose: Whose, span: Span) =>
  foundOf(
    db,
    { viewer, whose },
    strengthRow,
    (where) => Prisma.sql`
      select ${DAY}, p.feeling, max(p.intensity) as intensity
      from entries e
      cross join lateral (
        select feeling, intensity from feeling_parts
        where (couple_id, author_id, entry_id) = (e.couple_id, e.author_id, e.id)
        offset 0
      ) p
      where ${where} and e.kind = 'shared_feeling' and ${within(span)}
      group by e.happened_on, p.feeling order by 1, 2`,
  );

const heard = z.enum(Heard).nullable();
const heardRow: z.ZodType<HeardRow> = z.object({
  day: z.number(),
  understood: heard,
  accepted: heard,
  cared_for: heard,
});

/** Whether each person felt heard, by the day they said it. */
const heardOf = (db: ViewerDb, viewer: SignedIn, whose: Whose, span: Span) =>
  foundOf(
    db,
    { viewer, whose },
    heardRow,
    (where) => Prisma.sql`
      select ${DAY}, h.understood, h.accepted, h.cared_for
      from entries e
      cross join lateral (
        select understood, accepted, cared_for from felt_heard
        where (couple_id, author_id, entry_id) = (e.couple_id, e.author_id, e.id)
        offset 0
      ) h
      where ${where} and e.kind = 'felt_heard' and ${within(span)}
      order by 1, 2, 3, 4`,
  );

/** What became of each person's commitments; without any, an empty list. */
export async function keptOf(
  db: ViewerDb,
  viewer: SignedIn,
  whose: Whose,
  span: Span,
  { today, open }: { today: Day; open: Day },
): Promise<Of<Tally>[]> {
  const here = whose === "both" ? { coupleId: viewer.coupleId } : {};
  const all = await commitmentsAmong(db, viewer, { ...here, accepted: true }, today);
  const said = await saidAmong(db, all, dayOf(span.from));
  const tallies = (of: CommitmentView) =>
    during(
      talliesOf(of.standing.agreement, answersIn(said.get(of.id) ?? []), open)
        .filter(({ due }) => due > 0)
        .map(({ on, ...numbers }) => ({ day: numberOf(on), ...numbers })),
      span,
    );
  const rowsOf = (mine: boolean) => ({ mine, rows: all.filter((one) => one.mine === mine).flatMap(tallies) });
  return [rowsOf(true), ...(whose === "both" && viewer.partnerId ? [rowsOf(false)] : [])];
}

/** Marks on some days, the earliest first. */
export async function annotationsOf(
  db: ViewerDb,
  viewer: SignedIn,
  whose: Whose,
  span: Span,
): Promise<AnnotationView[]> {
  const { id, coupleId, partnerId } = viewer;
  const shownBy = [id, ...(partnerId ? [partnerId] : [])];
  const rows = await db.entry.findMany({
    where: {
      ...(whose === "mine" ? { authorId: id } : { coupleId, sharedBy: { in: shownBy } }),
      kind: { in: [...annotationKinds] },
      happenedOn: { gte: toColumn(dayOf(span.from)), lte: toColumn(dayOf(span.to)) },
    },
    orderBy: [{ happenedOn: "asc" }, { id: "asc" }],
  });
  return (await withContent(db, viewer, rows)).filter(isAnnotation);
}

/** What stands beside something, or is of a day that comes again. */
const ANY_YEAR = [...annotationKinds, "trigger_day"];

/**
 * The days a picture is of. Everything begins with the first day anybody's is shown of, which both find alike: not with a mark, which
 * stands beside something and could be of any year.
 */
export async function spanAsked(
  db: ViewerDb,
  viewer: SignedIn,
  { range, whose }: Pick<TrendsSearch, "range" | "whose">,
  today: Day,
): Promise<Span> {
  if (range !== "all") return spanOf(range, today, null);
  const earliest = await foundOf(
    db,
    { viewer, whose },
    z.object({ day: z.number() }),
    (where) => Prisma.sql`
      select ${DAY} from entries e where ${where} and e.kind <> all(${ANY_YEAR}::"EntryKind"[])
      order by e.happened_on limit 1`,
  );
  const firsts = earliest.flatMap(({ rows }) => rows.map(({ day }) => day));
  return spanOf(range, today, firsts.length > 0 ? Math.min(...firsts) : null);
}

export type Picture<Rows> = {
  readonly span: Span;
  readonly people: readonly Of<Rows>[];
  readonly annotations: readonly AnnotationView[];
};

/** The numbers of check-ins, with those from before that the line and the band of the first days need. */
export async function numbersPage(
  db: ViewerDb,
  viewer: SignedIn,
  search: TrendsSearch,
  today: Day,
): Promise<Picture<NumbersRow>> {
  const span = await spanAsked(db, viewer, search, today);
  return {
    span,
    people: await numbersOf(db, viewer, search.whose, reachOf(span)),
    annotations: await annotationsOf(db, viewer, search.whose, span),
  };
}

/** What was felt: chosen in check-ins, and how strong where pain was shown. */
export async function feelingsPage(db: ViewerDb, viewer: SignedIn, search: TrendsSearch, today: Day) {
  const span = await spanAsked(db, viewer, search, today);
  const strengths = await strengthsOf(db, viewer, search.whose, reachOf(span));
  const checkIns = await feelingsOf(db, viewer, search.whose, span);
  return {
    span,
    people: checkIns.map(({ mine, rows }) => ({
      mine,
      checkIns: rows,
      strengths: strengths.find((of) => of.mine === mine)?.rows ?? [],
    })),
    // They stand beside the numbers of one feeling, and not in the map of all.
    annotations: search.feeling ? await annotationsOf(db, viewer, search.whose, span) : [],
  };
}

/** What was done and how it was met: commitments, whether each felt heard, and what was needed. */
export async function actsPage(db: ViewerDb, viewer: SignedIn, search: TrendsSearch, today: Day, open: Day) {
  const span = await spanAsked(db, viewer, search, today);
  return {
    span,
    kept: await keptOf(db, viewer, search.whose, span, { today, open }),
    heard: await heardOf(db, viewer, search.whose, span),
    needs: await needsOf(db, viewer, search.whose, span),
  };
}

/** One number over a year. Without a year named, the one that today lies in. */
export async function yearPage(db: ViewerDb, viewer: SignedIn, { whose, year }: TrendsSearch, today: Day) {
  const shown = year ?? Number(today.slice(0, 4));
  return { year: shown, people: await numbersOf(db, viewer, whose, yearSpan(shown)) };
}
