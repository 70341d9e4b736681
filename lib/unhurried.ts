import { setTimeout as pause } from "node:timers/promises";

/** In milliseconds: after how long others get their turn, and how long that is. */
const TURN = 3;
const THEIRS = 16;

/** All that is made one after the other, while others get their turn in between: for what takes too long in one go. */
export async function unhurried<Made>(making: Iterable<Made>): Promise<Made[]> {
  const done: Made[] = [];
  let since = performance.now();
  for (const one of making) {
    done.push(one);
    if (performance.now() - since < TURN) continue;
    await pause(THEIRS);
    since = performance.now();
  }
  return done;
}
