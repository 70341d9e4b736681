import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Content, content } from "@/lib/check-ins/schema";
import type { Shown } from "@/lib/visibility/rules";

/** An entry as it stood from one day on: what it said and who could see it. Days are counted back from today. */
export type Version = { readonly writtenAgo: number; readonly content: Content; readonly shown: Shown };

/** One day of a diary: how it was written first, and every change since. */
export type Page = { readonly ago: number; readonly versions: readonly [Version, ...Version[]] };

const HEADING = /^(?<changed>changed )?(?<when>today|yesterday|\d+ days ago)(?: · (?<parts>.+))?$/;

/**
 * Reads a diary written for people to read (maren.txt, jonas.txt): a heading for each day, the words below it.
 * A day under `changed` is the day above once more, with only what is said anew. Throws where the app would refuse it.
 */
export function diaryOf(name: "maren" | "jonas"): Page[] {
  const pages: Page[] = [];
  for (const { changed, when, parts, words } of blocksOf(
    readFileSync(join(import.meta.dirname, `${name}.txt`), "utf8"),
  )) {
    const page = changed ? pages.pop() : { ago: daysAgo(when), versions: [] };
    if (!page) throw new Error(`${name}.txt changes an entry before there is one`);
    const version = versionOf(when, parts, words, page.versions.at(-1));
    pages.push({ ...page, versions: [...page.versions, version] as unknown as Page["versions"] });
  }
  return pages;
}

type Block = {
  readonly changed: boolean;
  readonly when: string;
  readonly parts: readonly string[];
  readonly words: string;
};

function blocksOf(text: string): Block[] {
  return text.split(/\n(?=(?:changed )?(?:today|yesterday|\d+ days ago)(?: · .+)?$)/m).map((block) => {
    const [heading = "", ...lines] = block.split("\n");
    const { changed, when = "", parts } = HEADING.exec(heading)?.groups ?? {};
    const paragraphs = lines.join("\n").trim().split(/\n\n+/);
    return {
      changed: changed !== undefined,
      when,
      parts: parts?.split(" · ") ?? [],
      words: paragraphs.map((paragraph) => paragraph.replaceAll("\n", " ")).join("\n\n"),
    };
  });
}

function versionOf(when: string, parts: readonly string[], words: string, before?: Version): Version {
  const { written, shows, ...says } = Object.fromEntries(parts.map(partOf));
  return {
    writtenAgo: daysAgo(String(written ?? when)),
    content: content.strict().parse({ ...before?.content, ...says, ...(words ? { note: words } : {}) }),
    shown: shows ? shownBy(String(shows)) : (before?.shown ?? "only_me"),
  };
}

function partOf(part: string): [string, string | string[]] {
  const [first = "", ...rest] = part.split(" ");
  const value = rest.join(" ");
  if (first === "feels") return ["feelings", value.split(", ")];
  if (first === "needs") return ["need", value];
  if (first === "own") return ["own_feeling", value.replace(/^word “(.+)”$/, "$1")];
  return [first, value];
}

function shownBy(shows: string): Shown {
  if (shows === "numbers") return "numbers";
  if (shows === "everything") return "numbers_and_words";
  throw new Error(`a diary shows numbers or everything, not ${shows}`);
}

function daysAgo(when: string): number {
  if (when === "today") return 0;
  return when === "yesterday" ? 1 : Number.parseInt(when, 10);
}
