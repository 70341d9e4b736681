import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escaped, html } from "@/components/export/html";

const anything = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.stringMatching(/^[<>&"'=/a-z! -]*$/),
  fc.constantFrom(
    "</title><script>alert(1)</script>",
    "--><img src=x onerror=alert(1)>",
    "' onload='x",
    "&lt;",
    "half \0 of it",
  ),
);

const read = (text: string) =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

describe("a piece of a page", () => {
  it("says whatever is put into it, to the letter, and nothing of it is markup", () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(escaped(text)).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/);
        expect(read(escaped(text))).toBe(text.replaceAll("\0", "\ufffd"));
      }),
      { numRuns: 1000 },
    );
  });

  it("has the same elements whatever is put into it", () => {
    const page = (one: string, other: string) =>
      html`<p title="${one}">${html`<b>${other}</b>`}${[one, other].map((text) => html`<i>${text}</i>`)}</p>`
        .text;
    const elements = (text: string) =>
      text.match(/<\/?[a-z]+( title="[^"]*")?>/g)?.map((tag) => tag.replace(/".*"/s, ""));
    fc.assert(
      fc.property(anything, anything, (one, other) => {
        expect(elements(page(one, other))).toEqual(elements(page("one", "other")));
        expect(page(one, other).match(/[<>]/g)).toHaveLength(16);
      }),
      { numRuns: 1000 },
    );
  });

  it("leaves out what is not there", () => {
    expect(html`<p>${null}${undefined}${false}${0}</p>`.text).toBe("<p>0</p>");
  });
});
