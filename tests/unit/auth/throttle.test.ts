import { expect, it } from "vitest";
import { waitAfter } from "@/lib/auth/throttle";

it("the wait doubles and ends at a quarter of an hour: nobody is locked out for good", () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 1000].map(waitAfter)).toEqual([15, 30, 60, 120, 240, 480, 900, 900, 900]);
});
