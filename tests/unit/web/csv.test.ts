import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asCsv } from "@/lib/web/csv";

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.stringMatching(/^[=+@\-\t\r\n",;' a]*$/),
  fc.constantFrom(
    '=HYPERLINK("http://elsewhere.example")',
    "+1",
    "-1+2",
    "@SUM(1)",
    "\t=1",
    " =1",
    "\uff1d1",
  ),
);
const cell = fc.oneof(text, fc.integer(), fc.constant(null));
const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1 });
const read = (csv: string) => parse(csv, { record_delimiter: "\r\n" }) as string[][];

describe("rows as CSV", () => {
  it("are read back as they were, but for what stands before a formula", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const back = read(asCsv(all)).map((row) => row.map((one) => one.replace(/^'/, "")));
        const were = all.map((row) =>
          row.map((one) =>
            String(one ?? "")
              .replaceAll("\0", "\ufffd")
              .replace(/^'/, ""),
          ),
        );
        expect(back).toEqual(were);
      }),
      { numRuns: 500 },
    );
  });

  it("hold no text that a spreadsheet would work out", () => {
    fc.assert(
      fc.property(text, (one) => {
        const [[cell = ""] = []] = read(asCsv([[one, "x"]]));
        expect(cell).not.toMatch(/^[\s\0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/);
      }),
      { numRuns: 1000 },
    );
    expect(asCsv([["=1+1", -1, "a\r\nb", null]])).toBe('"\'=1+1",-1,"a\r\nb",\r\n');
  });
});
