import { area, line } from "d3-shape";
import { across, BOX, tenth, upTo } from "@/components/charts/scale";
import type { DayNumber } from "@/lib/time/day";
import type { Given, Moment, Span } from "@/lib/trends/rules";

const TEN = upTo(10);

/** A dot for each number: lines of no length with round ends, so that they are round however the picture is stretched. */
export function dotsPath(given: readonly Given[], span: Span): string {
  const x = across(span);
  return given.map(({ day, value }) => `M${tenth(x(day))} ${tenth(TEN(value))}h0`).join("");
}

/** The line, broken where there is none. */
export const meanPath = (course: readonly Moment[], span: Span): string => {
  const x = across(span);
  return (
    line<Moment>()
      .defined(({ mean }) => mean !== null)
      .x(({ day }) => x(day))
      .y(({ mean }) => TEN(mean ?? 0))
      .digits(1)(course) ?? ""
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
      .digits(1)(course) ?? ""
  );
};

/** Upright lines of the whole height. */
export function uprightPath(days: readonly DayNumber[], span: Span): string {
  const x = across(span);
  return days.map((day) => `M${tenth(x(day))} 0V${BOX.height}`).join("");
}

/** Short strokes on the ground line. */
export function strokesPath(days: readonly DayNumber[], span: Span): string {
  const x = across(span);
  return days.map((day) => `M${tenth(x(day))} ${BOX.height}v-8`).join("");
}

/** Boxes of a grid, in its own units: those that follow one another in a row are one. */
export function cellsPath(cells: readonly { readonly x: number; readonly y: number }[]): string {
  const rows = new Map<number, number[]>();
  for (const { x, y } of cells) rows.set(y, [...(rows.get(y) ?? []), x]);
  const boxes: string[] = [];
  for (const [y, xs] of rows) {
    const inOrder = xs.sort((one, other) => one - other);
    for (let at = 0; at < inOrder.length; ) {
      let next = at + 1;
      while (next < inOrder.length && (inOrder[next] as number) === (inOrder[next - 1] as number) + 1) next++;
      const x = inOrder[at] as number;
      const width = (inOrder[next - 1] as number) + 1 - x;
      boxes.push(`M${x} ${y}h${width}v1h-${width}z`);
      at = next;
    }
  }
  return boxes.join("");
}
