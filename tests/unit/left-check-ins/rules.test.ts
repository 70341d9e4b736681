import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { blank } from "@/lib/check-ins/rules";
import { idOf } from "@/lib/left-check-ins/rules";

describe("the id of a check-in that is left", () => {
  const form = randomUUID();

  it("is one for the same form with the same content, in whatever order feelings were chosen", () => {
    const said = { ...blank, feelings: ["sad", "hurt"] as ("sad" | "hurt")[], note: "a word" };
    expect(idOf(form, said)).toBe(idOf(form, { ...said, feelings: ["hurt", "sad"] }));
  });

  it("is another for anything else, so that nothing is taken for what was sent before", () => {
    const ids = [
      idOf(form, blank),
      idOf(form, { ...blank, note: "a word" }),
      idOf(form, { ...blank, pain: 0 }),
      idOf(randomUUID(), blank),
    ];
    expect(new Set(ids).size).toBe(4);
    for (const id of ids) expect(z.uuid().safeParse(id).success).toBe(true);
  });
});
