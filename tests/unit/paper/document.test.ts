import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block, Leaf } from "@/lib/paper/description";
import { draw } from "@/lib/paper/draw";
import { allTags, described, drawn, read, readFont, seen } from "@/tests/support/paper";

const words = (count: number) => Array.from({ length: count }, (_, at) => `word${at}`).join(" ");
const said = (voice: 0 | 1, text: string): Leaf => ({
  ...{ is: "said", voice, name: voice ? "Sam" : "Alex", day: "3 August", kind: "Check-in" },
  ...{ text, numbers: "trust 4 · safety 5" },
});

const everything: Block[] = [
  { is: "heading", level: 1, text: "First" },
  { is: "paragraph", text: "Some words." },
  { is: "heading", level: 2, text: "Second" },
  { is: "list", entries: ["one", "two"] },
  { is: "heading", level: 3, text: "Third" },
  { is: "keyValue", rows: [["Days", "seven"]] },
  { is: "heading", level: 2, text: "Fourth" },
  { is: "table", head: ["Promise", "Kept"], rowHeads: true, rows: [["A call at noon", "12"]] },
  {
    is: "figure",
    alt: "A line that rises",
    viewBox: [0, 0, 10, 5],
    paths: [{ d: "M0 5L10 0", stroke: "accent" }],
  },
  { is: "gap", text: "Nothing of nine days" },
  { is: "rule" },
  {
    is: "voices",
    columns: [
      { voice: 0, name: "Alex", blocks: [{ is: "paragraph", text: "Mine." }] },
      { voice: 1, name: "Sam", blocks: [said(1, "And mine.")] },
    ],
  },
  { is: "keepTogether", blocks: [said(0, "Together."), said(1, "With this.")] },
];

describe("a printed document", () => {
  it("tells who has it read aloud what each part of it is", async () => {
    const { pages, pdf } = await read(drawn(everything));
    const tags = allTags(pages.flatMap((page) => page.tags));
    const roles = new Set(tags.map(({ role }) => role));
    for (const role of [
      "Document",
      "H1",
      "H2",
      "H3",
      "P",
      "L",
      "LI",
      "Lbl",
      "LBody",
      "Table",
      "TR",
      "TH",
      "TD",
      "Figure",
      "Sect",
      "Div",
    ])
      expect(roles, role).toContain(role);
    expect(tags.find(({ role }) => role === "Figure")?.alt).toBe("A line that rises");
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    expect(((await pdf.getMetadata()).info as { Language?: string }).Language).toBe("en");
  });

  it("has every heading among its bookmarks, one inside the other", async () => {
    const outline = await (await read(drawn(everything))).pdf.getOutline();
    const titles = (items: typeof outline): unknown =>
      items.map(({ title, items: within }) => [title, titles(within)]);
    expect(titles(outline)).toEqual([
      [
        "First",
        [
          ["Second", [["Third", []]]],
          ["Fourth", []],
        ],
      ],
    ]);
  });

  it("says its title, its day without an hour, and not what made it", async () => {
    const title = "Ours & <yours> שלום";
    const file = drawn(everything, { title });
    const { info, metadata } = await (await read(file)).pdf.getMetadata();
    expect(info).toMatchObject({
      Title: title,
      CreationDate: "D:20261123000000Z",
      ModDate: "D:20261123000000Z",
    });
    expect(metadata.get("dc:title")).toBe(title);
    expect(info).not.toHaveProperty("Producer");
    expect(info).not.toHaveProperty("Creator");
    expect(Buffer.from(file).toString("latin1")).not.toMatch(/pdfkit/i);
  });

  it("is the same, byte for byte, for the same description, and no other's", () => {
    const once = drawn(everything);
    expect(Buffer.from(once).equals(drawn(everything))).toBe(true);
    const id = (file: Uint8Array) => /\/ID \[<(\w+)>/.exec(Buffer.from(file).toString("latin1"))?.[1];
    expect(id(once)).toMatch(/^[0-9a-f]{32}$/);
    expect(id(drawn(everything, { title: "Another" }))).not.toBe(id(once));
  });

  it("counts its pages at their foot, outside of what is read aloud", async () => {
    const { pages } = await read(
      drawn([{ is: "paragraph", text: words(2000) }], { watermark: "A copy for one reader" }),
    );
    expect(pages.length).toBeGreaterThan(2);
    for (const [at, { text, footer }] of pages.entries()) {
      expect(footer).toContain(`${at + 1} of ${pages.length}`);
      expect(footer).toContain("A copy for one reader");
      expect(text).not.toContain(" of ");
    }
  });

  it("never leaves a heading alone at the foot of a page", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 180 }), { minLength: 25, maxLength: 25 }),
        async (counts) => {
          const after = (count: number, at: number): Block =>
            at % 3 === 0
              ? {
                  is: "voices",
                  columns: [
                    { voice: 0, name: "Alex", blocks: [said(0, words(count))] },
                    { voice: 1, name: "Sam", blocks: [] },
                  ],
                }
              : at % 3 === 1
                ? {
                    is: "table",
                    head: ["a", "b"],
                    rows: Array.from({ length: (count % 9) + 1 }, () => ["one", "two"]),
                  }
                : { is: "paragraph", text: words(count) };
          const blocks = counts.flatMap((count, at): Block[] => [
            { is: "heading", level: 2, text: `Heading${at}` },
            { is: "heading", level: 3, text: `Heading${at}a` },
            after(count, at),
          ]);
          const { pages } = await read(drawn(blocks));
          expect(pages.length).toBeGreaterThan(1);
          for (const { lines } of pages) {
            const lowest = lines.filter(({ text }) => text.trim()).toSorted((a, b) => a.y - b.y)[0];
            expect(lowest?.text).not.toMatch(/^Heading/);
          }
        },
      ),
      { numRuns: 6 },
    );
  });

  it("breaks ten thousand words, and ten thousand letters without a space, within its margins", async () => {
    const long = words(10_000);
    const endless = "unbroken".repeat(1250);
    const file = drawn([
      { is: "paragraph", text: long },
      {
        is: "voices",
        columns: [
          { voice: 0, name: "Alex", blocks: [{ is: "paragraph", text: endless }] },
          { voice: 1, name: "Sam", blocks: [said(1, long)] },
        ],
      },
      { is: "table", head: ["a", "b"], rows: [[endless, "short"]] },
    ]);
    const { pages } = await read(file);
    const all = seen(pages.map(({ text }) => text).join(""));
    expect(all.split("word9999").length - 1).toBe(2);
    expect(all.replaceAll("unbroken", "").length).toBeLessThan(all.length - 15_000);
    for (const { lines } of pages)
      for (const { x, y } of lines) {
        expect(x).toBeGreaterThan(56);
        expect(x).toBeLessThan(595 - 56);
        expect(y).toBeGreaterThan(56);
        expect(y).toBeLessThan(842 - 56);
      }
  });

  it("lays two voices beside each other over pages, one of them perhaps without a word", async () => {
    const column = (text: string): Leaf[] => (text ? [{ is: "paragraph", text }] : []);
    const { pages } = await read(
      drawn([
        {
          is: "voices",
          columns: [
            { voice: 0, name: "Alex", blocks: column(words(1500)) },
            { voice: 1, name: "Sam", blocks: column("") },
          ],
        },
        { is: "paragraph", text: "What follows stands below." },
      ]),
    );
    expect(pages.length).toBeGreaterThan(2);
    const middle = 595 / 2;
    const [first, ...others] = pages;
    expect(first?.lines.find(({ text }) => text.startsWith("Sam"))?.x).toBeGreaterThan(middle);
    for (const { lines } of pages)
      for (const { text, x } of lines) if (text.startsWith("word")) expect(x).toBeLessThan(middle);
    // Whose column it is stands above it again, for the eye only.
    for (const { text, footer } of others.slice(0, -1)) {
      expect(text).not.toContain("Alex");
      expect(footer).toContain("Alex");
    }
    expect(others.at(-1)?.text).toContain("What follows stands below.");
  });

  it("keeps together what asks for it, and a drawing whole", async () => {
    const together: Block = {
      is: "keepTogether",
      blocks: Array.from({ length: 8 }, (_, at) => said(at % 2 ? 1 : 0, `part${at} ${words(20)}`)),
    };
    const { pages } = await read(drawn([{ is: "paragraph", text: words(500) }, together]));
    const holding = pages.filter(({ text }) => /part\d/.test(text));
    expect(holding).toHaveLength(1);
    const tall: Block = {
      is: "figure",
      alt: "Tall",
      viewBox: [0, 0, 10, 900],
      paths: [{ d: "M0 0V900", stroke: "text" }],
    };
    expect((await read(drawn([tall, tall]))).pages).toHaveLength(2);
  });

  it("keeps a drawing in a column, and its name above it, with what is said under it", async () => {
    const figure: Leaf = {
      is: "figure",
      alt: "A line",
      viewBox: [0, 0, 100, 40],
      paths: [{ d: "M0 0L100 40", stroke: "text" }],
    };
    const beside = (voice: 0 | 1, name: string) => ({
      voice,
      name: "",
      blocks: [figure, { is: "paragraph" as const, text: `What ${name} says.` }],
    });
    for (let above = 30; above < 46; above += 1) {
      const { pages } = await read(
        drawn([
          ...Array.from({ length: above }, (): Block => ({ is: "paragraph", style: "small", text: "One." })),
          { is: "heading", level: 3, text: "Trust" },
          { is: "voices", columns: [beside(0, "Alex"), beside(1, "Sam")] },
        ]),
      );
      const holding = pages.filter(
        ({ text, tags }) => /Trust|says/.test(text) || allTags(tags).some(({ role }) => role === "Figure"),
      );
      expect(holding).toHaveLength(1);
    }
  });

  it("repeats the head of a table on every page of it, for the eye only", async () => {
    const rows = Array.from({ length: 120 }, (_, at) => [`row ${at}`, "kept"]);
    const { pages } = await read(drawn([{ is: "table", head: ["Promise", "Outcome"], rows }]));
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.map(({ text }) => text.includes("Outcome"))).toEqual(pages.map((_, at) => at === 0));
    for (const { footer } of pages.slice(1)) expect(footer).toContain("Outcome");
    expect(
      pages.flatMap((page) => allTags(page.tags)).filter(({ role }) => role === "TR").length,
    ).toBeGreaterThanOrEqual(121);
  });

  it("does not repeat what has not begun yet, wherever on a page it begins", async () => {
    for (let above = 40; above < 52; above += 1) {
      const { pages } = await read(
        drawn([
          ...Array.from({ length: above }, (): Block => ({ is: "paragraph", style: "small", text: "One." })),
          { is: "heading", level: 2, text: "Heading" },
          { is: "table", head: ["Promise", "Outcome"], rows: [["a", "b"]] },
        ]),
      );
      const begins = pages.find(({ text }) => text.includes("Outcome"));
      expect(begins?.text).toContain("Heading");
      expect(begins?.footer).not.toContain("Outcome");
    }
  });

  it("shows all of a name, however long", async () => {
    const name = words(60);
    const { pages } = await read(
      drawn([
        said(0, "Something."),
        { ...said(1, "Something."), name } as Block,
        {
          is: "voices",
          columns: [
            { voice: 0, name, blocks: [] },
            { voice: 1, name: "Sam", blocks: [] },
          ],
        },
      ]),
    );
    const all = pages.map(({ text }) => text).join("");
    expect(all.split("word59").length - 1).toBe(2);
    for (const { lines } of pages) for (const { x } of lines) expect(x).toBeLessThan(595 - 56);
  });

  it("comes on letter paper too", async () => {
    const { pdf } = await read(drawn(everything, { size: "letter" }));
    expect((await pdf.getPage(1)).view).toEqual([0, 0, 612, 792]);
  });

  it("is the size of what it shows, not of its fonts", () => {
    expect(draw(described([{ is: "paragraph", text: "Short." }]), readFont).length).toBeLessThan(12_000);
  });
});
