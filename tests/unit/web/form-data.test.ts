import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldsOf, typedIn } from "@/lib/web/form-data";

const formOf = (entries: [string, string][]) => {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
};

describe("a form", () => {
  it("reads a name given twice as a list and one given once as a string", () =>
    expect(
      fieldsOf(
        formOf([
          ["feelings", "sad"],
          ["feelings", "angry"],
          ["note", "x"],
        ]),
      ),
    ).toEqual({ feelings: ["sad", "angry"], note: "x" }));

  it("gives back everything that was typed but secrets", () =>
    expect(
      typedIn(
        formOf([
          ["name", "Ada"],
          ["passphrase", "p"],
          ["current_passphrase", "c"],
          ["code", "w"],
          ["token", "t"],
          ["$ACTION_ID", "1"],
        ]),
      ),
    ).toEqual({
      name: ["Ada"],
    }));

  it("takes out only what Postgres cannot hold", () =>
    expect(fieldsOf(formOf([["note", "a\u0000b\ud800c\r\nd"]]))).toEqual({ note: "ab\ufffdc\nd" }));

  it("is not fooled by names that mean something to JavaScript", () => {
    const fields = fieldsOf(
      formOf([
        ["__proto__", "x"],
        ["constructor", "y"],
      ]),
    );
    expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
    expect(Object.keys(fields)).toEqual(["__proto__", "constructor"]);
  });

  it("keeps ordinary text to the letter", () => {
    const ordinary = fc
      .string({ unit: "grapheme" })
      .filter((text) => !text.includes("\u0000") && !text.includes("\r"));
    fc.assert(
      fc.property(ordinary, (text) => {
        expect(fieldsOf(formOf([["note", text]])).note).toBe(text.toWellFormed());
      }),
    );
  });

  it("answers nothing for a file", () => {
    const form = new FormData();
    form.append("note", new File(["x"], "x.txt"));
    expect(fieldsOf(form)).toEqual({});
  });
});
