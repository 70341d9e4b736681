import { dotsPath, meanPath, swingPath, uprightPath } from "@/components/charts/paths";
import { BOX, placeOf, type Tick, ticksOf } from "@/components/charts/scale";
import type { PacketWords } from "@/components/packets/words";
import type { Figure, Ink, Path } from "@/lib/paper/description";
import { type DayNumber, dayOf, forDisplay } from "@/lib/time/day";
import { during, type Given, isByWeek, type Moment, type Span } from "@/lib/trends/rules";

/** In units of the drawing, as wide as the box of the pictures: so high the picture, and so much for names beside and below. */
const HIGH = 300;
const BESIDE = 60;
const BELOW = 70;

type Course = {
  readonly span: Span;
  readonly ink: Ink;
  readonly alt: string;
  readonly given: readonly Given[];
  readonly course: readonly Moment[];
  readonly marked: readonly DayNumber[];
};

/** Numbers from 0 to 10 as they are drawn on a page: a dot for each day, a line, a band, and the days that are marked. */
export function courseOnPaper(
  { span, ink, alt, given, course, marked }: Course,
  format: PacketWords["format"],
): Figure {
  const ticks = ticksOf(span);
  const flat = (d: string) => flattened(d, HIGH / BOX.height);
  const grid = `${uprightPath(
    ticks.map(({ day }) => day),
    span,
  )}M0 0H1000M0 500H1000M0 1000H1000`;
  const paths: readonly Path[] = [
    { d: flat(swingPath(course, span)), fill: { ink, tint: 0.16 } },
    { d: flat(grid), stroke: "line", width: 0.5 },
    { d: flat(uprightPath(marked, span)), stroke: "edge", width: 0.75, dash: [1.5, 2.5] },
    { d: flat(meanPath(course, span)), stroke: ink, width: 1.25 },
    ...(isByWeek(span)
      ? []
      : [{ d: dashes(flat(dotsPath(during(given, span), span))), stroke: ink, width: 2.2 }]),
  ];
  return {
    is: "figure",
    alt,
    viewBox: [-BESIDE, -20, BOX.width + BESIDE + 20, HIGH + BELOW],
    paths: paths.filter(({ d }) => d !== ""),
    texts: [
      ...[0, 5, 10].map((number) => ({
        text: String(number),
        x: -14,
        y: HIGH * (1 - number / 10) + 8,
        anchor: "end" as const,
        size: 6.5,
      })),
      ...ticks.map(({ day, shape }) => ({
        text: format.dateTime(forDisplay(dayOf(day)), SHAPES[shape]),
        x: placeOf(day, span) * 10,
        y: HIGH + 38,
        anchor: "middle" as const,
        size: 6.5,
      })),
    ],
  };
}

const SHAPES = {
  day: { day: "numeric", month: "short" },
  month: { month: "short" },
  year: { year: "numeric" },
} as const satisfies Record<Tick["shape"], object>;

/** A dot is a line of no length on a page, and one of a hair's on paper: not every reader draws the other. */
const dashes = (d: string) => d.replaceAll("h0", "h7");

/** A path of absolute and relative straight lines, lower or higher. */
function flattened(d: string, by: number): string {
  const scaled = (number: string) => String(Math.round(Number(number) * by * 10) / 10);
  return d.replace(/([MLVv])([^A-Za-z]*)/g, (_, command: string, given: string) => {
    const numbers = given.trim().split(/[\s,]+/);
    const low = numbers.map((number, at) =>
      command === "V" || command === "v" || at % 2 === 1 ? scaled(number) : number,
    );
    return `${command}${low.join(" ")}`;
  });
}
