import { describe, expect, it } from "vitest";
import { canBeShown, type TherapyPartView, type TherapySessionView } from "@/lib/entries/rules";
import { byTime, partsByKind } from "@/lib/therapy/rules";
import { day } from "@/tests/support/people";

const session = (on: string, localTime: string | null = null): TherapySessionView => ({
  id: `${on}/${localTime}`,
  kind: "therapy_session",
  mine: true,
  here: true,
  day: day(on),
  filledInLater: false,
  shown: "numbers_and_words",
  texts: {},
  session: "couple",
  localTime,
});
const part = (id: string, mine: boolean, kind: TherapyPartView["kind"]): TherapyPartView => {
  const { localTime: _, ...seen } = session("2026-03-10");
  return { ...seen, id, mine, kind, to: { mine: true, id: "s" } };
};
const ids = (some: readonly { readonly id: string }[]) => some.map(({ id }) => id);

describe("sessions by time", () => {
  it("are ahead until their day is over, the nearest first, and past from then on, the latest first", () => {
    const some = ["2026-03-19", "2026-03-09", "2026-03-10", "2026-03-02"].map((on) => session(on));
    const { ahead, past } = byTime(some, day("2026-03-10"));
    expect(ids(ahead)).toEqual(["2026-03-10/null", "2026-03-19/null"]);
    expect(ids(past)).toEqual(["2026-03-09/null", "2026-03-02/null"]);
  });

  it("of one day follow the clock", () => {
    const some = [session("2026-03-19", "17:30"), session("2026-03-19", "09:15"), session("2026-03-19")];
    expect(ids(byTime(some, day("2026-03-10")).ahead)).toEqual([
      "2026-03-19/null",
      "2026-03-19/09:15",
      "2026-03-19/17:30",
    ]);
  });
});

describe("what is said for a session", () => {
  it("stands by what it is, one's own first", () => {
    const all = [
      part("a", false, "session_agenda"),
      part("b", true, "session_agenda"),
      part("c", true, "session_homework"),
    ];
    const { session_agenda, session_takeaway, session_homework } = partsByKind(all);
    expect([ids(session_agenda), ids(session_takeaway), ids(session_homework)]).toEqual([
      ["b", "a"],
      [],
      ["c"],
    ]);
  });

  it("can be shown for a session of both, and for one's own never, nor the session", () => {
    const of = [session("2026-03-10"), part("a", true, "session_takeaway")];
    expect(of.map(canBeShown)).toEqual([true, true]);
    expect(of.map((one) => canBeShown({ ...one, session: "individual" }))).toEqual([false, false]);
  });
});
