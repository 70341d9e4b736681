import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { SignedIn } from "@/lib/auth/gate";
import { lookAgain } from "@/lib/web/live";

const viewer = { sessionId: "a session", coupleId: "a couple" } as SignedIn;
const held = globalThis as { keelEar?: { hear: () => () => void } };

beforeEach(() => {
  vi.useFakeTimers();
  held.keelEar = { hear: () => () => {} };
});
afterEach(() => {
  vi.useRealTimers();
  held.keelEar = undefined;
});

/** A stream that is open until `leaves` is called, of a viewer who may listen for as long as `may` says so. */
function opens(may = true) {
  const gone = new AbortController();
  const { body } = lookAgain(gone.signal, viewer, async () => may);
  return { leaves: () => gone.abort(), cancels: () => body?.cancel() };
}

describe("a stream that is over", () => {
  it("is held by no timer, whoever ended it", async () => {
    const ways = {
      "whoever read it left": () => opens().leaves(),
      "its reader is gone": () => opens().cancels(),
      "the session is over": async () => {
        opens(false);
        await vi.advanceTimersByTimeAsync(15_000);
      },
    };
    for (const [way, ends] of Object.entries(ways)) {
      await ends();
      expect(vi.getTimerCount(), way).toBe(0);
    }
    opens();
    expect(vi.getTimerCount()).toBeGreaterThan(0);
    await vi.advanceTimersByTimeAsync(30 * 60_000);
    expect(vi.getTimerCount(), "it was open for long enough").toBe(0);
  });
});
