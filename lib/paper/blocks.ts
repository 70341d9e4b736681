import type { Gap, Heading, KeepTogether, Leaf, List, Paragraph, Said } from "@/lib/paper/description";
import { drawnFigure } from "@/lib/paper/figures";
import { type Strip, together } from "@/lib/paper/flow";
import { inkOf } from "@/lib/paper/inks";
import { type Line, lineOf, linesOf } from "@/lib/paper/lines";
import { BODY, baselineOf, FAINT, HEADINGS, type Look, lookOf, MEASURE, STRONG } from "@/lib/paper/looks";
import type { Laid, Room } from "@/lib/paper/room";
import type { Element } from "@/lib/paper/sheet";
import { keyValueOf, tableOf } from "@/lib/paper/tables";
import { readable } from "@/lib/paper/text";
import { barOf, MARK, markOf } from "@/lib/paper/voice-marks";

const BULLET = 12;
const INDENT = 13;

export function laid(block: Leaf | KeepTogether, room: Room): Laid {
  switch (block.is) {
    case "heading":
      return { strips: heading(block, room) };
    case "paragraph":
      return { strips: paragraph(block, room) };
    case "list":
      return { strips: list(block, room) };
    case "keyValue":
      return { strips: keyValueOf(block, room) };
    case "table":
      return tableOf(block, room);
    case "said":
      return { strips: said(block, room) };
    case "figure":
      return { strips: [drawnFigure(block, room)] };
    case "gap":
      return { strips: gap(block, room) };
    case "rule":
      return { strips: [rule(room)] };
    case "keepTogether":
      return { strips: together(block.blocks.flatMap((one) => laid(one, room).strips)) };
  }
}

function heading({ level, text }: Heading, room: Room): Strip[] {
  const { before, ...look } = HEADINGS[level];
  const element = room.sheets.element(room.inside, `H${level}`);
  const strips = stripsOf(readable(text), look, room, element, before);
  return strips.map((strip, at) => ({
    ...strip,
    keep: true,
    paint: (top) => {
      if (at === 0) room.sheets.bookmark(level, text, top);
      strip.paint(top);
    },
  }));
}

const paragraph = (block: Paragraph, room: Room): Strip[] =>
  stripsOf(readable(block.text), lookOf(block), room, room.sheets.element(room.inside, "P"), 6);

function list({ entries }: List, room: Room): Strip[] {
  const element = room.sheets.element(room.inside, "L");
  return entries.flatMap((entry) => {
    const listed = room.sheets.element(element, "LI");
    const label = room.sheets.element(listed, "Lbl");
    const inner = { ...room, x: room.x + BULLET, width: room.width - 2 * BULLET };
    const lines = linesOf(readable(entry), BODY, Math.min(inner.width, MEASURE), room.setting);
    const bullet = lineOf("• ", BODY, room.setting);
    const strips = stripsOfLines(lines, BODY, inner, room.sheets.element(listed, "LBody"), 4);
    return strips.map((strip, at) => ({
      ...strip,
      paint: (top: number) => {
        if (at === 0) {
          room.sheets.mark(label);
          const x = lines[0]?.rightToLeft ? inner.x + inner.width + 4 : room.x + 2;
          room.sheets.text(bullet, x, top + baselineOf(BODY), "muted");
        }
        strip.paint(top);
      },
    }));
  });
}

/** In the colour of its voice, with its rule and its mark; in that voice's own column these stand above it already. */
function said(block: Said, room: Room): Strip[] {
  const own = room.voice === block.voice;
  const element = room.sheets.element(room.inside, "Div");
  const inner = own ? room : { ...room, x: room.x + INDENT, width: room.width - INDENT };
  const head = headOf(block, inner, room.sheets.element(element, "P"), !own);
  const text = block.text
    ? stripsOf(readable(block.text), BODY, inner, room.sheets.element(element, "P"), head.length > 0 ? 1 : 10)
    : [];
  const numbers = block.numbers
    ? stripsOf(readable(block.numbers), FAINT, inner, room.sheets.element(element, "P"), 2)
    : [];
  const strips = [
    ...head.map((strip) => ({ ...strip, keep: text.length + numbers.length > 0 || strip.keep })),
    ...text.map((strip, at) =>
      at === text.length - 1 && numbers.length > 0 ? { ...strip, keep: true } : strip,
    ),
    ...numbers,
  ];
  if (own) return strips;
  const bar = barOf(room.sheets, block.voice, room.x);
  return strips.map((strip) => ({ ...strip, bar }));
}

/** Name, kind and day in one row where they fit, else under one another. */
function headOf({ voice, name, kind, day }: Said, room: Room, element: Element, marked: boolean): Strip[] {
  const { sheets, setting, x, width } = room;
  const look: Look = { ...STRONG, colour: inkOf(voice) };
  const named = name ? lineOf(`${readable(name)} `, look, setting) : undefined;
  const called = kind ? lineOf(`${readable(kind)} `, FAINT, setting) : undefined;
  const dated = day ? lineOf(`${readable(day)} `, FAINT, setting) : undefined;
  const indent = marked && named ? MARK + 5 : 0;
  const needed =
    indent + (named ? named.width + 8 : 0) + (called ? called.width + 12 : 0) + (dated?.width ?? 0);
  if (needed > width) {
    return together([
      ...(name ? stripsOf(readable(name), look, room, element, 10) : []),
      ...[kind, day].flatMap((text) =>
        text ? stripsOf(readable(text), FAINT, room, element, named ? 0 : 10) : [],
      ),
    ]);
  }
  if (!named && !called && !dated) return [];
  const paint = (top: number) => {
    const baseline = top + baselineOf(BODY);
    sheets.mark(element);
    let at = x + indent;
    if (named) {
      if (marked) sheets.beside(() => markOf(sheets, voice, x, baseline));
      sheets.text(named, at, baseline, look.colour);
      at += named.width + 8;
    }
    if (called) sheets.text(called, at, baseline, FAINT.colour);
    if (dated) sheets.text(dated, x + width - dated.width, baseline, FAINT.colour);
  };
  return [{ before: 10, height: BODY.leading, keep: false, paint }];
}

function gap({ text }: Gap, room: Room): Strip[] {
  const { sheets, x, width } = room;
  const element = room.sheets.element(room.inside, "P");
  const lines = linesOf(readable(text), FAINT, width - 40, room.setting);
  const [only] = lines;
  return lines.map((line, at) => ({
    before: at === 0 ? 10 : 0,
    height: FAINT.leading,
    keep: at < lines.length - 1,
    paint: (top) => {
      const from = x + (width - line.width) / 2;
      sheets.mark(element);
      sheets.text(line, from, top + baselineOf(FAINT), FAINT.colour);
      if (line !== only || lines.length > 1) return;
      const y = top + FAINT.leading / 2 + 0.5;
      sheets.beside(() => {
        for (const [begin, end] of [
          [x, from - 8],
          [from + line.width + 8, x + width],
        ] as const)
          if (end - begin > 4)
            sheets.line([begin, y], [end, y], { colour: "edge", width: 0.5, dash: [0.5, 3] });
      });
    },
  }));
}

const rule = ({ sheets, x, width }: Room): Strip => ({
  before: 8,
  height: 8,
  keep: false,
  paint: (top) =>
    sheets.beside(() => sheets.line([x, top + 4], [x + width, top + 4], { colour: "line", width: 0.75 })),
});

const stripsOf = (text: string, look: Look, room: Room, element: Element, before: number): Strip[] =>
  stripsOfLines(
    linesOf(text, look, Math.min(room.width, MEASURE), room.setting),
    look,
    room,
    element,
    before,
  );

/** Lines under one another: neither the first nor the last stands alone on a page. */
function stripsOfLines(
  lines: readonly Line[],
  look: Look,
  { sheets, x, width }: Room,
  element: Element,
  before: number,
): Strip[] {
  return lines.map((line, at) => ({
    before: at === 0 ? before : 0,
    height: line.text.trim() === "" ? look.leading * 0.6 : look.leading,
    keep: at < lines.length - 1 && (at === 0 || at === lines.length - 2),
    paint: (top) => {
      sheets.mark(element);
      sheets.text(line, line.rightToLeft ? x + width - line.width : x, top + baselineOf(look), look.colour);
    },
  }));
}
