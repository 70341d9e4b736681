import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parentPort } from "node:worker_threads";
import type { Description } from "@/lib/paper/description";
import { draw } from "@/lib/paper/draw";

/** What is asked of the thread, once: a description, and where the packages are installed. */
export type Asked = { readonly description: Description; readonly root: string };
export type Told = { readonly pages: number } | { readonly file: Uint8Array };

parentPort?.once("message", ({ description, root }: Asked) => {
  const tell = (told: Told, given: ArrayBuffer[] = []) => parentPort?.postMessage(told, given);
  const drawn = draw(
    description,
    (path) => readFileSync(join(root, "node_modules/@fontsource", path)),
    (pages) => tell({ pages }),
  );
  // A copy of its own: the bytes may be part of a larger store.
  const file = new Uint8Array(drawn);
  tell({ file }, [file.buffer]);
});
