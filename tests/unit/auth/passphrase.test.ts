import { expect, it } from "vitest";
import { guessable, hashPassphrase, passphraseMatches } from "@/lib/auth/passphrase";

it.each([
  "passwordpassword",
  "aaaaaaaaaaaaaaaaaaaa",
  "123456789012345",
  "qwertyuiopasdfgh",
  "keelkeelkeelkeel",
])("%s would be guessed", (passphrase) => expect(guessable(passphrase, [])).toBe(true));

it("so would one's own name and address", () => {
  expect(guessable("marenlindqvist1987", ["Maren Lindqvist", "maren.lindqvist@example.org"])).toBe(true);
});

it.each(["lantern harbour velvet tuesday", "vier graue Gänse frieren", "мой кот любит зелёный чай"])(
  "%s would not",
  (passphrase) => expect(guessable(passphrase, ["Ada"])).toBe(false),
);

it("a passphrase matches its own hash, however its letters are composed, and no other", async () => {
  const hashed = await hashPassphrase("ein schöner langer Satz");
  expect(hashed).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
  expect(await passphraseMatches(hashed, "ein schöner langer Satz".normalize("NFD"))).toBe(true);
  expect(await passphraseMatches(hashed, "ein anderer langer Satz")).toBe(false);
});

it("where there is no account the same work is done for the same answer", async () => {
  expect(await passphraseMatches(null, "nobody's passphrase")).toBe(false);
});
