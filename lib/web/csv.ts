import { stringify } from "csv-stringify/sync";

export type Cell = string | number | null;

/** What a file begins with, so that a spreadsheet reads it as UTF-8. */
export const BOM = "\ufeff";

/** How a cell may begin that a spreadsheet takes for a formula, whatever white space it passes over first. */
const FORMULA = /^[\s\0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** Rows as RFC 4180 has them: texts in quotes, lines that end in CR and LF. No text of them is a formula to a spreadsheet. */
export const asCsv = (rows: readonly (readonly Cell[])[]): string =>
  stringify(
    rows.map((row) => row.map((cell) => (typeof cell === "string" ? harmless(cell) : cell))),
    { quoted_string: true, record_delimiter: "windows" },
  );

/** A text that would be a formula stands behind an apostrophe, which says to a spreadsheet that it is a text. */
const harmless = (text: string) => (FORMULA.test(text) ? `'${text}` : text).replaceAll("\0", "\ufffd");
