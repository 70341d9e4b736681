import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { components, labels } from "@/lib/coach/labels";

const text = z.strictObject({
  id: z.string(),
  text: z.string().min(2),
  labels: z.array(z.enum(labels)),
  positive: z.array(z.enum(components)),
  kind: z.enum(["sentence", "message"]),
  note: z.string(),
});

const textsIn = (folder: string) =>
  readdirSync(folder).flatMap((name) =>
    readFileSync(`${folder}/${name}`, "utf8")
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => text.parse(JSON.parse(line))),
  );
const training = textsIn("lib/coach/training");
const unseen = textsIn("lib/coach/unseen");
const all = [...training, ...unseen];
const plain = (words: string) =>
  words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

describe("the texts that the coach is taught and measured by", () => {
  it("are each there once, under a name of their own", () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(all.map((one) => plain(one.text))).size).toBe(all.length);
  });

  it.each(labels)("have many of %s, in either part", (label) => {
    for (const texts of [training, unseen]) {
      const labelled = texts.filter((one) => one.labels.includes(label));
      expect(labelled.length / texts.length).toBeGreaterThan(0.05);
    }
  });

  it("have about as many without a label as with one, and notes that agree with that", () => {
    for (const texts of [training, unseen]) {
      const clean = texts.filter((one) => one.labels.length === 0);
      expect(clean.length / texts.length).toBeGreaterThan(0.4);
      expect(clean.length / texts.length).toBeLessThan(0.6);
      expect(clean.every(({ note }) => !note.startsWith("HP"))).toBe(true);
      expect(texts.filter(({ note }) => note.startsWith("HN")).every((one) => clean.includes(one))).toBe(
        true,
      );
    }
  });
});
