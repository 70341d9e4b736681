import { columnsPath } from "@/components/charts/paths";
import { BOX } from "@/components/charts/scale";
import { daysBelow, stretched } from "@/components/packets/paper-scale";
import type { PacketWords } from "@/components/packets/words";
import type { Figure, Label, Path } from "@/lib/paper/description";
import { heardAnswers, type heardOf, type Span, wholeWeeksOf } from "@/lib/trends/rules";

/** In units of the drawing, a thousand of them as wide as the weeks. */
const BESIDE = 60;
const NAME = 44;
const HIGH = 105;
const APART = 34;
const BELOW = 110;
/** In points: no higher than beside another's. */
const HIGHEST = 170;
/** More weeks than that have no room for edges. */
const SOLID = 53;
const WIDTH = 0.7;

/** From the bottom up: they differ by their place, by how dark they are, and by their edge. */
const LOOKS: Readonly<Record<(typeof heardAnswers)[number], Omit<Path, "d">>> = {
  yes: { fill: "deep", stroke: "deep", width: 0.6 },
  partly: { fill: { ink: "deep", tint: 0.35 }, stroke: "deep", width: 0.6 },
  not_yet: { stroke: "ash", width: 0.6, dash: [1.2, 1.6] },
};
const WITHOUT_EDGES: typeof LOOKS = {
  yes: { fill: "deep" },
  partly: { fill: { ink: "deep", tint: 0.5 } },
  not_yet: { fill: { ink: "ash", tint: 0.25 } },
};

type Heard = {
  readonly span: Span;
  readonly alt: string;
  readonly parts: ReturnType<typeof heardOf>;
  /** The highest column of all that are compared. */
  readonly most: number;
};

/** One person's answers as they are drawn on a page: a strip of columns by week for each part of feeling heard. */
export function heardOnPaper({ span, alt, parts, most }: Heard, { messages, format }: PacketWords): Figure {
  const { heard_told, heard_answers } = messages.between;
  const high = Math.max(most, 1);
  const isSolid = parts.some(({ weeks }) => weeks.length > SOLID);
  const looks = isSolid ? WITHOUT_EDGES : LOOKS;
  const strips = parts.map((one, at) => ({ ...one, top: at * (NAME + HIGH + APART) + NAME }));
  const under = (strips.at(-1)?.top ?? 0) + HIGH;
  const swatchAt = (at: number) => at * 280;
  const legend = under + 92;
  return {
    is: "figure",
    alt,
    viewBox: [-BESIDE, -4, BESIDE + BOX.width + 20, under + BELOW],
    maxHeight: HIGHEST,
    paths: [
      ...strips.flatMap(({ weeks, top }) => [
        { d: `M0 ${top}H${BOX.width}M0 ${top + HIGH}H${BOX.width}`, stroke: "line" as const, width: 0.5 },
        ...heardAnswers.map((answer, part) => ({
          d: stretched(columnsPath(weeks, part, { height: high, width: isSolid ? 1 : WIDTH }), {
            across: BOX.width / weeks.length,
            down: HIGH / high,
            lower: top,
          }),
          ...looks[answer],
        })),
      ]),
      ...heardAnswers.map((answer, at) => ({
        d: `M${swatchAt(at)} ${legend}h30v-30h-30z`,
        ...looks[answer],
      })),
    ].filter(({ d }) => d !== ""),
    texts: [
      ...strips.flatMap(({ part, top }): Label[] => [
        { text: heard_told[part], x: 0, y: top - 14, size: 7, colour: "text" },
        { text: String(high), x: -14, y: top + 10, anchor: "end", size: 6.5 },
        { text: "0", x: -14, y: top + HIGH + 10, anchor: "end", size: 6.5 },
      ]),
      ...daysBelow(wholeWeeksOf(span), under + 36, format, "by week"),
      ...heardAnswers.map((answer, at) => ({
        text: heard_answers[answer],
        x: swatchAt(at) + 44,
        y: legend - 4,
        size: 6.5,
      })),
    ],
  };
}
