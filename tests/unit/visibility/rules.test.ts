import { describe, expect, it } from "vitest";
import { audiencesOf, narrower, shownBy, shownChoices } from "@/lib/visibility/rules";

describe("who sees an entry", () => {
  it.each(shownChoices)("is read back as it was chosen: %s", (shown) =>
    expect(shownBy(audiencesOf(shown))).toBe(shown),
  );

  it("never shows words wider than numbers", () => {
    expect(shownBy({ numbers: "only_me", words: "partner" })).toBe("only_me");
    for (const shown of shownChoices) {
      const { numbers, words } = audiencesOf(shown);
      expect(words === "partner" && numbers === "only_me").toBe(false);
    }
  });

  it("of two choices takes the one that shows less", () => {
    for (const one of shownChoices) {
      for (const other of shownChoices) {
        expect(shownChoices.indexOf(narrower(one, other))).toBe(
          Math.min(shownChoices.indexOf(one), shownChoices.indexOf(other)),
        );
      }
    }
  });
});
