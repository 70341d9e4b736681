import { meanPath, swingPath, uprightPath } from "@/components/charts/paths";
import { across, BOX, placeOf, type Tick, ticksOf } from "@/components/charts/scale";
import type { PacketWords } from "@/components/packets/words";
import type { Figure, Mark, Path, Voice } from "@/lib/paper/description";
import { type DayNumber, dayOf, forDisplay } from "@/lib/time/day";
import { during, type Given, isByWeek, type Moment, type Span } from "@/lib/trends/rules";

/** In units of the drawing, as wide as the box of the pictures: so high the picture, and so much for names beside and below. */
const HIGH = 300;
const BESIDE = 60;
const BELOW = 70;

type Course = {
  readonly span: Span;
  /** Whose it is: by its colour and by the shape of its days. */
  readonly side: Voice;
  readonly alt: string;
  readonly given: readonly Given[];
  readonly course: readonly Moment[];
  readonly marked: readonly DayNumber[];
};

/** Numbers from 0 to 10 as they are drawn on a page: a dot for each day, a line, a band, and the days that are marked. */
export function courseOnPaper(
  { span, side, alt, given, course, marked }: Course,
  format: PacketWords["format"],
): Figure {
  const ink = side === 0 ? "voice-0" : "voice-1";
  const x = across(span);
  const ticks = ticksOf(span);
  const flat = (d: string) => flattened(d, HIGH / BOX.height);
  const grid = `${uprightPath(
    ticks.map(({ day }) => day),
    span,
  )}M0 0H1000M0 500H1000M0 1000H1000`;
  const days: readonly Mark[] = (isByWeek(span) ? [] : during(given, span)).map(({ day, value }) => ({
    ...(side === 0
      ? { shape: "circle", size: 2.4, filled: true }
      : { shape: "diamond", size: 3.4, filled: false }),
    x: x(day),
    y: HIGH * (1 - value / 10),
    colour: ink,
  }));
  const paths: readonly Path[] = [
    { d: flat(swingPath(course, span)), fill: { ink, tint: 0.16 } },
    { d: flat(grid), stroke: "line", width: 0.5 },
    { d: flat(uprightPath(marked, span)), stroke: "edge", width: 0.75, dash: [1.5, 2.5] },
    { d: flat(meanPath(course, span)), stroke: ink, width: 1.25 },
  ];
  return {
    is: "figure",
    alt,
    viewBox: [-BESIDE, -20, BOX.width + BESIDE + 20, HIGH + BELOW],
    paths: paths.filter(({ d }) => d !== ""),
    marks: days,
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
