import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { careKinds } from "@/lib/care/rules";
import { noteCare } from "@/lib/care/schema";
import { EntryKind } from "@/lib/db/generated/enums";
import { WORDS_LIMIT } from "@/lib/web/fields";
import { messagesOf, neverStumbles } from "../forms";

const care = { entry: randomUUID(), kind: "caring_act", shown: "only_me" };

describe("everyday care as its form sends it", () => {
  it("is of one of its kinds, and of no other kind of entry", () => {
    for (const kind of Object.values(EntryKind))
      expect([kind, noteCare.safeParse({ ...care, kind }).success]).toEqual([
        kind,
        careKinds.some((known) => known === kind),
      ]);
    for (const kind of [undefined, "", "__proto__", [...careKinds]])
      expect(messagesOf(noteCare, { ...care, kind })).toEqual([["kind", "other"]]);
  });

  it("is kept or shown by a choice that is made", () => {
    for (const shown of [undefined, "", "numbers", "everyone"])
      expect(messagesOf(noteCare, { ...care, shown })).toEqual([["shown", "shown"]]);
  });

  it("has room for words, and says so when they are too long", () => {
    const most = "a".repeat(WORDS_LIMIT);
    expect(noteCare.parse({ ...care, note: `  ${most}\n` }).note).toBe(most);
    expect(noteCare.parse(care).note).toBe("");
    for (const long of [`${most}a`, "a".repeat(1_000_000)])
      expect(messagesOf(noteCare, { ...care, note: long })).toEqual([["note", "too_long"]]);
    expect(messagesOf(noteCare, { ...care, note: ["given", "twice"] })).toEqual([["note", "other"]]);
  });

  it("refuses odd input in words and never stumbles", () =>
    neverStumbles(noteCare, ["entry", "kind", "note", "shown"], 10_000));
});
