import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import type { Agreement } from "@/lib/commitments/rules";
import {
  type Answers,
  askedOn,
  ENOUGH,
  fiveNumbers,
  periodsOf,
  pictureOf,
  whyNotOn,
} from "@/lib/follow-through/rules";
import { addDays, dayIn, daysFrom, firstOpenDay } from "@/lib/time/day";
import { day } from "../commitments/steps";
import { agreed, daily, once, said, weekly } from "./agreements";

// The first of March 2026 is a Sunday; the 2nd, the 9th, the 16th, the 23rd and the 30th are Mondays.
const none = said({});

/** "kept, partly, missed, not logged of due", on a day on which the day before is over for everybody. */
const numbersOn = (today: string, agreement: Agreement, answers: Answers, open = today) => {
  const { kept, partly, missed, notLogged, due } = fiveNumbers(agreement, answers, day(today), day(open));
  return `${kept}, ${partly}, ${missed}, ${notLogged} of ${due}`;
};
const periods = (agreement: Agreement, answers = none) =>
  periodsOf(agreement, answers).map(({ from, to, due }) => (from === to ? from : `${from} to ${to}: ${due}`));

describe("what is due every day", () => {
  const march = agreed([["2026-03-02", "2026-03-31", daily]]);

  it("is counted by its days: kept, partly, missed, and those nobody has said anything of", () => {
    const answers = said({ "2026-03-02": "kept", "2026-03-03": "partly", "2026-03-04": "missed" });
    expect(numbersOn("2026-03-08", march, answers)).toBe("1, 1, 1, 3 of 6");
  });

  it("did not apply on a day that leaves the sum, while a day not logged stays in it", () => {
    const answers = said({ "2026-03-02": "did_not_apply", "2026-03-03": "kept" });
    expect(numbersOn("2026-03-06", march, answers)).toBe("1, 0, 0, 2 of 3");
  });

  it("is asked over four weeks: the day before them is over and done with", () => {
    const long = agreed([["2026-02-01", "2026-04-30", daily]]);
    const missed = (on: string) => numbersOn("2026-03-29", long, said({ [on]: "missed" }), "2026-03-30");
    expect(missed("2026-03-02")).toBe("0, 0, 1, 27 of 28");
    expect(missed("2026-03-01")).toBe("0, 0, 0, 28 of 28");
  });

  it("counts today as soon as something was said of it, and is not behind before the day is over everywhere", () => {
    const until = (open: string, answers = none) => numbersOn("2026-03-04", march, answers, open);
    expect([until("2026-03-03"), until("2026-03-04"), until("2026-03-05")]).toEqual([
      "0, 0, 0, 1 of 1",
      "0, 0, 0, 2 of 2",
      "0, 0, 0, 3 of 3",
    ]);
    expect(until("2026-03-03", said({ "2026-03-04": "kept" }))).toBe("1, 0, 0, 1 of 2");
  });

  it("is on the days from acceptance to review, also over a leap day and a change of the clocks", () => {
    expect(periods(agreed([["2028-02-28", "2028-03-01", daily]]))).toEqual([
      "2028-02-28",
      "2028-02-29",
      "2028-03-01",
    ]);
    expect(periods(agreed([["2026-03-28", "2026-03-30", daily]]))).toHaveLength(3);
  });

  it("is enough to say something of from six days on", () => expect(ENOUGH).toBe(6));
});

describe("what is due on chosen days", () => {
  const gym = agreed([["2026-03-02", "2026-03-31", { kind: "weekdays", days: ["MO", "TH"] }]]);

  it("is due on those, and nothing is asked on others", () => {
    expect(periods(gym).slice(0, 3)).toEqual(["2026-03-02", "2026-03-05", "2026-03-09"]);
    expect([2, 3, 5].map((of) => askedOn(gym, none, day(`2026-03-0${of}`)))).toEqual([
      { kind: "day" },
      null,
      { kind: "day" },
    ]);
    expect(whyNotOn(gym, none, day("2026-03-03"))).toBe("not_due_then");
    expect(numbersOn("2026-03-16", gym, said({ "2026-03-05": "kept" }))).toBe("1, 0, 0, 3 of 4");
  });
});

describe("what is due three times a week, on any days", () => {
  const march = agreed([["2026-03-02", "2026-03-29", weekly(3)]]);
  const firstWeek = said({ "2026-03-02": "kept", "2026-03-05": "kept", "2026-03-07": "partly" });

  it("is due in weeks from Monday to Sunday, once each is over", () => {
    expect(periods(march)[0]).toBe("2026-03-02 to 2026-03-08: 3");
    expect(numbersOn("2026-03-08", march, firstWeek)).toBe("2, 1, 0, 0 of 3");
    expect(numbersOn("2026-03-16", march, firstWeek)).toBe("2, 1, 0, 3 of 6");
  });

  it("is not behind in a week that still runs, and counts what was done in it", () => {
    expect(numbersOn("2026-03-08", march, none)).toBe("0, 0, 0, 0 of 0");
    expect(numbersOn("2026-03-04", march, said({ "2026-03-02": "kept", "2026-03-03": "missed" }))).toBe(
      "1, 0, 1, 0 of 2",
    );
  });

  it("is kept three times where it was done five times, and what was missed beside it does not count", () => {
    const often = said({
      "2026-03-02": "missed",
      "2026-03-03": "kept",
      "2026-03-04": "kept",
      "2026-03-05": "partly",
      "2026-03-06": "kept",
      "2026-03-07": "kept",
    });
    expect(numbersOn("2026-03-09", march, often)).toBe("3, 0, 0, 0 of 3");
  });

  it("is due in part in a week that it holds in part", () => {
    const lasting = (from: string, to: string) => periods(agreed([[from, to, weekly(3)]]));
    expect(lasting("2026-03-04", "2026-03-15")).toEqual([
      "2026-03-04 to 2026-03-08: 2",
      "2026-03-09 to 2026-03-15: 3",
    ]);
    expect(lasting("2026-03-07", "2026-03-08")).toEqual(["2026-03-07 to 2026-03-08: 1"]);
    expect(lasting("2026-03-08", "2026-03-10")).toEqual(["2026-03-09 to 2026-03-10: 1"]);
  });

  it("counts what was kept up to three times in such a week, too", () => {
    const weekend = agreed([["2026-03-06", "2026-03-08", weekly(3)]]);
    const all = said({ "2026-03-06": "kept", "2026-03-07": "kept", "2026-03-08": "kept" });
    expect(numbersOn("2026-03-09", weekend, all)).toBe("3, 0, 0, 0 of 3");
    expect(numbersOn("2026-03-09", weekend, said({ "2026-03-07": "missed" }))).toBe("0, 0, 1, 0 of 1");
  });

  it("changed to five times on Thursday is due four times in that week, wherever in it they were done", () => {
    const changed = agreed([
      ["2026-03-02", "2026-03-11", weekly(3)],
      ["2026-03-12", "2026-04-12", weekly(5)],
    ]);
    expect(periods(changed).slice(0, 3)).toEqual([
      "2026-03-02 to 2026-03-08: 3",
      "2026-03-09 to 2026-03-15: 4",
      "2026-03-16 to 2026-03-22: 5",
    ]);
    const early = said({
      "2026-03-09": "kept",
      "2026-03-10": "kept",
      "2026-03-11": "kept",
      "2026-03-14": "kept",
    });
    expect(numbersOn("2026-03-16", changed, early)).toBe("4, 0, 0, 3 of 7");
  });

  it("renewed in the middle of a week goes on: what was done before that day is not asked again", () => {
    const renewed = agreed([
      ["2026-03-02", "2026-03-11", weekly(3)],
      ["2026-03-12", "2026-04-12", weekly(3)],
    ]);
    const early = said({ "2026-03-09": "kept", "2026-03-10": "kept", "2026-03-11": "kept" });
    expect(numbersOn("2026-03-16", renewed, early)).toBe("3, 0, 0, 3 of 6");
    expect(askedOn(renewed, early, day("2026-03-13"))).toBeNull();
  });

  it("renewed some days after it had run out is due in part in that week", () => {
    const gap = agreed([
      ["2026-03-02", "2026-03-10", weekly(3)],
      ["2026-03-13", "2026-04-12", weekly(3)],
    ]);
    expect(periods(gap)[1]).toBe("2026-03-09 to 2026-03-15: 2");
  });

  it("paused in the middle of a week is due in part, and nothing that was kept is lost by it", () => {
    const paused = agreed([["2026-03-02", "2026-03-29", weekly(3)]], {
      pauses: [["2026-03-05", "2026-03-11"]],
    });
    expect(periods(paused).slice(0, 2)).toEqual([
      "2026-03-02 to 2026-03-08: 1",
      "2026-03-09 to 2026-03-15: 2",
    ]);
    const before = said({ "2026-03-02": "kept", "2026-03-03": "kept", "2026-03-04": "kept" });
    expect(numbersOn("2026-03-09", paused, before)).toBe("3, 0, 0, 0 of 3");
  });

  it("did not apply on two days is due twice on the others, and three times where it was kept so often", () => {
    const away = { "2026-03-02": "did_not_apply", "2026-03-03": "did_not_apply" } as const;
    expect(numbersOn("2026-03-09", march, said(away))).toBe("0, 0, 0, 2 of 2");
    const kept = { "2026-03-05": "kept", "2026-03-06": "kept", "2026-03-07": "kept" } as const;
    expect(numbersOn("2026-03-09", march, said({ ...away, ...kept }))).toBe("3, 0, 0, 0 of 3");
    const never = Object.fromEntries(
      daysFrom(day("2026-03-02"), day("2026-03-08")).map((on) => [on, "did_not_apply"] as const),
    );
    expect(numbersOn("2026-03-09", march, said(never))).toBe("0, 0, 0, 0 of 0");
  });

  it("has one week over the end of a year, and a whole one in which the clocks are changed", () => {
    const winter = agreed([["2026-12-28", "2027-01-10", weekly(7)]]);
    expect(periods(winter)).toEqual(["2026-12-28 to 2027-01-03: 7", "2027-01-04 to 2027-01-10: 7"]);
    const spring = agreed([["2026-03-23", "2026-03-29", weekly(7)]]);
    expect(periods(spring)).toEqual(["2026-03-23 to 2026-03-29: 7"]);
  });

  it("is asked until it was done, said to be missed, or the week is over", () => {
    const asked = (answers: Answers) => askedOn(march, answers, day("2026-03-06"));
    expect(asked(none)).toEqual({ kind: "week", times: 3, noted: 0 });
    expect(asked(said({ "2026-03-02": "kept", "2026-03-03": "did_not_apply" }))).toEqual({
      kind: "week",
      times: 3,
      noted: 1,
    });
    expect(asked(said({ "2026-03-02": "kept", "2026-03-03": "missed", "2026-03-04": "partly" }))).toBeNull();
    expect(askedOn(march, firstWeek, day("2026-03-09"))).toEqual({ kind: "week", times: 3, noted: 0 });
  });
});

describe("what is due once by a day", () => {
  const letter = agreed([["2026-03-02", "2026-04-10", once("2026-03-20")]]);

  it.each([
    ["done early, on the day it was done", { "2026-03-05": "kept" }, "2026-03-06", "1, 0, 0, 0 of 1"],
    ["done on its day", { "2026-03-20": "kept" }, "2026-03-21", "1, 0, 0, 0 of 1"],
    ["missed", { "2026-03-20": "missed" }, "2026-03-21", "0, 0, 1, 0 of 1"],
    [
      "done in the end, as done",
      { "2026-03-05": "missed", "2026-03-19": "kept" },
      "2026-03-21",
      "1, 0, 0, 0 of 1",
    ],
    ["never said, once its day is over", {}, "2026-03-21", "0, 0, 0, 1 of 1"],
    ["not yet said, on its day", {}, "2026-03-20", "0, 0, 0, 0 of 0"],
    ["of no concern any more", { "2026-03-05": "did_not_apply" }, "2026-03-21", "0, 0, 0, 0 of 0"],
  ] as const)("counts once: %s", (_, answers, today, numbers) =>
    expect(numbersOn(today, letter, said(answers))).toBe(numbers),
  );

  it("counts for four weeks from the day on which it was said last", () => {
    const answers = said({ "2026-03-05": "missed", "2026-03-19": "kept" });
    expect(numbersOn("2026-04-15", letter, answers)).toBe("1, 0, 0, 0 of 1");
    expect(numbersOn("2026-04-16", letter, answers)).toBe("0, 0, 0, 0 of 0");
  });

  it("is asked a week ahead, until something was said of it, and not afterwards", () => {
    const asked = (on: string, answers = none) => askedOn(letter, answers, day(on));
    expect(asked("2026-03-12")).toBeNull();
    expect(asked("2026-03-13")).toEqual({ kind: "once", by: "2026-03-20" });
    expect(asked("2026-03-20")).toEqual({ kind: "once", by: "2026-03-20" });
    expect(asked("2026-03-14", said({ "2026-03-13": "kept" }))).toBeNull();
    expect(asked("2026-03-21")).toBeNull();
    expect(whyNotOn(letter, none, day("2026-03-05"))).toBeNull();
    expect(whyNotOn(letter, none, day("2026-03-21"))).toBe("not_due_then");
  });

  it("renewed with the same day is one promise: what was done before counts, once, and is not asked again", () => {
    const renewed = agreed([
      ["2026-03-02", "2026-03-14", once("2026-03-20")],
      ["2026-03-15", "2026-04-10", once("2026-03-20")],
    ]);
    const done = said({ "2026-03-10": "kept" });
    expect(numbersOn("2026-03-21", renewed, done)).toBe("1, 0, 0, 0 of 1");
    expect(askedOn(renewed, done, day("2026-03-18"))).toBeNull();
    expect(numbersOn("2026-03-21", renewed, said({ "2026-03-10": "missed", "2026-03-18": "kept" }))).toBe(
      "1, 0, 0, 0 of 1",
    );
  });

  it("put off to another day before it was due is due on that day alone", () => {
    const later = agreed([
      ["2026-03-02", "2026-03-17", once("2026-03-20")],
      ["2026-03-18", "2026-04-10", once("2026-03-25")],
    ]);
    expect(numbersOn("2026-03-24", later, none)).toBe("0, 0, 0, 0 of 0");
    expect(numbersOn("2026-03-26", later, none)).toBe("0, 0, 0, 1 of 1");
  });

  it("and then changed into something of every day counts none of those days as its own", () => {
    const changed = agreed([
      ["2026-03-02", "2026-03-09", once("2026-03-20")],
      ["2026-03-10", "2026-04-10", daily],
    ]);
    const answers = said({ "2026-03-05": "missed", "2026-03-10": "kept" });
    expect(numbersOn("2026-03-11", changed, answers)).toBe("1, 0, 1, 0 of 2");
  });
});

describe("what is due whenever it comes up", () => {
  const contact = agreed([["2026-03-02", "2026-03-31", { kind: "whenever" }]]);

  it("counts on the days on which something was said, and is never missing", () => {
    expect(numbersOn("2026-03-20", contact, none)).toBe("0, 0, 0, 0 of 0");
    const answers = said({ "2026-03-04": "kept", "2026-03-05": "missed", "2026-03-06": "did_not_apply" });
    expect(numbersOn("2026-03-20", contact, answers)).toBe("1, 0, 1, 0 of 2");
    expect(askedOn(contact, answers, day("2026-03-04"))).toEqual({ kind: "whenever" });
  });
});

describe("days on which nothing is asked", () => {
  const paused = agreed([["2026-03-02", "2026-03-12", daily]], {
    pauses: [["2026-03-05", "2026-03-07"]],
    endedOn: "2026-03-12",
  });

  it("are those of a pause, the day of an ending, and all before and after", () => {
    const whyNot = (on: string) => whyNotOn(paused, none, day(on));
    expect(["2026-03-04", "2026-03-05", "2026-03-07", "2026-03-08"].map(whyNot)).toEqual([
      null,
      "was_paused",
      "was_paused",
      null,
    ]);
    expect(["2026-03-01", "2026-03-12", "2026-03-13"].map(whyNot)).toEqual(Array(3).fill("not_in_force"));
    for (const on of ["2026-03-01", "2026-03-05", "2026-03-12", "2026-03-13"])
      expect(askedOn(paused, none, day(on))).toBeNull();
    expect(numbersOn("2026-03-20", paused, none)).toBe("0, 0, 0, 7 of 7");
  });

  it("count where something had been said of them before, and it can be corrected", () => {
    const before = said({ "2026-03-05": "kept", "2026-03-12": "missed" });
    expect(numbersOn("2026-03-20", paused, before)).toBe("1, 0, 1, 7 of 9");
    for (const on of before.keys()) expect(whyNotOn(paused, before, on)).toBeNull();
  });
});

describe("the picture of four weeks", () => {
  const shownOn = (today: string, agreement: Agreement, answers: Answers, open = today) =>
    new Map(
      pictureOf(agreement, answers, day(today), day(open))
        .flat()
        .map(({ day: on, shows, canSay }) => [on as string, `${shows}${canSay ? "" : " only read"}`]),
    );

  it("shows what was said, what was not logged, what was paused, and what is still open", () => {
    const march = agreed([["2026-03-02", "2026-03-31", daily]], { pauses: [["2026-03-05", "2026-03-06"]] });
    const shown = shownOn("2026-03-10", march, said({ "2026-03-03": "missed", "2026-03-06": "kept" }));
    expect(
      ["2026-03-01", "2026-03-02", "2026-03-03", "2026-03-05", "2026-03-06", "2026-03-10", "2026-03-11"].map(
        (on) => shown.get(on),
      ),
    ).toEqual([
      "none only read",
      "not_logged",
      "missed",
      "paused only read",
      "kept",
      "open",
      "none only read",
    ]);
    expect(shown.size).toBe(35);
  });

  it("leaves the days of a quota open, and shows what is due once as missing on its day alone", () => {
    const quota = shownOn("2026-03-20", agreed([["2026-03-02", "2026-03-31", weekly(3)]]), none);
    expect(quota.get("2026-03-05")).toBe("open");
    const letter = agreed([["2026-03-02", "2026-03-31", once("2026-03-10")]]);
    const missing = shownOn("2026-03-20", letter, none);
    expect(["2026-03-09", "2026-03-10", "2026-03-11"].map((on) => missing.get(on))).toEqual([
      "open",
      "not_logged",
      "none only read",
    ]);
    expect(shownOn("2026-03-20", letter, said({ "2026-03-04": "kept" })).get("2026-03-10")).toBe("open");
  });

  it("shows nothing on the day it was ended", () => {
    const ended = agreed([["2026-03-02", "2026-03-10", daily]], { endedOn: "2026-03-10" });
    expect(shownOn("2026-03-20", ended, none).get("2026-03-10")).toBe("none only read");
  });
});

describe("two people far apart", () => {
  const march = agreed([["2026-03-01", "2026-04-10", daily]]);
  const now = Temporal.Instant.from("2026-04-01T10:30:00Z");
  const [ahead, behind] = [dayIn("Pacific/Kiritimati", now), dayIn("Etc/GMT+12", now)];
  const open = firstOpenDay(now);

  it("read the same of a day that has begun for one of them only", () => {
    const short = agreed([["2026-03-20", "2026-04-10", daily]]);
    const answers = said({ [ahead]: "kept" });
    expect([ahead, behind]).toEqual(["2026-04-02", "2026-03-31"]);
    for (const today of [ahead, behind])
      expect(fiveNumbers(short, answers, today, open)).toMatchObject({ kept: 1, notLogged: 11, due: 12 });
  });

  it("read differently only of the day on which the four weeks begin for each", () => {
    const oldest = said({ [addDays(behind, -27)]: "kept", [addDays(behind, -26)]: "missed" });
    expect(fiveNumbers(march, oldest, behind, open)).toMatchObject({ kept: 1, missed: 1, due: 27 });
    expect(fiveNumbers(march, oldest, ahead, open)).toMatchObject({ kept: 0, missed: 0, due: 25 });
  });
});
