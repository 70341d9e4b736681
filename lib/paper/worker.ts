import { readFileSync } from "node:fs";
import { constants, setPriority } from "node:os";
import { join } from "node:path";
import { parentPort } from "node:worker_threads";
import type { Description } from "@/lib/paper/description";
import { draw } from "@/lib/paper/draw";

/** What is asked of the thread, once: a description, and where the packages are installed. */
export type Asked = { readonly description: Description; readonly root: string };
export type Told = { readonly pages: number } | { readonly file: Uint8Array };

// Whoever waits for a page goes first. Linux alone does this by the thread; elsewhere it would slow down the whole server.
if (process.platform === "linux") setPriority(constants.priority.PRIORITY_LOW);

const never = new Int32Array(new SharedArrayBuffer(4));
let since = performance.now();

/** Half as long as was worked: on a machine with two processors, one that never rests slows down whoever waits for a page. */
function rest(): void {
  Atomics.wait(never, 0, 0, (performance.now() - since) / 2);
  since = performance.now();
}

parentPort?.once("message", ({ description, root }: Asked) => {
  const tell = (told: Told, given: ArrayBuffer[] = []) => parentPort?.postMessage(told, given);
  const drawn = draw(
    description,
    (path) => readFileSync(join(root, "node_modules/@fontsource", path)),
    (pages) => {
      rest();
      tell({ pages });
    },
  );
  // A copy of its own: the bytes may be part of a larger store.
  const file = new Uint8Array(drawn);
  tell({ file }, [file.buffer]);
});
