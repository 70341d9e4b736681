import { describe, expect, it } from "vitest";
import { asViewer } from "@/lib/db/viewer";
import type { EntryView } from "@/lib/entries/rules";
import { showAlike, startWith } from "@/lib/visibility/commands";
import { shownOtherwise, startingPoints } from "@/lib/visibility/queries";
import type { Shown } from "@/lib/visibility/rules";
import { aCouple, checkInsAmong, day, type Person } from "@/tests/support/people";
import { shows, timelineOf, today } from "../voices";

const startsOf = ({ viewer }: Person) => asViewer(viewer, (db) => startingPoints(db, viewer));
const otherwise = ({ viewer }: Person, shown: Shown) =>
  asViewer(viewer, (db) => shownOtherwise(db, viewer, "check_in", shown));
const listed = (entries: readonly EntryView[]) => entries.map(({ id, shown }) => ({ id, was: shown }));
const showsAlike = (
  { viewer }: Person,
  list: readonly EntryView[],
  now: readonly EntryView[],
  shown: Shown,
) =>
  asViewer(viewer, (db) =>
    showAlike(db, viewer, { listed: listed(list), now: listed(now) }, shown, day(today)),
  );
const readBy = async (person: Person) =>
  checkInsAmong(await timelineOf(person))
    .filter(({ mine }) => !mine)
    .map(({ day }) => day)
    .sort();

async function threeCheckIns(person: Person): Promise<void> {
  await person.checksIn("2026-03-01", { trust: 1, note: "one", shown: "only_me" });
  await person.checksIn("2026-03-02", { trust: 2, note: "two", shown: "numbers" });
  await person.checksIn("2026-03-03", { trust: 3, note: "three", shown: "numbers_and_words" });
}

describe("what new entries start with", () => {
  it("is only me for every kind, until a person chooses otherwise for that kind", async () => {
    const [ada, ben] = await aCouple();
    const fresh = {
      check_in: "only_me",
      felt_heard: "only_me",
      follow_through_note: "only_me",
      noticing: "only_me",
    };
    expect(await startsOf(ada)).toEqual(fresh);
    await asViewer(ada.viewer, (db) => startWith(db, ada.viewer, "noticing", "numbers_and_words"));
    await asViewer(ada.viewer, (db) => startWith(db, ada.viewer, "check_in", "numbers"));
    expect(await startsOf(ada)).toEqual({ ...fresh, check_in: "numbers", noticing: "numbers_and_words" });
    expect(await startsOf(ben)).toEqual(fresh);
  });

  it("changes nothing that is written already", async () => {
    const [ada, ben] = await aCouple();
    await threeCheckIns(ada);
    const before = await timelineOf(ben);
    await asViewer(ada.viewer, (db) => startWith(db, ada.viewer, "check_in", "numbers_and_words"));
    expect(await timelineOf(ben)).toEqual(before);
  });
});

describe("changing what is written already", () => {
  it("lists exactly the entries that are shown otherwise, and changes those that were left in the list", async () => {
    const [ada, ben] = await aCouple();
    await threeCheckIns(ada);
    const list = await otherwise(ada, "numbers_and_words");
    expect(list.map(({ day, shown }) => [day, shown])).toEqual([
      ["2026-03-02", "numbers"],
      ["2026-03-01", "only_me"],
    ]);
    await showsAlike(ada, list.slice(0, 1), list, "numbers_and_words");
    expect(await readBy(ben)).toEqual(["2026-03-02", "2026-03-03"]);
    expect((await otherwise(ada, "numbers_and_words")).map(({ day }) => day)).toEqual(["2026-03-01"]);
  });

  it("takes all of it back at once, words and numbers", async () => {
    const [ada, ben] = await aCouple();
    await threeCheckIns(ada);
    const list = await otherwise(ada, "only_me");
    expect(list).toHaveLength(2);
    await showsAlike(ada, list, list, "only_me");
    expect(await readBy(ben)).toEqual([]);
  });

  it("changes nothing where one of the list is shown otherwise by now", async () => {
    const [ada, ben] = await aCouple();
    await threeCheckIns(ada);
    const list = await otherwise(ada, "numbers_and_words");
    await shows(ada, list[0]?.id ?? "", "only_me");
    const now = await otherwise(ada, "numbers_and_words");
    await expect(showsAlike(ada, list, now, "numbers_and_words")).rejects.toThrow("list_changed");
    expect(await readBy(ben)).toEqual(["2026-03-03"]);
  });

  it("reaches nobody else's entries, whatever was posted", async () => {
    const [ada, ben] = await aCouple();
    await threeCheckIns(ada);
    const list = await otherwise(ada, "numbers_and_words");
    await expect(showsAlike(ben, list, list, "numbers_and_words")).rejects.toThrow("list_changed");
    expect(await readBy(ben)).toEqual(["2026-03-02", "2026-03-03"]);
  });
});
