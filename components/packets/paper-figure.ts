import { meanPath, swingPath, uprightPath } from "@/components/charts/paths";
import { across, BOX, ticksOf } from "@/components/charts/scale";
import { daysBelow, stretched } from "@/components/packets/paper-scale";
import type { PacketWords } from "@/components/packets/words";
import type { Figure, Mark, Path, Voice } from "@/lib/paper/description";
import type { DayNumber } from "@/lib/time/day";
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
  const flat = (d: string) => stretched(d, { across: 1, down: HIGH / BOX.height });
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
      ...daysBelow(span, HIGH + 38, format),
    ],
  };
}
