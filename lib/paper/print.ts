import "server-only";
import { Worker } from "node:worker_threads";
import pLimit from "p-limit";
import type { Description } from "@/lib/paper/description";
import type { Asked, Told } from "@/lib/paper/worker";

type Options = {
  readonly signal?: AbortSignal;
  /** Hears how many pages there are so far. */
  readonly onProgress?: (pages: number) => void;
};

/** A document could not be drawn: it would take too long, or more memory than it may have. Says nothing of what it holds. */
export class NotPrinted extends Error {
  override readonly name = "NotPrinted";
}

const SECONDS = 60;
/** Of a thread, in megabytes: ten times the longest document that was measured. */
const MEMORY = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 };
const oneAtATime = pLimit(1);

/**
 * The description as a PDF, drawn in a thread of its own so that pages go on being served; others wait their turn.
 * Throws the signal's reason where it is taken back, else NotPrinted.
 */
export const printed = (description: Description, options: Options = {}): Promise<Uint8Array> =>
  oneAtATime(() => drawnApart(description, options));

async function drawnApart(description: Description, { signal, onProgress }: Options): Promise<Uint8Array> {
  signal?.throwIfAborted();
  const thread = new Worker(new URL("./worker.ts", import.meta.url), {
    resourceLimits: MEMORY,
    // Nothing of the server's settings is needed there.
    env: {},
  });
  let taken: () => void = () => {};
  let late: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Uint8Array>((resolve, reject) => {
      taken = () => reject(signal?.reason);
      signal?.addEventListener("abort", taken, { once: true });
      late = setTimeout(() => reject(new NotPrinted(`Not drawn within ${SECONDS} seconds.`)), SECONDS * 1000);
      thread.on("message", (told: Told) => {
        if ("file" in told) resolve(told.file);
        else onProgress?.(told.pages);
      });
      // What went wrong may hold words of the document: only its kind is passed on.
      thread.on("error", (error) =>
        reject(new NotPrinted(`The thread that draws failed: ${kindOf(error)}.`)),
      );
      thread.on("exit", () => reject(new NotPrinted("The thread that draws ended before its document did.")));
      // Only the thread knows what it reads there: written out here, a bundler would take every file of it along.
      const asked: Asked = { description, root: process.cwd() };
      thread.postMessage(asked);
    });
  } finally {
    clearTimeout(late);
    signal?.removeEventListener("abort", taken);
    await thread.terminate();
  }
}

const kindOf = (error: unknown) =>
  error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.name) : "unknown";
