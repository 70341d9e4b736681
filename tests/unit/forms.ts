import fc from "fast-check";
import { expect } from "vitest";
import { z } from "zod";

/** What a form says of fields it cannot understand: the field and the key of its sentence. */
export const messagesOf = (form: z.ZodType, fields: object) =>
  form.safeParse(fields).error?.issues.map(({ path, message }) => [path[0], message]) ?? [];

/** A form is read or refused, whatever is sent in its place: it never throws, and never hands on a forged prototype. */
export function neverStumbles(form: z.ZodType, names: readonly string[], numRuns: number): void {
  fc.assert(
    fc.property(anythingFor(names), (input) => {
      const read = form.safeParse(input);
      if (read.success) expect(Object.getPrototypeOf(read.data)).toBe(Object.prototype);
      else expect(read.error).toBeInstanceOf(z.ZodError);
    }),
    { numRuns },
  );
  expect(Object.keys(Object.prototype)).toEqual([]);
}

const MEANT_FOR_JAVASCRIPT = ["__proto__", "constructor", "toString"];

const anythingFor = (names: readonly string[]) => {
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withNullPrototype: true,
    withSparseArray: true,
  });
  const typed = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.uuid(),
    fc.constantFrom(
      "",
      "20",
      "until",
      "12:00",
      "answered",
      "only_me",
      "\u0000",
      "\ud83d",
      "x".repeat(10_001),
    ),
  );
  const sent = fc.oneof(typed, fc.array(typed, { maxLength: 3 }), anything);
  return fc.oneof(anything, fc.dictionary(fc.constantFrom(...names, ...MEANT_FOR_JAVASCRIPT), sent));
};
