import { describe, expect, it } from "vitest";
import { places } from "@/lib/crypto/places";
import { seal } from "@/lib/crypto/words";
import type { EntryKind } from "@/lib/db/generated/enums";
import { asViewer } from "@/lib/db/viewer";
import { soughtBy, timelineFor } from "@/lib/timeline/queries";
import { timelineSearch } from "@/lib/timeline/schema";
import { aCouple, type Person } from "@/tests/support/people";
import { agreedBetween } from "../commitments/voices";
import { corrects, opens } from "../corrections/voices";
import { notices, says } from "../follow-through/voices";
import { timelineOf, today } from "../voices";

const found = async ({ viewer }: Person, asked: { kind?: EntryKind; find?: string }) => {
  const search = timelineSearch.parse(asked);
  const page = await asViewer(viewer, (db) => timelineFor(db, viewer, search, soughtBy(viewer, search)));
  return page.days.flatMap(({ entries }) => entries.map(({ id }) => id));
};
const findsWords = (person: Person, words: string) => {
  const find = Buffer.from(seal(words, places.search(person.viewer.id))).toString("base64url");
  return found(person, { find });
};

describe("the timeline of two who have commitments", () => {
  it("holds the words to a day and what was noticed of it, each by its kind, and no status", async () => {
    const [ada, ben] = await aCouple();
    const id = await agreedBetween(ben, ada);
    const note = crypto.randomUUID();
    await says(ben, { [id]: { status: "kept", note: "by five", shown: "numbers_and_words", entry: note } });
    const noticed = await notices(ada, id, today, { note: "heard you" });
    for (const person of [ada, ben]) {
      expect(await found(person, { kind: "follow_through_note" })).toEqual([note]);
      expect(await found(person, { kind: "noticing" })).toEqual([noticed]);
      expect([await findsWords(person, "by five"), await findsWords(person, "heard")]).toEqual([
        [note],
        [noticed],
      ]);
    }
  });

  it("tells of the other's correction and gives away no word of it, opened or not, also not to who searches", async () => {
    const [ada, ben] = await aCouple();
    const id = await corrects(ben, { is_true: "the lighthouse" });
    for (const isOpen of [false, true]) {
      if (isOpen) await opens(ada, id);
      expect(await found(ada, { kind: "correction" })).toEqual([id]);
      expect(JSON.stringify(await timelineOf(ada))).not.toContain("lighthouse");
      expect(await findsWords(ada, "lighthouse")).toEqual([]);
      expect(await findsWords(ben, "lighthouse")).toEqual([id]);
    }
  });
});
