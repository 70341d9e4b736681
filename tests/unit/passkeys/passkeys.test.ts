import { describe, expect, it } from "vitest";
import { carriesPasskeys } from "@/lib/auth/passkeys";
import * as schema from "@/lib/passkeys/schema";
import { messagesOf, neverStumbles } from "@/tests/unit/forms";

describe("an address", () => {
  it.each([
    ["https://keel.example", true],
    ["https://keel", true],
    ["https://keel.example:8443", true],
    ["http://localhost:3000", true],
    ["http://keel.localhost", true],
    ["http://keel.example", false],
    ["http://notlocalhost", false],
    ["http://192.168.1.20:3000", false],
    ["https://192.168.1.20", false],
    ["https://[fd00::20]", false],
    ["http://[::1]:3000", false],
  ])("%s carries passkeys: %s", (origin, carries) => {
    expect(carriesPasskeys(origin)).toBe(carries);
  });
});

describe("the forms", () => {
  it("ask for a name and the passphrase before the device is asked for anything", () => {
    expect(messagesOf(schema.beginPasskey, {})).toEqual([
      ["label", "name"],
      ["passphrase", "passphrase_missing"],
    ]);
    expect(messagesOf(schema.beginPasskey, { label: " ", passphrase: "" })).toEqual([
      ["label", "name"],
      ["passphrase", "passphrase_missing"],
    ]);
  });

  it("are read or refused, whatever is sent", () => {
    for (const form of Object.values(schema))
      neverStumbles(form, ["label", "passphrase", "response", "passkey"], 200);
  });
});
