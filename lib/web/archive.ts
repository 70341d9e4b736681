import "server-only";
import { strToU8, Zip, ZipDeflate } from "fflate";

/**
 * Files side by side in one ZIP. The first goes out as it grows; the others wait, packed, for those before them, so what
 * grows long is named first.
 *
 * @param madeOn the day that each file bears, and no time of it
 */
export class Archive<Name extends string> {
  readonly #zip: Zip;
  readonly #files: ReadonlyMap<Name, ZipDeflate>;
  #ready: Uint8Array[] = [];

  constructor(names: readonly Name[], extension: string, madeOn: string) {
    this.#zip = new Zip((error, piece) => {
      if (error) throw error;
      this.#ready.push(piece);
    });
    this.#files = new Map(
      names.map((name) => {
        const file = new ZipDeflate(`${name}.${extension}`);
        file.mtime = new Date(`${madeOn}T00:00:00`);
        this.#zip.add(file);
        return [name, file];
      }),
    );
  }

  write(name: Name, text: string): void {
    this.#files.get(name)?.push(strToU8(text));
  }

  /** What can be sent by now. */
  *ready(): Generator<Uint8Array> {
    const pieces = this.#ready;
    this.#ready = [];
    yield* pieces;
  }

  end(): void {
    for (const file of this.#files.values()) file.push(new Uint8Array(), true);
    this.#zip.end();
  }
}
