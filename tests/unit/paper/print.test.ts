import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { described, drawn } from "@/tests/support/paper";

const run = promisify(execFile);
const blocks = [{ is: "paragraph", text: "שלום, some words, 你好." }] as const;

/** Runs a piece of the server in a process of its own, with the threads it would have; answers with what it said. */
async function asServer(program: string): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), "keel-print-"));
  const file = join(folder, "program.mjs");
  const source = [
    `import { printed } from ${JSON.stringify(pathToFileURL("lib/paper/print.ts").href)};`,
    `const described = ${JSON.stringify(described(blocks))};`,
  ];
  writeFileSync(file, [...source, program].join("\n"));
  try {
    const loaders = ["--import", "./tests/support/in-threads.mjs", "--import", "./.run/as-server.mjs"];
    const { stdout } = await run(process.execPath, [...loaders, file], { maxBuffer: 10_000_000 });
    return JSON.parse(stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("printing", { timeout: 120_000 }, () => {
  it("draws the same in a thread of its own, and says how far it is", async () => {
    const said = await asServer(`
      const pages = [];
      const file = await printed(described, { onProgress: (page) => pages.push(page) });
      console.log(JSON.stringify({ pages, file: Buffer.from(file).toString("base64") }));`);
    expect(said).toEqual({ pages: [1], file: Buffer.from(drawn(blocks)).toString("base64") });
  });

  it("lets one wait for the other, and draws nothing that was taken back", async () => {
    const said = await asServer(`
      const order = [];
      const stop = new AbortController();
      const waiting = new AbortController();
      const long = { ...described, blocks: Array.from({ length: 3000 }, () => ({ is: "paragraph", text: "word ".repeat(300) })) };
      const first = printed(long, { signal: stop.signal, onProgress: (page) => page === 3 && stop.abort(new Error("enough")) })
        .catch((error) => order.push(error.message));
      const second = printed(described, { signal: waiting.signal }).catch((error) => order.push(error.message));
      const third = printed(described).then(() => order.push("printed"));
      waiting.abort(new Error("not wanted"));
      await Promise.all([first, second, third]);
      console.log(JSON.stringify(order));`);
    expect(said).toEqual(["enough", "not wanted", "printed"]);
  });

  it("fails in words of its own, which hold none of the document, and prints the next", async () => {
    const said = await asServer(`
      const broken = { ...described, blocks: [{ is: "figure", alt: "a secret", viewBox: [0, 0, 1, 1], paths: [{ d: "M0 0", stroke: "no such ink" }] }] };
      const error = await printed(broken).catch((error) => error);
      const next = await printed(described);
      console.log(JSON.stringify([error.name, error.message, next.length > 1000]));`);
    expect(said).toEqual(["NotPrinted", "The thread that draws failed: TypeError.", true]);
  });

  it("ends a thread that takes more memory than it may have", async () => {
    const said = await asServer(`
      const endless = { ...described, blocks: [{ is: "paragraph", text: "word ".repeat(2_000_000) }] };
      const error = await printed(endless).catch((error) => error);
      console.log(JSON.stringify([error.name, error.message]));`);
    expect(said).toEqual(["NotPrinted", "The thread that draws failed: ERR_WORKER_OUT_OF_MEMORY."]);
  });
});
