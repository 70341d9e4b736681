import { describe, expect, it } from "vitest";
import { tooSimple } from "@/lib/lock/rules";
import { byPin } from "@/lib/lock/schema";

describe("a PIN", () => {
  it.each(["0000", "111111", "1234", "23456789", "9876", "43210"])("%s is too simple", (pin) => {
    expect(tooSimple(pin)).toBe(true);
  });

  it.each(["1357", "2580", "9021", "1123", "012346"])("%s is not", (pin) => {
    expect(tooSimple(pin)).toBe(false);
  });

  it.each(["", "123", "1234567890123", "12a4", "12 34", "١٢٣٤", "-123"])("“%s” is none", (pin) => {
    expect(byPin.safeParse({ pin }).success).toBe(false);
  });
});
