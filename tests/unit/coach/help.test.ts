import { describe, expect, it } from "vitest";
import { writingHelpFor } from "@/lib/coach/rules";

describe("who has help with wording", () => {
  it("is whoever chose it, and never somebody whose own trust was broken", () => {
    expect([
      writingHelpFor(true, null),
      writingHelpFor(true, "involved"),
      writingHelpFor(true, "both"),
    ]).toEqual(["on", "on", "on"]);
    expect([writingHelpFor(true, "injured"), writingHelpFor(false, "injured")]).toEqual(["off", "off"]);
  });

  it("is offered to whoever says that they broke trust, and to nobody else", () => {
    expect([writingHelpFor(false, "involved"), writingHelpFor(false, "both")]).toEqual([
      "offered",
      "offered",
    ]);
    expect(writingHelpFor(false, null)).toBe("off");
  });
});
