import { createHash } from "node:crypto";
import { asText } from "@/lib/check-ins/rules";
import type { Content } from "@/lib/check-ins/schema";
import type { Day } from "@/lib/time/day";

/** A check-in that was left on a locked device, and when: of two of one day the later is what its author meant. */
export type LeftCheckIn = {
  readonly id: string;
  readonly day: Day;
  readonly leftAt: string;
  readonly content: Content;
};

/**
 * The id under which a form leaves what it says: the same for the same, so that sent twice it is one; another for something
 * else, so that what was changed after a lost answer is not mistaken for it.
 */
export function idOf(form: string, content: Content): string {
  const digest = createHash("sha256")
    .update(`${form} ${asText(content)}`)
    .digest("hex");
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-4${digest.slice(13, 16)}-a${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}

export const latestFirst = (some: readonly LeftCheckIn[]) =>
  some.toSorted((one, other) => other.leftAt.localeCompare(one.leftAt));
