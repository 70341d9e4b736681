import type { Figure, Label } from "@/lib/paper/description";
import type { Strip } from "@/lib/paper/flow";
import { lineOf } from "@/lib/paper/lines";
import type { Room } from "@/lib/paper/room";
import { inOneLine } from "@/lib/paper/text";

/** A drawing as wide as its room, never higher than a page. */
export function drawnFigure(figure: Figure, room: Room): Strip {
  const { sheets, x, width } = room;
  const [left, upper, wide, high] = figure.viewBox;
  const most = Math.min(figure.maxHeight ?? Number.POSITIVE_INFINITY, sheets.bottom - sheets.top - 60);
  const scale = Math.min(width / wide, most / high);
  const height = high * scale;
  return {
    before: 8,
    height,
    // What is said of it stands under it, on the same page.
    keep: true,
    paint: (top) => {
      const at = (px: number, py: number) => [x + (px - left) * scale, top + (py - upper) * scale] as const;
      sheets.mark(
        room.sheets.element(room.inside, "Figure", {
          alt: inOneLine(figure.alt),
          bbox: [x, top, x + wide * scale, top + height],
          placement: "Block",
        }),
      );
      for (const path of figure.paths) sheets.path(path, scale, x - left * scale, top - upper * scale);
      for (const mark of figure.marks ?? []) {
        const [px, py] = at(mark.x, mark.y);
        sheets.symbol({ ...mark, x: px, y: py });
      }
      for (const text of figure.texts ?? []) label(text, at(text.x, text.y), room);
    },
  };
}

function label(
  { text, anchor = "start", size = 7.5, colour = "muted", strong }: Label,
  [x, y]: readonly [number, number],
  { sheets, setting }: Room,
): void {
  const line = lineOf(inOneLine(text), { size, weight: strong ? 600 : 400 }, setting);
  const before = { start: 0, middle: line.width / 2, end: line.width }[anchor];
  sheets.text(line, x - before, y, colour);
}
