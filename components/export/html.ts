/** What is markup already. Everything else that is put into a page is escaped. */
export class Markup {
  constructor(readonly text: string) {}
}

type Value = string | number | null | undefined | false | Markup | readonly Markup[];

/** A piece of a page that is made without React. What is put into it is text, in an element or in a quoted attribute. */
export const html = (pieces: TemplateStringsArray, ...values: readonly Value[]): Markup =>
  new Markup(String.raw({ raw: pieces }, ...values.map(written)));

function written(value: Value): string {
  if (value === null || value === undefined || value === false) return "";
  if (value instanceof Markup) return value.text;
  return typeof value === "object" ? value.map(({ text }) => text).join("") : escaped(String(value));
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** No document may hold U+0000: it stands there as what cannot be shown. */
export const escaped = (text: string): string =>
  text.replaceAll("\0", "\ufffd").replace(/[&<>"']/g, (character) => ESCAPES[character] ?? "");
