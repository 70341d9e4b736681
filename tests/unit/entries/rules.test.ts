import { describe, expect, it } from "vitest";
import { blank } from "@/lib/check-ins/rules";
import { type EntryView, type Seen, textsOf } from "@/lib/entries/rules";
import type { Day } from "@/lib/time/day";

const seen: Seen = {
  id: "0b9d1f3e-7a51-4c55-9f4e-2f1f5f0a7e11",
  mine: true,
  here: true,
  day: "2026-03-01" as Day,
  filledInLater: false,
  shown: "only_me",
};
const to = { mine: false, id: seen.id };
const texts = { note: "in words", own_feeling: "hollow", promise: "to stay", would_help: "less haste" };

const whole: readonly EntryView[] = [
  { ...seen, kind: "shared_feeling", texts, wish: "comfort", parts: [] },
  { ...seen, kind: "reply", texts, to, needsUntil: null },
  { ...seen, kind: "felt_heard", texts, to, understood: null, accepted: null, caredFor: null },
  { ...seen, kind: "question", texts },
  { ...seen, kind: "question_answer", texts, to, standing: "answered" },
  { ...seen, kind: "struggle", texts },
  { ...seen, kind: "struggle_part", texts, to },
  { ...seen, kind: "therapy_session", texts, session: "couple", localTime: "17:30" },
  { ...seen, kind: "session_homework", texts, to, session: "individual" },
  { ...seen, kind: "from_my_day", texts },
  { ...seen, kind: "caring_act", texts },
];

describe("what an entry says in words", () => {
  it.each(whole.map((entry) => [entry.kind, entry] as const))("is all of its words: %s", (_, entry) =>
    expect(textsOf(entry)).toEqual(texts),
  );

  it("is a check-in's note and its own word for a feeling, and none of its numbers", () => {
    const content = { ...blank, trust: 7, need: "rest", note: "in words", own_feeling: "hollow" } as const;
    const earlier = [{ key: "note/1", until: seen.day, content: { ...blank, note: "before" } }];
    expect(textsOf({ ...seen, kind: "check_in", content, earlier })).toEqual({
      note: "in words",
      own_feeling: "hollow",
    });
  });

  it("is nothing where somebody asked for space", () =>
    expect(textsOf({ ...seen, kind: "space" })).toEqual({}));
});
