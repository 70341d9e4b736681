import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { FollowThroughStatus, Perceived } from "@/lib/db/generated/enums";
import * as schema from "@/lib/follow-through/schema";
import catalogue from "@/lib/i18n/en.json";
import { WORDS_LIMIT } from "@/lib/web/fields";
import { messagesOf, neverStumbles } from "../forms";

const [one, another] = [randomUUID(), randomUUID()];
const day = "2026-03-10";

/** The fields of one commitment in a form that may hold several. */
const of = (commitment: string, says: object = {}) => {
  const fields = { entry: randomUUID(), said: "0", status: "kept", ...says };
  const names: Record<string, string> = schema.fieldsFor(commitment);
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [names[field], value]));
};
const answersIn = (fields: object) => schema.followThrough.parse({ day, ...fields }).answers;
const refusedFor = (says: object) =>
  messagesOf(schema.followThrough, { day, ...of(one, says) }).map(([field, message]) => [
    String(field).replace(`_${one}`, ""),
    message,
  ]);

describe("what is said of a day, as its form sends it", () => {
  it("is one of the ways in which a day can have gone, or left open", () => {
    for (const status of Object.values(FollowThroughStatus))
      expect(answersIn(of(one, { status }))).toMatchObject([{ commitment: one, status, said: 0 }]);
    expect(answersIn(of(one, { status: "" }))).toMatchObject([{ status: null }]);
    for (const status of ["late", "__proto__", ["kept", "missed"]])
      expect(refusedFor({ status })).toEqual([["status", "other"]]);
  });

  it("is of several commitments at once, each by its own fields", () => {
    const fields = { ...of(one, { status: "missed", note: "one" }), ...of(another, { note: "another" }) };
    expect(answersIn(fields)).toMatchObject([
      { commitment: one, status: "missed", note: "one" },
      { commitment: another, status: "kept", note: "another" },
    ]);
    expect(answersIn({})).toEqual([]);
  });

  it("shows its words to nobody else unless that was chosen", () => {
    expect(answersIn(of(one, { note: "words" }))).toMatchObject([{ shown: "only_me", volunteered: false }]);
    expect(answersIn(of(one, { shown: "numbers_and_words", volunteered: "yes" }))).toMatchObject([
      { shown: "numbers_and_words", volunteered: true },
    ]);
    for (const odd of ["everyone", "numbers", ["numbers_and_words", "only_me"]])
      expect(answersIn(of(one, { shown: odd }))).toMatchObject([{ shown: "only_me" }]);
    for (const odd of ["", "no", "true", ["yes", "yes"]])
      expect(answersIn(of(one, { volunteered: odd }))).toMatchObject([{ volunteered: false }]);
  });

  it("has room for words, and says so by the field they stand in", () => {
    expect(refusedFor({ note: "a".repeat(WORDS_LIMIT) })).toEqual([]);
    expect(refusedFor({ note: "a".repeat(WORDS_LIMIT + 1) })).toEqual([["note", "too_long"]]);
    expect(
      messagesOf(schema.followThrough, { day, ...of(one), ...of(another, { note: ["a", "b"] }) }),
    ).toEqual([[`note_${another}`, "other"]]);
  });

  it("is of a day of the calendar, and of something that has a name", () => {
    for (const odd of [undefined, "", "today", "2026-02-30"])
      expect(messagesOf(schema.followThrough, { ...of(one), day: odd })).toEqual([["day", "day"]]);
    expect(answersIn({ status_x: "kept", [`status_${one}x`]: "kept" })).toEqual([]);
    expect(schema.followThrough.safeParse({ day, [`status_${"x".repeat(36)}`]: "kept" }).success).toBe(false);
    for (const said of ["-1", "1.5", "10000", "x"]) expect(refusedFor({ said })).toEqual([["said", "other"]]);
  });

  it("is read of no more than fifty commitments at once", () => {
    const many = Object.assign({}, ...Array.from({ length: 51 }, () => of(randomUUID())));
    expect(messagesOf(schema.followThrough, { day, ...many })).toEqual([["day", "other"]]);
  });
});

describe("what was noticed, as its form sends it", () => {
  const noticed = { entry: randomUUID(), commitment: one, day, perceived: "noticed", shown: "only_me" };

  it("is that it was noticed or not felt, for oneself or to be seen, with words or without", () => {
    for (const perceived of Object.values(Perceived))
      for (const shown of ["only_me", "numbers_and_words"])
        expect(schema.notice.parse({ ...noticed, perceived, shown, before: "" })).toMatchObject({
          perceived,
          shown,
          before: null,
          note: "",
        });
  });

  it("is refused where who reads it, or what it is, was not chosen", () => {
    for (const odd of [undefined, "", "numbers", ["only_me", "only_me"]])
      expect(messagesOf(schema.notice, { ...noticed, shown: odd })).toEqual([["shown", "shown"]]);
    for (const odd of [undefined, "", "loved", ["noticed", "not_felt"]])
      expect(messagesOf(schema.notice, { ...noticed, perceived: odd })).toEqual([["perceived", "perceived"]]);
  });
});

it("an address names the day it is about, or none", () => {
  expect(schema.daySearch.parse({ day: [day, "2026-03-11"] })).toEqual({ day });
  for (const odd of [undefined, "", "today"])
    expect(schema.daySearch.parse({ day: odd })).toEqual({ day: null });
});

describe("every form of follow-through", () => {
  const names = ["day", "entry", "commitment", "before", "perceived", "note", "shown"];
  const { followThrough, notice, daySearch } = schema;

  it.each(Object.entries({ followThrough, notice, daySearch }))(
    "refuses odd input in words and never stumbles: %s",
    (_, form) => neverStumbles(form, [...names, ...Object.values(schema.fieldsFor(one))], 3_400),
  );

  it("refuses with keys that have a sentence", () =>
    expect(Object.keys(catalogue.invalid)).toEqual(
      expect.arrayContaining(["day", "other", "perceived", "shown", "too_long"]),
    ));
});
