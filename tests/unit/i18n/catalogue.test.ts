import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import messages from "@/lib/i18n/en.json";
import errors from "@/lib/i18n/errors.json";

type Tree = { readonly [key: string]: string | readonly string[] | Tree };

const sentences = (tree: Tree, path = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) => {
    const at = path ? `${path}.${key}` : key;
    if (typeof value === "string") return [[at, value] as [string, string]];
    if (Array.isArray(value)) return value.map((text: string): [string, string] => [at, text]);
    return sentences(value as Tree, at);
  });

const all = sentences({ ...messages, errors_shown: errors } as Tree);
const source = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes("generated"))
    .map((file) => readFileSync(`${folder}/${file}`, "utf8"))
    .join("\n");

describe("every sentence", () => {
  it.each(all)("%s keeps the tone: “%s”", (_, sentence) => {
    expect(sentence).not.toMatch(
      /!|\bprov(e|es|ed|ing)\b|\bmov(e|ing) on\b|\bstreak|\bscore|\bhurry|\bcongrat|\bcheat|\baffair|\binfidel|\bguilt trip|[♥❤💔🎉]/iu,
    );
  });

  it("of a refusal has a reason in the code, and every reason a sentence", () => {
    const reasons = [...readFileSync("lib/errors.ts", "utf8").matchAll(/^ {2}\| "(\w+)"/gm)].map(
      ([, reason]) => reason ?? "",
    );
    expect(reasons.length).toBeGreaterThan(10);
    expect(Object.keys(messages.refusals).sort()).toEqual([...reasons, "unexpected"].sort());
  });

  it("of a mail can be read over a shoulder", () => {
    for (const [, text] of sentences(messages.mail as Tree))
      expect(text).not.toMatch(/trust|partner|feel|couple|check-in|pain/i);
  });

  it("is used somewhere", () => {
    const code = ["app", "components", "lib"].map(source).join("\n");
    const named = (key: string) => new RegExp(`\\b${key}\\b`).test(code);
    const made = (key: string) => {
      const [first, last] = [key.split("_")[0], key.split("_").at(-1)];
      return key.includes("_") && (code.includes(`\`${first}_\${`) || code.includes(`}_${last}\``));
    };
    const keys = all.map(([path]) => path.split(".").at(-1) ?? "");
    expect(keys.filter((key) => !named(key) && !made(key))).toEqual([]);
  });
});
