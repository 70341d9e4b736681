import type { Voice } from "@/lib/paper/description";
import type { Bar } from "@/lib/paper/flow";
import { inkOf } from "@/lib/paper/inks";
import type { Sheets } from "@/lib/paper/sheet";

/** As wide as a mark is. */
export const MARK = 7;

/** A full disc, or an open diamond, before a name whose baseline is at `y`. */
export function markOf(sheets: Sheets, voice: Voice, x: number, y: number): void {
  const shape = voice === 0 ? "circle" : "diamond";
  sheets.symbol({
    shape,
    x: x + MARK / 2,
    y: y - 3.5,
    size: voice === 0 ? 6 : MARK,
    colour: inkOf(voice),
    filled: voice === 0,
  });
}

/** A broad line, or two fine ones, beside what a voice says. */
export const barOf =
  (sheets: Sheets, voice: Voice, x: number): Bar =>
  (top, bottom) =>
    sheets.beside(() => {
      const colour = inkOf(voice);
      if (voice === 0) sheets.line([x + 2, top + 1], [x + 2, bottom - 1], { colour, width: 2.25 });
      else
        for (const at of [x + 1, x + 3.5])
          sheets.line([at, top + 1], [at, bottom - 1], { colour, width: 0.6 });
    });

/** The same lying under a name. */
export function underline(sheets: Sheets, voice: Voice, x: number, y: number, width: number): void {
  const colour = inkOf(voice);
  if (voice === 0) sheets.line([x, y], [x + width, y], { colour, width: 1.75 });
  else for (const at of [y - 0.9, y + 0.9]) sheets.line([x, at], [x + width, at], { colour, width: 0.6 });
}
