import { cellsPath, runsOf } from "@/components/charts/paths";
import { BOX } from "@/components/charts/scale";
import { daysBelow, stretched } from "@/components/packets/paper-scale";
import type { PacketWords } from "@/components/packets/words";
import { Feeling } from "@/lib/db/generated/enums";
import type { Figure, Label, Path, Voice } from "@/lib/paper/description";
import { type FeltMoment, isByWeek, type Level, type Span, wholeWeeksOf } from "@/lib/trends/rules";

/** In units of the drawing, a thousand of them as wide as the days: a row, and the room for what stands around them. */
const ROW = 49;
const BESIDE = 260;
const COUNTS = 70;
const BELOW = 130;
/** In points: no higher than beside another's. */
const HIGHEST = 210;

/** Of a legend, as wide as one is at most on average. */
const LETTER = 19;

/** How high the boxes of each level are, of a row that is one. */
const HEIGHTS: Readonly<Record<Level, number>> = [0.2, 0.4, 0.6, 0.8];
const all = Object.values(Feeling);
const levels: readonly Level[] = [0, 1, 2, 3];

type Felt = {
  readonly span: Span;
  readonly side: Voice;
  readonly alt: string;
  readonly moments: readonly FeltMoment[];
  readonly days: ReadonlyMap<Feeling, number>;
};

/** One person's feelings as they are drawn on a page: a row each, and boxes the higher the more there was of it. */
export function feelingsOnPaper(
  { span, side, alt, moments, days }: Felt,
  { messages, format }: PacketWords,
): Figure {
  const byWeek = isByWeek(span);
  const ink = side === 0 ? "voice-0" : "voice-1";
  const across = BOX.width / moments.length;
  const under = all.length * ROW;
  const cells = moments.flatMap(({ felt }, x) =>
    [...felt].map(([feeling, { level }]) => ({ x, y: all.indexOf(feeling), level })),
  );
  const known = runsOf(moments.flatMap(({ asked, felt }, x) => (asked || felt.size > 0 ? [x] : [])));
  const boxes = (level: Level): Path => ({
    d: stretched(
      cellsPath(
        cells.filter((cell) => cell.level === level),
        HEIGHTS[level],
      ),
      { across, down: ROW },
    ),
    fill: ink,
  });
  const shades = known.map(({ x, width }) => `M${x} 0h${width}v${all.length}h-${width}z`).join("");
  const rows = all.map((_, y) => `M0 ${(y + 1) * ROW}H${BOX.width}`).join("");
  const legend = legendOf(messages.trends.map.levels[byWeek ? "week" : "day"], under + 100);
  const paths: readonly Path[] = [
    { d: stretched(shades, { across, down: ROW }), fill: "wash" },
    { d: rows, stroke: "line", width: 0.4 },
    ...levels.map(boxes),
    ...legend.paths(ink),
  ];
  return {
    is: "figure",
    alt,
    viewBox: [-BESIDE, -10, BESIDE + BOX.width + COUNTS, under + BELOW],
    maxHeight: HIGHEST,
    paths: paths.filter(({ d }) => d !== ""),
    texts: [
      ...all.flatMap((feeling, at) => rowOf(messages.feelings[feeling], days.get(feeling), at)),
      ...daysBelow(byWeek ? wholeWeeksOf(span) : span, under + 40, format),
      ...legend.texts,
    ],
  };
}

/** What a row is of, and on how many days it was there. */
function rowOf(name: string, days: number | undefined, at: number): Label[] {
  const y = (at + 0.78) * ROW;
  const look = { y, size: 7, colour: days ? "text" : "muted" } as const;
  return [
    { ...look, text: name, x: 14 - BESIDE },
    ...(days ? [{ ...look, text: String(days), x: BOX.width + COUNTS - 10, anchor: "end" as const }] : []),
  ];
}

/** What each height stands for, in a line; one without a name is not drawn. */
function legendOf(names: readonly string[], y: number) {
  const named = levels.filter((level) => names[level]);
  const placeOf = (at: number) =>
    named.slice(0, at).reduce((x, level) => x + 105 + (names[level]?.length ?? 0) * LETTER, 14 - BESIDE);
  return {
    paths: (fill: Path["fill"]): Path[] =>
      named.flatMap((level, at) => [
        { d: `M${placeOf(at)} ${y}h30v-40h-30z`, fill: "wash" },
        { d: `M${placeOf(at)} ${y}h30v-${50 * HEIGHTS[level]}h-30z`, fill },
      ]),
    texts: named.map((level, at) => ({ text: names[level] ?? "", x: placeOf(at) + 44, y: y - 6, size: 6.5 })),
  };
}
