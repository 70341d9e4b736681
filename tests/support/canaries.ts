import { randomBytes } from "node:crypto";

/** A text that occurs nowhere else: wherever it is found, somebody's private words got there. */
export type Canary = { readonly text: string; readonly place: string; readonly readers: readonly string[] };

/** How much of a canary is enough to look closer. */
const STEM = 6;

/** One flock a test: who put which canary where, and by name who may ever meet it. */
export class Canaries {
  readonly #all: Canary[] = [];
  /** Every disguise of every canary, by how it begins and by its length: a text is read once for each beginning. */
  readonly #stems = new Map<string, Map<number, Map<string, Canary>>>();

  /** A new canary for a place, to be met by nobody but these. */
  hatch(place: string, readers: readonly string[]): string {
    return this.mark(`canary${randomBytes(6).toString("hex")}`, place, readers);
  }

  /** Makes a text that is there already a canary. */
  mark(text: string, place: string, readers: readonly string[]): string {
    const canary = { text, place, readers };
    this.#all.push(canary);
    for (const disguise of disguises(text)) {
      const lengths = entry(this.#stems, disguise.slice(0, STEM), () => new Map());
      entry(lengths, disguise.length, () => new Map()).set(disguise, canary);
    }
    return text;
  }

  get all(): readonly Canary[] {
    return this.#all;
  }

  /** Those found in a text or in bytes, as they are or in hex or base64. */
  foundIn(haystack: string): Canary[] {
    const found = new Set<Canary>();
    for (const [stem, lengths] of this.#stems) {
      for (let at = haystack.indexOf(stem); at >= 0; at = haystack.indexOf(stem, at + 1)) {
        for (const [length, disguised] of lengths) {
          const canary = disguised.get(haystack.slice(at, at + length));
          if (canary) found.add(canary);
        }
      }
    }
    return this.#all.filter((canary) => found.has(canary));
  }

  readableBy(name: string): Canary[] {
    return this.#all.filter(({ readers }) => readers.includes(name));
  }

  /** What a persona met that was not for them, as sentences. */
  leaksTo(name: string, haystack: string): string[] {
    return this.foundIn(haystack)
      .filter(({ readers }) => !readers.includes(name))
      .map(({ place }) => `${name} met ${place}`);
  }
}

const disguises = (text: string) => {
  const bytes = Buffer.from(text);
  // Base64 depends on where in a group of three bytes the text begins; its middle does not.
  const shifted = [0, 1, 2].map((by) =>
    Buffer.concat([Buffer.alloc(by), bytes])
      .toString("base64")
      .slice(by ? 4 : 0, -4),
  );
  return [text, bytes.toString("hex"), encodeURIComponent(text), ...shifted];
};

function entry<Key, Value>(map: Map<Key, Value>, key: Key, made: () => Value): Value {
  const there = map.get(key) ?? made();
  map.set(key, there);
  return there;
}
