// Loaded into a server that is measured: asked by a signal, it throws away what it no longer needs and writes down what
// it holds then.
import { renameSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

const { MEMORY_FILE } = process.env;

process.on("SIGUSR2", async () => {
  globalThis.gc();
  // What goes first may be all that held something else, and it is given back a little later.
  await sleep(500);
  globalThis.gc();
  const { rss, heapUsed } = process.memoryUsage();
  writeFileSync(`${MEMORY_FILE}.new`, JSON.stringify({ held: rss, inUse: heapUsed }));
  renameSync(`${MEMORY_FILE}.new`, MEMORY_FILE);
});
