import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { asViewer } from "@/lib/db/viewer";
import * as command from "@/lib/feelings/commands";
import * as schema from "@/lib/feelings/schema";
import { fieldsOf } from "@/lib/web/form-data";
import { aCouple } from "@/tests/support/people";
import { today } from "../voices";
import { reads } from "./voices";

/** What a browser sends: read as a form, as an action reads it. */
function sent(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return fieldsOf(form);
}

const half = "\ud83d";

describe("words between the two", () => {
  it.each([
    ["ten thousand characters", "ß".repeat(10_000)],
    ["emoji, joined and coloured", "👩🏽‍🚒🏳️‍🌈👨‍👩‍👧".repeat(400)],
    ["text from right to left, with its marks", "\u202bשלום عليكم\u202c ".repeat(600).trim()],
    ["combining accents and lines", "n\u0303a\u0301\n\n\tКонец e\u0323\u0302"],
    ["what looks like markup or a statement", "<b>'; drop table entries; --</b> {x} \\u0000 %s"],
  ])("are read back to the letter: %s", async (_, words) => {
    const [ada, ben] = await aCouple();
    const entry = randomUUID();
    const share = schema.shareFeeling.parse(sent({ entry, wish: "nothing", note: words }));
    await asViewer(ada.viewer, (db) => command.shareFeeling(db, ada.at(today), share));
    const answer = schema.reply.parse(sent({ entry: randomUUID(), to: entry, note: words }));
    await asViewer(ben.viewer, (db) => command.replyToFeeling(db, ben.at(today), answer));
    const heard = { entry: randomUUID(), to: answer.entry, would_help: words, shown: "numbers_and_words" };
    const said = schema.sayHeard.parse(sent(heard));
    await asViewer(ada.viewer, (db) => command.sayHeard(db, ada.at(today), said));

    for (const reader of [ada, ben]) {
      const read = await reads(reader, entry);
      expect(read?.feeling.texts.note).toBe(words);
      expect(read?.exchanges[0]?.reply.texts.note).toBe(words);
      expect(read?.exchanges[0]?.heard?.texts.would_help).toBe(words);
    }
  });

  it("lose only what is no character: half of one is shown as a mark, the rest stands", async () => {
    const [ada, ben] = await aCouple();
    const entry = randomUUID();
    const fields = sent({
      entry,
      wish: "nothing",
      note: `before ${half} after\u0000`,
      own_feeling: `${half}torn`,
    });
    const share = schema.shareFeeling.parse(fields);
    await asViewer(ada.viewer, (db) => command.shareFeeling(db, ada.at(today), share));
    expect((await reads(ben, entry))?.feeling.texts).toEqual({
      note: "before \ufffd after",
      own_feeling: "\ufffdtorn",
    });
  });
});
