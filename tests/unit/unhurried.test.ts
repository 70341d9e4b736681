import { expect, it } from "vitest";
import { unhurried } from "@/lib/unhurried";

/** Takes the thread for so many milliseconds. */
const busy = (milliseconds: number) => {
  const since = performance.now();
  while (performance.now() - since < milliseconds);
};

it("what takes long is made in its order, and others get their turn before it is done", async () => {
  const seen: string[] = [];
  setTimeout(() => seen.push("somebody else"), 1);
  function* making() {
    for (const one of [1, 2, 3, 4]) {
      busy(6);
      seen.push(`made ${one}`);
      yield one * 10;
    }
  }
  expect(await unhurried(making())).toEqual([10, 20, 30, 40]);
  expect(seen.indexOf("somebody else")).toBeGreaterThan(0);
  expect(seen.indexOf("somebody else")).toBeLessThan(4);
});

it("what goes wrong on the way is its caller's", async () => {
  function* broken() {
    yield 1;
    throw new Error("not this");
  }
  await expect(unhurried(broken())).rejects.toThrow("not this");
});
