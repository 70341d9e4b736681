import { placeOf, type Tick, ticksOf } from "@/components/charts/scale";
import type { PacketWords } from "@/components/packets/words";
import type { Label } from "@/lib/paper/description";
import { dayOf, forDisplay } from "@/lib/time/day";
import type { Span } from "@/lib/trends/rules";

const SHAPES = {
  day: { day: "numeric", month: "short" },
  month: { month: "short" },
  year: { year: "numeric" },
} as const satisfies Record<Tick["shape"], object>;

/** The days named under a picture that is a thousand wide, their baseline at `y`; a Monday in the middle of its week, if it is by week. */
export const daysBelow = (
  span: Span,
  y: number,
  format: PacketWords["format"],
  byWeek: "by week" | "by day" = "by day",
): Label[] =>
  ticksOf(span).map(({ day, shape }) => ({
    text: format.dateTime(forDisplay(dayOf(day)), SHAPES[shape]),
    x: placeOf(byWeek === "by week" && shape === "day" ? day + 3 : day, span) * 10,
    y,
    anchor: "middle",
    size: 6.5,
  }));

type By = {
  readonly across: number;
  readonly down: number;
  /** How much lower all of it stands, once it is stretched. */
  readonly lower?: number;
};

/** A path of straight lines, wider and higher. */
export function stretched(d: string, { across, down, lower = 0 }: By): string {
  const tenth = (number: number) => String(Math.round(number * 10) / 10);
  return d.replace(/([MLHVhv])([^A-Za-z]*)/g, (_, command: string, given: string) => {
    const numbers = given
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    const placed = numbers.map((number, at) => {
      const isDown = "Vv".includes(command) || ("ML".includes(command) && at % 2 === 1);
      return tenth(isDown ? number * down + (command === "v" ? 0 : lower) : number * across);
    });
    return `${command}${placed.join(" ")}`;
  });
}
