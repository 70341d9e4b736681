import { area, line } from "d3-shape";
import { across, BOX, tenth, upTo } from "@/components/charts/scale";
import { groupBy } from "@/lib/group-by";
import type { DayNumber } from "@/lib/time/day";
import type { Given, Moment, Span, Week } from "@/lib/trends/rules";

const TEN = upTo(10);

/** A dot for each number: lines of no length with round ends, so that they are round however the picture is stretched. */
export function dotsPath(given: readonly Given[], span: Span): string {
  const x = across(span);
  return given.map(({ day, value }) => `M${Math.round(x(day))} ${Math.round(TEN(value))}h0`).join("");
}

/** The line, broken where there is none. */
export const meanPath = (course: readonly Moment[], span: Span): string => {
  const x = across(span);
  return (
    line<Moment>()
      .defined(({ mean }) => mean !== null)
      .x(({ day }) => x(day))
      .y(({ mean }) => TEN(mean ?? 0))
      .digits(0)(course) ?? ""
  );
};

/** The band, broken where there is none. */
export const swingPath = (course: readonly Moment[], span: Span): string => {
  const x = across(span);
  return (
    area<Moment>()
      .defined(({ swing }) => swing !== null)
      .x(({ day }) => x(day))
      .y0(({ swing }) => TEN(swing?.low ?? 0))
      .y1(({ swing }) => TEN(swing?.high ?? 0))
      .digits(0)(course) ?? ""
  );
};

/** Upright lines of the whole height. */
export function uprightPath(days: readonly DayNumber[], span: Span): string {
  const x = across(span);
  return days.map((day) => `M${Math.round(x(day))} 0V${BOX.height}`).join("");
}

/** Short strokes above the picture. */
export function flagsPath(days: readonly DayNumber[], span: Span): string {
  const x = across(span);
  return days.map((day) => `M${Math.round(x(day))} 0v-60`).join("");
}

/** Short strokes on the ground line. */
export function strokesPath(days: readonly DayNumber[], span: Span): string {
  const x = across(span);
  return days.map((day) => `M${Math.round(x(day))} ${BOX.height}v-80`).join("");
}

/** Columns of a grid that follow one another, as one. */
export function runsOf(columns: readonly number[]): { readonly x: number; readonly width: number }[] {
  const runs: { x: number; width: number }[] = [];
  for (const x of columns.toSorted((one, other) => one - other)) {
    const last = runs.at(-1);
    if (last && last.x + last.width === x) last.width++;
    else runs.push({ x, width: 1 });
  }
  return runs;
}

/** Boxes in the rows of a grid, in its own units, so high: they stand on a ground a tenth above the end of their row. */
export function cellsPath(
  cells: readonly { readonly x: number; readonly y: number }[],
  high: number,
): string {
  const rows = groupBy(cells, ({ y }) => y);
  return [...rows]
    .flatMap(([y, row]) =>
      runsOf(row.map(({ x }) => x)).map(
        ({ x, width }) => `M${x} ${tenth(y + 0.9)}h${width}v-${high}h-${width}z`,
      ),
    )
    .join("");
}

/** One part of the columns of a grid, standing on the parts before it; counted down from so high. */
export function columnsPath(
  weeks: readonly Week[],
  part: number,
  { height, width }: { height: number; width: number },
): string {
  const left = (1 - width) / 2;
  return weeks
    .map(({ counts }, at) => {
      const count = counts[part] ?? 0;
      const under = counts.slice(0, part).reduce((sum, one) => sum + one, 0);
      return count === 0
        ? ""
        : `M${(at + left).toFixed(2)} ${height - under - count}h${width}v${count}h-${width}z`;
    })
    .join("");
}
