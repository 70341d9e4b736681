import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { asViewer } from "@/lib/db/viewer";
import { sayHowItWent } from "@/lib/follow-through/commands";
import { timelineFor } from "@/lib/timeline/queries";
import { timelineSearch } from "@/lib/timeline/schema";
import { aCouple, day, type Person } from "@/tests/support/people";
import { agreedBetween, daily, offers, takes } from "../commitments/voices";
import { today } from "../voices";

const timelineOf = ({ viewer }: Person, search = {}, find = "") =>
  asViewer(viewer, (db) => timelineFor(db, viewer, timelineSearch.parse(search), find));
const saysKept = (
  person: Person,
  commitment: string,
  on: string,
  said = 0,
  status: "kept" | "missed" = "kept",
) =>
  asViewer(person.viewer, (db) =>
    sayHowItWent(db, person.at("2026-03-20"), {
      day: day(on),
      answers: [
        { commitment, status, volunteered: false, note: "", shown: "only_me", entry: randomUUID(), said },
      ],
    }),
  );

describe("what was agreed on, on the timeline", () => {
  it("is told in the words that held on its day, and not in those that hold now", async () => {
    const [ada, ben] = await aCouple();
    const id = await agreedBetween(ben, ada, { what: "I call at noon." });
    await saysKept(ben, id, today, 0, "missed");
    await offers(ben, id, {
      what: "I write at five.",
      terms: { ...daily, from: day("2026-03-12") },
      on: "2026-03-12",
    });
    await takes(ada, id, "accepted", { on: "2026-03-12" });
    await saysKept(ben, id, "2026-03-13");
    const { days } = await timelineOf(ada, { kind: "commitment" });
    const told = days.map(({ day, records }) => [
      day,
      ...records.flatMap(({ said, steps }) => [...said, ...steps].map(({ what }) => what)),
    ]);
    expect(told).toEqual([
      ["2026-03-13", "I write at five."],
      ["2026-03-12", "I write at five."],
      [today, "I call at noon.", "I call at noon."],
    ]);
  });

  it("is found by its words", async () => {
    const [ada, ben] = await aCouple();
    await agreedBetween(ben, ada, { what: "I meet you at the lighthouse." });
    expect((await timelineOf(ada, {}, "lighthouse")).days).toHaveLength(1);
    expect((await timelineOf(ada, {}, "submarine")).days).toEqual([]);
  });

  it("does not hide what is behind it, however often one day was said anew", async () => {
    const [ada, ben] = await aCouple();
    await ada.checksIn("2026-03-01", { trust: 4, note: "behind it", shown: "numbers_and_words" });
    const ids: string[] = [];
    for (let n = 0; n < 22; n++) ids.push(await agreedBetween(ben, ada, { what: `Promise ${n}.` }));
    for (const id of ids)
      for (let said = 0; said < 20; said++)
        await saysKept(ben, id, today, said, said % 2 ? "kept" : "missed");
    await expect(saysKept(ben, ids[0] ?? "", today, 20, "missed")).rejects.toMatchObject({
      reason: "said_often",
    });
    let page = await timelineOf(ada);
    let read = JSON.stringify(page.days);
    for (let pages = 1; page.next && pages < 5; pages++) {
      page = await timelineOf(ada, { after: `${page.next.day}_${page.next.id}` });
      read += JSON.stringify(page.days);
    }
    expect(page.next).toBeNull();
    expect(read).toContain("behind it");
  });
});
