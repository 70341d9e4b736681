import { createHash } from "node:crypto";
import { laid } from "@/lib/paper/blocks";
import type { Description, Voices } from "@/lib/paper/description";
import { Faces, type ReadFont } from "@/lib/paper/faces";
import { type Again, beginningOf, Flow, type Strip } from "@/lib/paper/flow";
import { inkOf } from "@/lib/paper/inks";
import { type Line, lineOf, linesOf } from "@/lib/paper/lines";
import { baselineOf, FAINT, type Look, STRONG } from "@/lib/paper/looks";
import type { Room } from "@/lib/paper/room";
import { Shapes } from "@/lib/paper/shapes";
import { MARGIN, Sheets } from "@/lib/paper/sheet";
import { inOneLine } from "@/lib/paper/text";
import { Units } from "@/lib/paper/units";
import { MARK, markOf, underline } from "@/lib/paper/voice-marks";

const GUTTER = 22;

/**
 * The description as a tagged PDF. The same description gives the same bytes.
 * `readFont` reads a file of the font packages; `onPage` hears how many pages there are so far.
 */
export function draw(
  description: Description,
  readFont: ReadFont,
  onPage: (count: number) => void = () => {},
): Uint8Array {
  const sheets = new Sheets(description, onPage);
  const setting = { units: new Units(new Faces(readFont, description.language)), shapes: new Shapes() };
  const room = { sheets, setting, x: MARGIN, width: sheets.width - 2 * MARGIN, inside: sheets.root };
  fill(description, new Flow(sheets), room);
  const content = createHash("sha256").update(JSON.stringify(description)).digest();
  return sheets.finish(content.subarray(0, 16), (page) => frame(description, page, room));
}

function fill({ blocks }: Description, flow: Flow, room: Room): void {
  /** A heading waits for what it is above. */
  let held: Strip[] = [];
  for (const block of blocks) {
    if (block.is === "pageBreak") {
      if (!flow.atTop) flow.turn();
      continue;
    }
    if (block.is === "voices") {
      beside(block, held, flow, room);
      held = [];
      continue;
    }
    const { strips, again } = laid(block, room);
    if (block.is === "heading") {
      held.push(...strips);
      continue;
    }
    flow.put([...held, ...strips], again && { ...again, after: again.after + held.length });
    held = [];
  }
  flow.put(held);
}

/** Both columns begin on the same page and go on by themselves; what follows stands under the longer one. */
function beside({ columns }: Voices, held: readonly Strip[], flow: Flow, room: Room): void {
  const width = (room.width - GUTTER) / 2;
  const sides = columns.map(({ voice, name, blocks }, side) => {
    const inside = room.sheets.element(room.inside, "Sect");
    const own: Room = { ...room, x: room.x + side * (width + GUTTER), width, inside, voice };
    const look: Look = { ...STRONG, size: 11, leading: 16, colour: inkOf(voice) };
    const names = name ? linesOf(inOneLine(name), look, width - MARK - 6, room.setting) : [];
    const element = room.sheets.element(inside, "P");
    const nameAt = (line: Line | undefined, top: number) =>
      line && room.sheets.text(line, own.x + MARK + 6, top + baselineOf(look), look.colour);
    const markAt = (top: number) => markOf(room.sheets, voice, own.x, top + baselineOf(look));
    const ruleUnder = (top: number) => underline(room.sheets, voice, own.x, top + look.leading + 4, width);
    const title = names.map((line, at): Strip => {
      const [isFirst, isLast] = [at === 0, at === names.length - 1];
      return {
        before: isFirst ? 14 : 0,
        height: look.leading + (isLast ? 6 : 0),
        keep: true,
        paint: (top) => {
          room.sheets.mark(element);
          nameAt(line, top);
          if (isFirst) room.sheets.beside(() => markAt(top));
          if (isLast) room.sheets.beside(() => ruleUnder(top));
        },
      };
    });
    const again: Again = {
      after: title.length,
      paint: (top) => {
        room.sheets.beside(() => {
          nameAt(names[0], top);
          markAt(top);
          ruleUnder(top);
        });
        return look.leading + 12;
      },
    };
    const strips = [...title, ...blocks.flatMap((block) => laid(block, own).strips)];
    return { strips, again: name ? again : undefined };
  });
  const most = Math.max(...sides.map(({ strips }) => beginningOf(strips)));
  const above = held.reduce((sum, { before, height }) => sum + before + height, 0);
  if (!flow.atTop && !flow.fits(above + most)) flow.turn();
  flow.put(held);
  const start = flow.place;
  const ends = sides.map(({ strips, again }) => {
    flow.goTo(start);
    flow.put(strips, again);
    return flow.place;
  });
  const [last = start] = ends.sort((one, other) => other.page - one.page || other.y - one.y);
  flow.goTo(last);
}

/** What stands at the foot and in the margin of a page. */
function frame({ footer, watermark }: Description, page: number, { sheets, setting, x, width }: Room): void {
  const y = sheets.height - MARGIN * 0.55;
  const pages = footer.pages.replace("{pages}", String(sheets.count)).replace("{page}", String(page + 1));
  const counted = lineOf(inOneLine(pages), FAINT, setting);
  const [said] = linesOf(inOneLine(footer.text), FAINT, width - counted.width - 24, setting);
  if (said) sheets.text(said, x, y, FAINT.colour);
  sheets.text(counted, x + width - counted.width, y, FAINT.colour);
  if (!watermark) return;
  const look = { ...FAINT, size: 7.5 };
  const [along] = linesOf(inOneLine(watermark), look, sheets.bottom - sheets.top, setting);
  if (along)
    sheets.sideways(along, sheets.width - MARGIN * 0.42, sheets.height / 2 + along.width / 2, "edge");
}
