import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellsPath, dotsPath, meanPath, runsOf, strokesPath, swingPath } from "@/components/charts/paths";
import { courseOf, type Given, type Moment, type Span } from "@/lib/trends/rules";

const SPAN: Span = { from: 100, to: 109 };
const moment = (day: number, mean: number | null): Moment => ({
  day,
  value: mean,
  mean,
  swing: mean === null ? null : { low: mean - 1, high: mean + 1 },
});
const starts = (path: string) => path.match(/M/g)?.length ?? 0;
/** Where lines of a path begin and go to. */
const corners = (path: string) =>
  [...path.matchAll(/[ML](-?[\d.]+)[, ](-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

const numbers = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 199 }), fc.integer({ min: 0, max: 10 })), {
    selector: ([at]) => at,
    maxLength: 200,
  })
  .map((some): Given[] => some.map(([at, value]) => ({ day: at, value })));

describe("a line", () => {
  it("goes through the middle of each day, as high as its number, and is broken at a gap", () => {
    const course = [5, 6, null, null, 10, 0].map((mean, at) => moment(100 + at, mean));
    expect(meanPath(course, SPAN)).toBe("M50,500L150,400M450,0L550,1000");
    expect(starts(swingPath(course, SPAN))).toBe(2);
  });

  it("has one piece for every run of days it is known on, and no corner anywhere else", () =>
    fc.assert(
      fc.property(numbers, (given) => {
        const span = { from: 28, to: 199 };
        const course = courseOf(given, span);
        const known = course.flatMap(({ mean }, at) => (mean === null ? [] : [at]));
        const path = meanPath(course, span);
        expect(starts(path)).toBe(runsOf(known).length);
        // A day by itself is drawn as a point, by a line that is closed at once.
        expect(corners(path).length).toBe(known.length);
        for (const [, y = -1] of corners(path)) expect(y >= 0 && y <= 1000).toBe(true);
      }),
    ));

  it("is nothing where nothing is known", () => {
    const course = courseOf([], SPAN);
    expect([meanPath(course, SPAN), swingPath(course, SPAN), dotsPath([], SPAN)]).toEqual(["", "", ""]);
  });
});

describe("dots", () => {
  it("are one for each number, in the middle of its day, nought at the bottom and ten at the top", () => {
    const given = [
      { day: 100, value: 0 },
      { day: 109, value: 10 },
    ];
    expect(dotsPath(given, SPAN)).toBe("M50 1000h0M950 0h0");
    expect(strokesPath([105], SPAN)).toBe("M550 1000v-80");
  });
});

describe("boxes of a grid", () => {
  it("that follow one another in a row are one, and of two rows two", () => {
    const cells = [
      { x: 3, y: 0 },
      { x: 1, y: 0 },
      { x: 2, y: 0 },
      { x: 5, y: 0 },
      { x: 4, y: 1 },
    ];
    expect(cellsPath(cells, 0.8)).toBe("M1 0.9h3v-0.8h-3zM5 0.9h1v-0.8h-1zM4 1.9h1v-0.8h-1z");
  });

  it("cover just what they are given, whatever its order", () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: 60 })), (columns) => {
        const runs = runsOf(columns);
        const covered = runs.flatMap(({ x, width }) => Array.from({ length: width }, (_, at) => x + at));
        expect(covered).toEqual(columns.toSorted((one, other) => one - other));
        for (const [at, { x }] of runs.entries()) {
          const before = runs[at - 1];
          if (before) expect(before.x + before.width).toBeLessThan(x);
        }
      }),
    ));
});
