import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ownPath, withNext } from "@/lib/accounts/rules";

describe("where to go after signing in", () => {
  it.each(["/join/abc-def", "/timeline?who=me", "/today"])("is %s, a page of ours", (path) =>
    expect(ownPath(path)).toBe(path),
  );

  it.each([
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "/\t/evil.example",
    "javascript:alert(1)",
    "",
    "/a b",
    "/@evil",
  ])("is Today rather than %j", (path) => expect(ownPath(path)).toBe("/today"));

  it("never leaves this site, whatever is asked for", () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((rest) => `/${rest}`),
        ),
        (next) => {
          expect(new URL(ownPath(next), "https://keel.example").origin).toBe("https://keel.example");
        },
      ),
    ));

  it("is carried from the sign-up page to the sign-in page", () => {
    expect(withNext("/sign-in", "/join/abc")).toBe("/sign-in?next=%2Fjoin%2Fabc");
    expect(withNext("/sign-in", "")).toBe("/sign-in");
  });
});
