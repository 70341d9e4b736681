import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import * as fontkit from "fontkit";
import { getDocumentProxy } from "unpdf";
import type { Block, Description } from "@/lib/paper/description";
import { draw } from "@/lib/paper/draw";

const files = new Map<string, Uint8Array>();

export function readFont(path: string): Uint8Array {
  const file = files.get(path) ?? readFileSync(join("node_modules/@fontsource", path));
  files.set(path, file);
  return file;
}

export const described = (blocks: readonly Block[], other: Partial<Description> = {}): Description => ({
  title: "For our next hour",
  language: "en",
  day: "2026-11-23",
  size: "a4",
  footer: { text: "Made from what each chose", pages: "{page} of {pages}" },
  blocks,
  ...other,
});

export const drawn = (blocks: readonly Block[], other: Partial<Description> = {}) =>
  draw(described(blocks, other), readFont);

export type Tag = { readonly role: string; readonly alt?: string; readonly children: readonly Tag[] };
type Node = {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly Node[];
  readonly id?: string;
};

/** A file as a program that knows nothing of ours reads it. */
export async function read(file: Uint8Array) {
  const pdf = await getDocumentProxy(new Uint8Array(file));
  const pages: {
    text: string;
    footer: string;
    lines: Line[];
    tags: Tag[];
    runs: ReadonlyMap<string, string>;
  }[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
    const runs = new Map<string, string>();
    const lines: Line[] = [];
    const within: string[] = [];
    let [text, footer] = ["", ""];
    for (const one of content.items) {
      if ("type" in one) {
        if (one.type === "endMarkedContent") within.pop();
        else within.push(one.id ?? "");
        continue;
      }
      const id = within.find((name) => name.startsWith("p"));
      const said = one.str + (one.hasEOL ? "\n" : "");
      if (!id) {
        footer += said;
        continue;
      }
      text += said;
      runs.set(id, (runs.get(id) ?? "") + said);
      lines.push({
        text: one.str,
        x: one.transform[4],
        y: one.transform[5],
        size: Math.hypot(one.transform[2], one.transform[3]),
      });
    }
    pages.push({ text, footer, lines, runs, tags: tagsIn((await page.getStructTree()) as Node | null) });
  }
  return { pages, pdf };
}
export type Line = { readonly text: string; readonly x: number; readonly y: number; readonly size: number };

const tagsIn = (node: Node | null): Tag[] =>
  (node?.children ?? [])
    .filter((child) => child.role)
    .map((child) => ({
      role: child.role as string,
      ...(child.alt && { alt: child.alt }),
      children: tagsIn(child),
    }));

export const allTags = (tags: readonly Tag[]): Tag[] =>
  tags.flatMap((tag) => [tag, ...allTags(tag.children)]);

/** What is packed in a file, unpacked. */
function streamsIn(file: Uint8Array): Buffer[] {
  const bytes = Buffer.from(file);
  const source = bytes.toString("latin1");
  return [...source.matchAll(/\/Length (\d+)[^>]*?>>\nstream\n/g)].map(({ index, 0: found, 1: length }) => {
    const from = index + found.length;
    const packed = bytes.subarray(from, from + Number(length));
    const object = source.slice(source.lastIndexOf(" obj", index), from);
    return object.includes("FlateDecode") ? inflateSync(packed) : packed;
  });
}

/** The fonts in a file; what none of their texts needs is not in them. */
export function fontsIn(file: Uint8Array): fontkit.Font[] {
  const fonts = streamsIn(file).filter(
    (stream) => stream.length > 4 && [0x00010000, 0x74727565].includes(stream.readUInt32BE(0)),
  );
  return fonts.map((font) => fontkit.create(font) as fontkit.Font);
}

/** How many glyphs are shown. */
export const shownIn = (file: Uint8Array): number =>
  streamsIn(file)
    .map((stream) => stream.toString("latin1"))
    .filter((stream) => /\bBT\b[\s\S]*\bET\b/.test(stream))
    .flatMap((stream) => [...stream.matchAll(/\[(<[^\]]*>)\] TJ/g)])
    .flatMap(([, shown = ""]) => [...shown.matchAll(/<([0-9a-f]*)>/g)])
    .reduce((sum, [, hex = ""]) => sum + hex.length / 4, 0);

/** What is left of a text when all that is not seen is taken out. */
export const seen = (text: string) =>
  text.toWellFormed().replace(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\s]/gu, "");
