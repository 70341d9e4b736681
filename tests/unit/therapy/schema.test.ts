import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { addPart, planSession, sessionAddress } from "@/lib/therapy/schema";
import { messagesOf, neverStumbles } from "../forms";

const session = { entry: randomUUID(), session_kind: "couple", day: "2026-03-19", at: "17:30", note: "" };
const part = {
  entry: randomUUID(),
  kind: "session_agenda",
  to: randomUUID(),
  whose: "mine",
  note: " money ",
  shown: "only_me",
};
describe("noting a session", () => {
  it("takes a day to come, with or without a time, and nothing about where", () => {
    expect(planSession.parse(session)).toEqual(session);
    expect(planSession.parse({ ...session, at: "" }).at).toBeNull();
  });

  it.each([
    [{ session_kind: undefined }, "session_kind: session"],
    [{ session_kind: "family" }, "session_kind: session"],
    [{ day: "" }, "day: day"],
    [{ at: "25:00" }, "at: time"],
    [{ note: "x".repeat(121) }, "note: too_long"],
  ])("says what is wrong with %j", (with_, said) =>
    expect(messagesOf(planSession, { ...session, ...with_ })).toEqual([said.split(": ")]),
  );
});

describe("saying something for a session", () => {
  it("takes words, whose the session is, and who is to read them", () =>
    expect(addPart.parse(part)).toEqual({ ...part, note: "money" }));

  it.each([
    [{ kind: "check_in" }, "kind: other"],
    [{ whose: "everyone's" }, "whose: other"],
    [{ shown: "numbers" }, "shown: shown"],
  ])("says what is wrong with %j", (with_, said) =>
    expect(messagesOf(addPart, { ...part, ...with_ })).toEqual([said.split(": ")]),
  );
});

describe("every form of sessions", () => {
  const names = ["entry", "session_kind", "day", "at", "kind", "to", "whose", "note", "shown", "id"];
  it.each(Object.entries({ planSession, addPart, sessionAddress }))(
    "refuses odd input in words and never stumbles: %s",
    (_, form) => neverStumbles(form, names, 1_000),
  );
});
