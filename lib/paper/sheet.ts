import PDFDocument from "pdfkit";
import type { Colour, Description, Mark, Path } from "@/lib/paper/description";
import type { Face } from "@/lib/paper/faces";
import { rgbOf } from "@/lib/paper/inks";
import type { Line } from "@/lib/paper/lines";
import { type Embedded, rounded, Showing } from "@/lib/paper/showing";
import { inOneLine } from "@/lib/paper/text";

/** What is inside the library's document, and has no name outside. */
type Inside = {
  readonly _font: Embedded;
  readonly page: { readonly fonts: Record<string, unknown>; readonly height: number };
  readonly outline: Bookmark;
  _id: Uint8Array;
  addContent(operators: string): void;
};
type Bookmark = {
  addItem(title: string, place: { readonly top: number; readonly left: number }): Bookmark;
};

export type Element = PDFKit.PDFStructureElement;
export type Point = readonly [x: number, y: number];
type Stroke = { readonly colour: Colour; readonly width: number; readonly dash?: readonly number[] };
type Marked = { readonly element: Element; readonly page: number };

const MM = 72 / 25.4;
export const MARGIN = 20 * MM;
const SIZES = { a4: [595.28, 841.89], letter: [612, 792] } as const;

/** The library's document, with its own words about itself left out. */
class Tagged extends PDFDocument {
  /** The document's description of itself in XMP; the library's own escapes nothing. */
  protected _addInfo(): void {
    const { Title: title = "", CreationDate: day } = this.info;
    const escaped = title.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    const stamp = day?.toISOString().replace(".000", "");
    (this as unknown as { appendXML(xml: string): void }).appendXML(
      `<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:CreateDate>${stamp}</xmp:CreateDate><xmp:ModifyDate>${stamp}</xmp:ModifyDate></rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped}</rdf:li></rdf:Alt></dc:title></rdf:Description>`,
    );
  }
}

/** The pages of a document, and what is drawn on them. Places are in points from the upper left. */
export class Sheets {
  readonly width: number;
  readonly height: number;
  readonly top = MARGIN;
  readonly bottom: number;
  readonly doc: PDFKit.PDFDocument;
  readonly root: Element;
  readonly #embedded = new Map<Face, Embedded>();
  readonly #beside = new Map<number, (() => void)[]>();
  readonly #bookmarks: Bookmark[] = [];
  #marked: Marked | undefined;
  #page = -1;
  count = 0;

  constructor(
    { title, language, day, size }: Description,
    private readonly onPage: (count: number) => void,
  ) {
    [this.width, this.height] = SIZES[size];
    this.bottom = this.height - MARGIN;
    const made = new Date(`${day}T00:00:00Z`);
    this.doc = new Tagged({
      size: size === "a4" ? "A4" : "LETTER",
      margin: 0,
      autoFirstPage: false,
      bufferPages: true,
      pdfVersion: "1.7",
      tagged: true,
      displayTitle: true,
      lang: language,
      // No standard font: whatever is drawn is embedded.
      font: null as unknown as string,
      info: { Title: inOneLine(title), CreationDate: made, ModDate: made },
    });
    delete this.doc.info.Producer;
    delete this.doc.info.Creator;
    this.root = this.doc.struct("Document");
    this.doc.addStructure(this.root);
  }

  get #inside(): Inside {
    return this.doc as unknown as Inside;
  }

  /** Goes to a page, which is there or is the next that is made. */
  to(page: number): void {
    if (page === this.#page) return;
    this.#close();
    if (page < this.count) this.doc.switchToPage(page);
    else {
      this.doc.addPage();
      this.count += 1;
      this.onPage(this.count);
    }
    this.#page = page;
  }

  /** An element of the document, inside another; they are read in the order they are made. */
  element(inside: Element, type: string, options: object = {}): Element {
    const element = this.doc.struct(type, options);
    inside.add(element);
    return element;
  }

  /** What is drawn next is part of that element. */
  mark(element: Element): void {
    if (this.#marked?.element === element && this.#marked.page === this.#page) return;
    this.#close();
    const tag = (element as unknown as { dictionary: { data: { S: string } } }).dictionary.data.S;
    element.add(this.doc.markStructureContent(tag));
    this.#marked = { element, page: this.#page };
  }

  #close(): void {
    if (this.#marked) this.doc.endMarkedContent();
    this.#marked = undefined;
  }

  /** Drawn on this page when all is there, and part of no element: rules, bars, what is repeated. */
  beside(draw: () => void): void {
    const drawn = this.#beside.get(this.#page) ?? [];
    drawn.push(draw);
    this.#beside.set(this.#page, drawn);
  }

  bookmark(level: 1 | 2 | 3, text: string, top: number): void {
    const above = this.#bookmarks.slice(0, level - 1).findLast((one) => one !== undefined);
    const outline = this.#inside.outline;
    const place = { top: Math.max(0, top - 12), left: this.width };
    this.#bookmarks[level - 1] = (above ?? outline).addItem(inOneLine(text), place);
    this.#bookmarks.length = level;
  }

  /** A line with its beginning at `x` and its baseline at `y`. */
  text({ pieces }: Line, x: number, y: number, colour: Colour): void {
    const shown = pieces.filter(({ shape }) => shape.glyphs.some(({ hidden }) => !hidden));
    if (shown.length === 0) return;
    const showing = new Showing(x, this.height - y, (face) => this.#embed(face));
    for (const piece of shown) showing.add(piece);
    const [red, green, blue] = rgbOf(colour).map((part) => rounded(part / 255));
    this.#inside.addContent(
      `q 1 0 0 -1 0 ${rounded(this.height)} cm BT ${red} ${green} ${blue} rg\n${showing.end()}\nET Q`,
    );
  }

  /** A line that runs up the page. */
  sideways(line: Line, x: number, y: number, colour: Colour): void {
    this.doc.save().rotate(-90, { origin: [x, y] });
    this.text(line, x, y, colour);
    this.doc.restore();
  }

  line(from: Point, to: Point, { colour, width, dash }: Stroke): void {
    this.doc
      .save()
      .moveTo(...from)
      .lineTo(...to)
      .lineWidth(width)
      .lineCap("butt");
    if (dash) this.doc.dash([...dash] as unknown as number, {});
    this.doc.stroke(rgbOf(colour)).restore();
  }

  /** A path of a drawing that is `scale` as large and begins at `x` and `y`. */
  path({ d, stroke, fill, width = 1, dash }: Path, scale: number, x: number, y: number): void {
    this.doc.save().transform(scale, 0, 0, scale, x, y).path(d);
    this.doc
      .lineWidth(width / scale)
      .lineCap("round")
      .lineJoin("round");
    if (dash) this.doc.dash(dash.map((length) => length / scale) as unknown as number, {});
    if (fill && stroke) this.doc.fillAndStroke(rgbOf(fill), rgbOf(stroke));
    else if (fill) this.doc.fill(rgbOf(fill));
    else if (stroke) this.doc.stroke(rgbOf(stroke));
    this.doc.restore();
  }

  symbol({ shape, x, y, size, colour, filled = false }: Mark): void {
    const half = size / 2;
    this.doc.save().lineWidth(1).lineJoin("miter");
    if (shape === "circle") this.doc.circle(x, y, filled ? half : half - 0.5);
    else if (shape === "square") this.doc.rect(x - half, y - half, size, size);
    else if (shape === "diamond")
      this.doc.polygon([x, y - half], [x + half, y], [x, y + half], [x - half, y]);
    else {
      this.doc.moveTo(x - half, y - half).lineTo(x + half, y + half);
      this.doc.moveTo(x - half, y + half).lineTo(x + half, y - half);
    }
    if (filled && shape !== "cross") this.doc.fill(rgbOf(colour));
    else this.doc.stroke(rgbOf(colour));
    this.doc.restore();
  }

  /** The font of this page and this file. */
  #embed(face: Face): Embedded {
    const embedded = this.#embedded.get(face) ?? this.#opened(face);
    this.#inside.page.fonts[embedded.id] ??= embedded.ref();
    return embedded;
  }

  #opened(face: Face): Embedded {
    // The library takes an opened font too, so that none is opened twice.
    this.doc.font(face.font as unknown as ArrayBuffer, face.key);
    const { _font: embedded } = this.#inside;
    if (embedded.font !== face.font) throw new Error(`${face.key} was taken for another font.`);
    this.#embedded.set(face, embedded);
    return embedded;
  }

  /** Draws what is beside the text, and what frames each page now that their number is known; hands over the file. */
  finish(id: Uint8Array, frame: (page: number) => void): Uint8Array {
    this.#close();
    for (let page = 0; page < this.count; page += 1) {
      this.to(page);
      this.#artifact("Layout", () => {
        for (const draw of this.#beside.get(page) ?? []) draw();
      });
      this.#artifact("Pagination", () => frame(page));
    }
    this.#inside._id = id;
    this.doc.end();
    const file: unknown = this.doc.read();
    if (!(file instanceof Uint8Array)) throw new Error("The document was not written to its end.");
    return file;
  }

  #artifact(type: "Layout" | "Pagination", draw: () => void): void {
    this.doc.markContent("Artifact", { type });
    draw();
    this.doc.endMarkedContent();
  }
}
