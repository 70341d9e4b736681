import { setTimeout as sleep } from "node:timers/promises";
import { endInOrder } from "@/.run/children.mjs";

/** What a fault did to us: its figures in a phrase, and everything that should not have happened, as sentences. */
export type Outcome = { readonly figures: string; readonly wrong: readonly string[] };

type OnEnd = (step: () => Promise<unknown>) => void;

/** Runs one fault to its end, says it in one line, and leaves with 1 where something went wrong. */
export async function inflict(name: string, work: (onEnd: OnEnd) => Promise<Outcome>): Promise<void> {
  const { onEnd, end, isEnding } = endInOrder();
  const since = Date.now();
  try {
    const { figures, wrong } = await work(onEnd);
    console.log(
      `${wrong.length === 0 ? "ok    " : "FAILED"}  ${name}: ${figures} (${seconds(Date.now() - since)})`,
    );
    for (const sentence of wrong.slice(0, 20)) console.log(`        ${sentence}`);
    if (wrong.length > 20) console.log(`        and ${wrong.length - 20} more`);
    await end(wrong.length === 0 ? 0 : 1);
  } catch (error) {
    if (isEnding()) return;
    console.log(`FAILED  ${name}: did not come to its end`);
    console.error(error);
    await end(1);
  }
}

export const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;

/** Settles as `work` does, or throws after a bound: something that hangs must not pass for something that waits. */
export async function within<T>(milliseconds: number, what: string, work: Promise<T>): Promise<T> {
  const given = new AbortController();
  const late = sleep(milliseconds, undefined, { signal: given.signal }).then(() => {
    throw new Error(`${what} took longer than ${seconds(milliseconds)}`);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    late.catch(() => {});
    given.abort();
  }
}

/** Waits until something holds, and throws when it does not within a bound. */
export async function until(milliseconds: number, what: string, holds: () => boolean): Promise<void> {
  for (const deadline = Date.now() + milliseconds; !holds(); await sleep(2))
    if (Date.now() > deadline) throw new Error(`${what}: not within ${seconds(milliseconds)}`);
}

/** Between nothing and a number of milliseconds, so that a blow lands at another moment each time. */
export const anyTimeUpTo = (milliseconds: number) => sleep(Math.random() * milliseconds);
