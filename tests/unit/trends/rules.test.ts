import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { type Day, dayOf, numberOf } from "@/lib/time/day";
import {
  courseOf,
  ENOUGH,
  type Given,
  isByWeek,
  momentsIn,
  ranges,
  reachOf,
  type Span,
  spanOf,
  summaryOf,
  sundayOf,
} from "@/lib/trends/rules";

const FIRST = numberOf("2026-01-05" as Day);
const on = (at: number) => FIRST + at;
const FOUR_WEEKS: Span = { from: on(28), to: on(55) };

/** Some of a hundred days, each with a number. */
const numbers = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 10 })), {
    selector: ([at]) => at,
    maxLength: 100,
  })
  .map((some): Given[] => some.map(([at, value]) => ({ day: on(at), value })));
const spans = fc
  .tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 }))
  .map(([one, other]): Span => ({ from: on(Math.min(one, other)), to: on(Math.max(one, other)) }));

/** The same from the definitions, the slow way: twice through the numbers, the deviations summed one by one. */
function slowly(given: readonly Given[], day: number) {
  const last = (days: number) =>
    given.filter((one) => one.day <= day && one.day > day - days).map(({ value }) => value);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [week, month] = [last(7), last(28)];
  const spread = month.reduce((sum, value) => sum + (value - mean(month)) ** 2, 0);
  const deviation = Math.sqrt(spread / (month.length - 1));
  return {
    value: given.find((one) => one.day === day)?.value ?? null,
    mean: week.length >= 4 ? mean(week) : null,
    swing:
      month.length >= 10
        ? { low: Math.max(0, mean(month) - deviation), high: Math.min(10, mean(month) + deviation) }
        : null,
  };
}

describe("a line and its band", () => {
  it("are what their definitions say, on every day", () =>
    fc.assert(
      fc.property(numbers, spans, (given, span) => {
        const course = courseOf(given, span);
        expect(course.map(({ day }) => day)).toEqual(momentsIn(span, false));
        for (const { day, value, mean, swing } of course) {
          const wanted = slowly(given, day);
          expect(value).toBe(wanted.value);
          expect(mean === null).toBe(wanted.mean === null);
          expect(swing === null).toBe(wanted.swing === null);
          if (mean !== null) expect(mean).toBeCloseTo(wanted.mean ?? Number.NaN, 9);
          if (swing !== null) {
            expect(swing.low).toBeCloseTo(wanted.swing?.low ?? Number.NaN, 6);
            expect(swing.high).toBeCloseTo(wanted.swing?.high ?? Number.NaN, 6);
          }
        }
      }),
    ));

  it("are the same to the last digit in whatever order numbers come", () =>
    fc.assert(
      fc.property(numbers, spans, fc.infiniteStream(fc.integer()), (given, span, dice) => {
        const shuffled = given
          .map((one) => ({ one, at: dice.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        expect(courseOf(shuffled, span)).toEqual(courseOf(given, span));
        expect(summaryOf(shuffled)).toEqual(summaryOf(given));
      }),
    ));

  it("need no number from before their reach, and none from after their span", () =>
    fc.assert(
      fc.property(numbers, spans, (given, span) => {
        const { from, to } = reachOf(span);
        const near = given.filter(({ day }) => from <= day && day <= to);
        expect(courseOf(near, span)).toEqual(courseOf(given, span));
      }),
    ));

  it("stand still where somebody's number on another day is taken away or was never given", () =>
    fc.assert(
      fc.property(numbers, spans, fc.integer({ min: 0, max: 99 }), (given, span, at) => {
        const without = courseOf(
          given.filter(({ day }) => day !== on(at)),
          span,
        );
        for (const [place, moment] of courseOf(given, span).entries())
          if (moment.day < on(at) || moment.day >= on(at) + 28) expect(without[place]).toEqual(moment);
      }),
    ));

  it("begin with the fourth number of seven days, and the tenth of twenty-eight", () => {
    const given = (many: number) => Array.from({ length: many }, (_, at) => ({ day: on(55 - at), value: 5 }));
    const last = (many: number) => courseOf(given(many), FOUR_WEEKS).at(-1);
    expect([last(3)?.mean, last(4)?.mean]).toEqual([null, 5]);
    expect([last(9)?.swing, last(10)?.swing]).toEqual([null, { low: 5, high: 5 }]);
  });

  it("are broken where too little was given", () => {
    const given = [28, 29, 30, 31, 45, 46, 47, 48].map((at) => ({ day: on(at), value: 5 }));
    const drawn = courseOf(given, FOUR_WEEKS).filter(({ mean }) => mean !== null);
    expect(drawn.map(({ day }) => day - FIRST)).toEqual([31, 32, 33, 34, 48, 49, 50, 51]);
  });

  it("go on past half a year by ISO week, each named by the Sunday it ended on", () => {
    const year = { from: on(2), to: on(367) };
    const given = Array.from({ length: 368 }, (_, at) => ({ day: on(at), value: at % 11 }));
    expect([
      isByWeek(year),
      isByWeek({ from: on(0), to: on(183) }),
      isByWeek({ from: on(0), to: on(184) }),
    ]).toEqual([true, false, true]);
    const course = courseOf(given, year);
    expect(course[0]?.day).toBe(on(6));
    for (const { day, mean, value } of course) {
      expect(Temporal.PlainDate.from(dayOf(day)).dayOfWeek).toBe(7);
      expect(mean).toBeCloseTo(slowly(given, day).mean ?? Number.NaN, 9);
      expect(value).toBeNull();
    }
    expect(course.length).toBe(52);
  });
});

describe("the days of a picture", () => {
  const today = "2026-08-31" as Day;
  const first = numberOf("2024-02-29" as Day);

  it("are the calendar's, up to today and with it", () => {
    const days = (range: (typeof ranges)[number]) => {
      const { from, to } = spanOf(range, today, first);
      return [dayOf(from), dayOf(to)];
    };
    expect(ranges.map(days)).toEqual([
      ["2026-08-04", today],
      ["2026-06-01", today],
      ["2026-03-01", today],
      ["2025-09-01", today],
      ["2024-02-29", today],
    ]);
  });

  it("are four weeks at least, where there is less or nothing", () => {
    expect(spanOf("all", today, null)).toEqual(spanOf("4w", today, first));
    expect(spanOf("all", today, numberOf(today))).toEqual(spanOf("4w", today, first));
  });

  it("are drawn singly over any six months, and by week over any twelve", () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000 }), (at) => {
        const any = dayOf(on(at));
        expect(isByWeek(spanOf("6m", any, null))).toBe(false);
        expect(isByWeek(spanOf("12m", any, null))).toBe(true);
      }),
    ));

  it("end their weeks on the Sunday that the calendar has", () =>
    fc.assert(
      fc.property(fc.integer({ min: -30_000, max: 60_000 }), (day) => {
        const date = Temporal.PlainDate.from(dayOf(day));
        expect(dayOf(sundayOf(day))).toBe(date.add({ days: 7 - date.dayOfWeek }).toString());
        expect(numberOf(dayOf(day))).toBe(day);
      }),
    ));
});

describe("what is said of numbers", () => {
  it("is nothing under fourteen in four weeks", () => {
    const spread = Array.from({ length: 60 }, (_, at) => ({ day: on(at * 3), value: 5 }));
    expect(summaryOf(spread)).toBeNull();
    const dense = Array.from({ length: ENOUGH.words.numbers }, (_, at) => ({ day: on(at * 2), value: 5 }));
    expect(summaryOf(dense)).toEqual({ days: 14, usual: 5, half: [5, 5], least: 5, most: 5 });
    expect(summaryOf(dense.slice(1))).toBeNull();
  });

  it("names a number as usual where more than half of the days have it", () => {
    const of = (...values: number[]) => summaryOf(values.map((value, at) => ({ day: on(at), value })));
    expect(of(2, 5, 5, 5, 5, 5, 5, 5, 5, 3, 4, 6, 7, 1)?.usual).toBe(5);
    expect(of(2, 5, 5, 5, 5, 5, 5, 5, 8, 3, 4, 6, 7, 1)?.usual).toBeNull();
  });

  it("holds half of the days at least between its two numbers, and all between the least and the most", () =>
    fc.assert(
      fc.property(numbers, (given) => {
        const said = summaryOf(given);
        if (!said) return;
        const between = given.filter(({ value }) => said.half[0] <= value && value <= said.half[1]);
        expect(between.length * 2).toBeGreaterThanOrEqual(given.length);
        expect(said.least).toBe(Math.min(...given.map(({ value }) => value)));
        expect(said.most).toBe(Math.max(...given.map(({ value }) => value)));
      }),
    ));
});
