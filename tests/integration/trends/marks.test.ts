import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { markDay } from "@/lib/annotations/commands";
import type { MarkInput } from "@/lib/annotations/schema";
import { asViewer } from "@/lib/db/viewer";
import { isAnnotation } from "@/lib/entries/rules";
import { dayOf } from "@/lib/time/day";
import { numbersPage } from "@/lib/trends/queries";
import { trendsSearch } from "@/lib/trends/schema";
import { ownOf, timelineOf } from "@/tests/integration/voices";
import { aCouple, aPerson, day, type Person } from "@/tests/support/people";

const TODAY = "2026-03-12";
const mark = (how: Partial<MarkInput> = {}): MarkInput => ({
  entry: randomUUID(),
  kind: "therapy",
  day: day("2026-03-10"),
  note: "",
  shown: "numbers_and_words",
  ...how,
});
const marks = (person: Person, input: MarkInput) =>
  asViewer(person.viewer, (db) => markDay(db, person.at(TODAY), input));
const seen = (entries: Awaited<ReturnType<typeof timelineOf>>) =>
  entries.filter(isAnnotation).map(({ day, kind, texts, mine }) => [day, kind, texts.note ?? "", mine]);

describe("a marked day", () => {
  it("stands on the timeline of both where it is shown, and of its author alone where it is kept", async () => {
    const [ada, ben] = await aCouple();
    await marks(ada, mark());
    await marks(ada, mark({ kind: "hard_day", note: "for me", shown: "only_me" }));
    expect(seen(await timelineOf(ben))).toEqual([["2026-03-10", "therapy", "", false]]);
    expect(seen(await ownOf(ada))).toHaveLength(2);
  });

  it("is one, however often its form is sent, and not another's words", async () => {
    const [ada] = await aCouple();
    const input = mark({ note: "together" });
    await marks(ada, input);
    await marks(ada, input);
    await expect(marks(ada, { ...input, note: "alone" })).rejects.toMatchObject({ reason: "sent_already" });
    expect(seen(await ownOf(ada))).toHaveLength(1);
  });

  it("stands in the pictures, and stretches them over no years of which nobody showed anything", async () => {
    const [ada, ben] = await aCouple();
    await ada.checksIn("2026-02-20", { trust: 4, shown: "numbers" });
    await marks(ben, mark({ kind: "anniversary", day: day("1900-01-01") }));
    await marks(ben, mark({ day: day("2026-02-25") }));
    const { span, annotations } = await asViewer(ada.viewer, (db) =>
      numbersPage(db, ada.viewer, trendsSearch.parse({ range: "all" }), day("2026-06-12")),
    );
    expect(dayOf(span.from)).toBe("2026-02-20");
    expect(annotations.map((one) => one.day)).toEqual(["2026-02-25"]);
  });

  it("is today or was, says what it was where its kind does not, and is shown only where somebody could see it", async () => {
    const ada = await aPerson("Ada");
    const kept = { shown: "only_me" } as const;
    await expect(marks(ada, mark({ ...kept, day: day("2026-03-13") }))).rejects.toMatchObject({
      reason: "day_ahead",
    });
    await expect(marks(ada, mark({ ...kept, kind: "marked_day" }))).rejects.toMatchObject({
      reason: "nothing_written",
    });
    await expect(marks(ada, mark())).rejects.toMatchObject({ reason: "not_in_a_couple" });
    await marks(ada, mark({ ...kept, day: day(TODAY) }));
    expect(seen(await ownOf(ada))).toEqual([[TODAY, "therapy", "", true]]);
  });
});
