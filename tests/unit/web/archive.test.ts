import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { Archive } from "@/lib/web/archive";

const joined = (pieces: readonly Uint8Array[]) => new Uint8Array(pieces.flatMap((piece) => [...piece]));
const texts = (pieces: readonly Uint8Array[]) =>
  Object.entries(unzipSync(joined(pieces))).map(([name, of]) => [name, new TextDecoder().decode(of)]);

describe("files in one archive", () => {
  it("are what was written to each, in whatever order", () => {
    const archive = new Archive(["one", "two", "none"], "csv", "2026-11-22");
    const pieces: Uint8Array[] = [];
    for (let at = 0; at < 100; at++) {
      archive.write("two", `b${at}`);
      archive.write("one", `a${at} \ud83d\ude42`);
      pieces.push(...archive.ready());
    }
    archive.end();
    pieces.push(...archive.ready());
    const hundred = (text: (at: number) => string) =>
      Array.from({ length: 100 }, (_, at) => text(at)).join("");
    expect(texts(pieces)).toEqual([
      ["one.csv", hundred((at) => `a${at} \ud83d\ude42`)],
      ["two.csv", hundred((at) => `b${at}`)],
      ["none.csv", ""],
    ]);
  });

  it("go out while they grow, the first of them", () => {
    const archive = new Archive(["one", "two"], "csv", "2026-11-22");
    let sent = 0;
    for (let at = 0; at < 50; at++) {
      archive.write("one", Array.from({ length: 2_000 }, () => Math.random()).join());
      for (const { length } of archive.ready()) sent += length;
    }
    expect(sent).toBeGreaterThan(500_000);
  });
});
