import { setImmediate } from "node:timers/promises";

/** In milliseconds: as long as others wait at most for their turn. */
const TURN = 5;

/** What is made of each, in their order, while others get their turn in between: for what takes too long in one go. */
export async function unhurried<From, To>(all: Iterable<From>, made: (one: From) => To): Promise<To[]> {
  const done: To[] = [];
  let since = performance.now();
  for (const one of all) {
    done.push(made(one));
    if (performance.now() - since < TURN) continue;
    await setImmediate();
    since = performance.now();
  }
  return done;
}
