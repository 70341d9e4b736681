import { randomBytes } from "node:crypto";

/** A text that occurs nowhere else: wherever it is found, somebody's private words got there. */
export type Canary = { readonly text: string; readonly place: string; readonly readers: readonly string[] };

/** One flock a test: who put which canary where, and by name who may ever meet it. */
export class Canaries {
  readonly #all: Canary[] = [];

  /** A new canary for a place, to be met by nobody but these. */
  hatch(place: string, readers: readonly string[]): string {
    return this.mark(`canary${randomBytes(6).toString("hex")}`, place, readers);
  }

  /** Makes a text that is there already a canary. */
  mark(text: string, place: string, readers: readonly string[]): string {
    this.#all.push({ text, place, readers });
    return text;
  }

  get all(): readonly Canary[] {
    return this.#all;
  }

  /** Those found in a text or in bytes, as they are or in hex or base64. */
  foundIn(haystack: string): Canary[] {
    return this.#all.filter(({ text }) => disguises(text).some((disguise) => haystack.includes(disguise)));
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
