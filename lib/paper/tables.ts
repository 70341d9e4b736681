import type { KeyValue, Table } from "@/lib/paper/description";
import type { Strip } from "@/lib/paper/flow";
import { type Line, linesOf } from "@/lib/paper/lines";
import { baselineOf, FAINT, type Look, SMALL, SMALL_STRONG } from "@/lib/paper/looks";
import type { Laid, Room } from "@/lib/paper/room";
import type { Element } from "@/lib/paper/sheet";
import { readable } from "@/lib/paper/text";

type Cell = { readonly lines: readonly Line[]; readonly look: Look; readonly element: Element };
type Place = { readonly x: number; readonly width: number };

const BETWEEN = 12;
const PADDING = 3.5;
/** A row of more lines may go on over the page. */
const KEPT = 12;

export function tableOf({ head, rows, widths, rowHeads = false }: Table, room: Room): Laid {
  const places = placesOf(widths ?? head.map(() => 1), room);
  const element = room.sheets.element(room.inside, "Table");
  const heads =
    head.length > 0 ? room.sheets.element(room.sheets.element(element, "THead"), "TR") : undefined;
  const named = heads
    ? rowOf(
        head.map((text, at) =>
          cell(
            text,
            { ...SMALL_STRONG, colour: "muted" },
            places[at],
            room,
            room.sheets.element(heads, "TH", { scope: "Column" }),
          ),
        ),
        places,
        room,
        "edge",
      )
    : [];
  const body = room.sheets.element(element, "TBody");
  const strips = rows.flatMap((row) => {
    const inside = room.sheets.element(body, "TR");
    const cells = row.map((text, at) =>
      rowHeads && at === 0
        ? cell(text, SMALL_STRONG, places[at], room, room.sheets.element(inside, "TH", { scope: "Row" }))
        : cell(text, SMALL, places[at], room, room.sheets.element(inside, "TD")),
    );
    return rowOf(cells, places, room, "line");
  });
  return {
    strips: spaced([...named.map((strip) => ({ ...strip, keep: true })), ...strips]),
    // Once more for the eye; who has it read aloud knows the heads of every cell.
    again: {
      after: named.length,
      paint: (top) => {
        room.sheets.beside(() => repeated(head, places, room, top));
        return named.reduce((sum, { height }) => sum + height, 0);
      },
    },
  };
}

export function keyValueOf({ rows }: KeyValue, room: Room): Strip[] {
  const places = placesOf([1, 2.4], room);
  const body = room.sheets.element(room.sheets.element(room.inside, "Table"), "TBody");
  return spaced(
    rows.flatMap(([name, value]) => {
      const inside = room.sheets.element(body, "TR");
      const cells = [
        cell(name, FAINT, places[0], room, room.sheets.element(inside, "TH", { scope: "Row" })),
        cell(value, SMALL, places[1], room, room.sheets.element(inside, "TD")),
      ];
      return rowOf(cells, places, room, "line");
    }),
  );
}

const spaced = (strips: readonly Strip[]) =>
  strips.map((strip, at) => (at === 0 ? { ...strip, before: 8 } : strip));

function placesOf(widths: readonly number[], { x, width }: Room): Place[] {
  const room = width - BETWEEN * (widths.length - 1);
  const all = widths.reduce((sum, one) => sum + one, 0);
  let from = x;
  return widths.map((share) => {
    const place = { x: from, width: (room * share) / all };
    from += place.width + BETWEEN;
    return place;
  });
}

const cell = (text: string, look: Look, place: Place | undefined, room: Room, element: Element): Cell => ({
  lines: linesOf(readable(text), look, place?.width ?? room.width, room.setting),
  look,
  element,
});

/** A row, line by line over all its cells, with a rule under it. */
function rowOf(
  cells: readonly Cell[],
  places: readonly Place[],
  room: Room,
  under: "edge" | "line",
): Strip[] {
  const { sheets, x, width } = room;
  const count = Math.max(1, ...cells.map(({ lines }) => lines.length));
  const leading = Math.max(...cells.map(({ look }) => look.leading));
  return Array.from({ length: count }, (_, at) => {
    const above = at === 0 ? PADDING : 0;
    const last = at === count - 1;
    const height = above + leading + (last ? PADDING : 0);
    return {
      before: 0,
      height,
      keep: !last && (count <= KEPT || at === 0 || at === count - 2),
      paint: (top: number) => {
        for (const [column, { lines, look, element }] of cells.entries()) {
          const [line, place] = [lines[at], places[column]];
          if (!line || !place) continue;
          sheets.mark(element);
          sheets.text(line, startOf(line, place), top + above + baselineOf(look), look.colour);
        }
        if (last)
          sheets.beside(() =>
            sheets.line([x, top + height], [x + width, top + height], { colour: under, width: 0.6 }),
          );
      },
    };
  });
}

const startOf = (line: Line, { x, width }: Place) => (line.rightToLeft ? x + width - line.width : x);

function repeated(head: readonly string[], places: readonly Place[], room: Room, top: number): void {
  const look: Look = { ...SMALL_STRONG, colour: "muted" };
  let lowest = 0;
  for (const [column, text] of head.entries()) {
    const place = places[column];
    if (!place) continue;
    const lines = linesOf(readable(text), look, place.width, room.setting);
    lowest = Math.max(lowest, lines.length);
    for (const [at, line] of lines.entries())
      room.sheets.text(
        line,
        startOf(line, place),
        top + PADDING + at * look.leading + baselineOf(look),
        look.colour,
      );
  }
  const y = top + 2 * PADDING + lowest * look.leading;
  room.sheets.line([room.x, y], [room.x + room.width, y], { colour: "edge", width: 0.6 });
}
