import type { Colour, Heading, Paragraph } from "@/lib/paper/description";
import type { Type } from "@/lib/paper/lines";

/** How text looks: its type, from baseline to baseline, and its colour. */
export type Look = Type & { readonly leading: number; readonly colour: Colour };

export const BODY: Look = { size: 10, weight: 400, leading: 14, colour: "text" };
export const STRONG: Look = { ...BODY, weight: 600 };
export const SMALL: Look = { size: 8.5, weight: 400, leading: 12, colour: "text" };
export const SMALL_STRONG: Look = { ...SMALL, weight: 600 };
export const FAINT: Look = { ...SMALL, colour: "muted" };
export const QUIET: Look = { ...BODY, colour: "muted" };

export const lookOf = ({ style = "body" }: Paragraph): Look =>
  ({ body: BODY, small: SMALL, quiet: QUIET })[style];

type Level = Heading["level"];
// No heading has the colour of one of the two.
export const HEADINGS: Readonly<Record<Level, Look & { readonly before: number }>> = {
  1: { size: 20, weight: 600, leading: 27, colour: "text", before: 24 },
  2: { size: 14, weight: 600, leading: 20, colour: "text", before: 20 },
  3: { size: 11, weight: 600, leading: 15, colour: "text", before: 14 },
};

/** The longest line that is easily read, at the size of body text: some 85 letters. */
export const MEASURE = 420;

/** Of Noto Sans, in ems: with these a line stands in the middle of its leading. */
const ASCENT = 1.069;
const DESCENT = 0.293;

/** From the top of a line to its baseline. */
export const baselineOf = ({ size, leading }: Look) =>
  (leading - (ASCENT + DESCENT) * size) / 2 + ASCENT * size;
