import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amendCheckIn } from "@/lib/check-ins/commands";
import { ownEntry, todayPage } from "@/lib/check-ins/queries";
import { leave } from "@/lib/couples/commands";
import { partnerPage } from "@/lib/couples/queries";
import { asViewer } from "@/lib/db/viewer";
import { saveDraft } from "@/lib/drafts/commands";
import { draftOf } from "@/lib/drafts/schema";
import { deleteEntry } from "@/lib/entries/commands";
import { replyToFeeling, sayHeard, shareFeeling } from "@/lib/feelings/commands";
import { conversations } from "@/lib/feelings/queries";
import { answerSafetyCheck } from "@/lib/safety/commands";
import { timelineFor } from "@/lib/timeline/queries";
import { timelineSearch } from "@/lib/timeline/schema";
import { showEntry, startWith } from "@/lib/visibility/commands";
import { aCouple, aPerson, day, link, type Person } from "@/tests/support/people";

/** Whatever the app would show this person, in every search of theirs. */
async function everythingSeenBy({ viewer }: Person) {
  return asViewer(viewer, async (db) => {
    const seen: unknown[] = [];
    for (const search of [{}, { who: "partner" }, { from: "2026-03-02", to: "2026-03-05" }])
      seen.push(await timelineFor(db, viewer, timelineSearch.parse(search)));
    for (const on of ["2026-03-01", "2026-03-04"]) seen.push((await todayPage(db, viewer, day(on))).partners);
    seen.push(await conversations(db, viewer));
    seen.push(await partnerPage(db, viewer));
    return seen;
  });
}

const TODAY = day("2026-03-12");

async function shares({ viewer }: Person, note: string): Promise<string> {
  const entry = randomUUID();
  const said = { entry, wish: "comfort" as const, parts: [], texts: { note, own_feeling: "" } };
  await asViewer(viewer, (db) => shareFeeling(db, { viewer, today: TODAY }, said));
  return entry;
}

async function answers({ viewer }: Person, to: string, note: string): Promise<string> {
  const entry = randomUUID();
  const said = { entry, to, note, promise: "" };
  await asViewer(viewer, (db) => replyToFeeling(db, { viewer, today: TODAY }, said));
  return entry;
}

const withdraws = ({ viewer }: Person, entry: string) =>
  asViewer(viewer, (db) => showEntry(db, viewer, entry, "only_me", TODAY));

const keepsWhetherHeard = ({ viewer }: Person, to: string, would_help: string) =>
  asViewer(viewer, (db) =>
    sayHeard(
      db,
      { viewer, today: TODAY },
      {
        entry: randomUUID(),
        to,
        understood: "not_yet",
        accepted: null,
        cared_for: null,
        would_help,
        shown: "only_me",
      },
    ),
  );

const onADay = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, "0")}`);
const aText = fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 });

/** Something a person may do that is nobody's business: what it is, and how it is done. */
const hiddenDeed = fc.oneof(
  fc.record({
    does: fc.constant("writes" as const),
    on: onADay,
    note: aText,
    trust: fc.integer({ min: 0, max: 10 }),
  }),
  fc.record({ does: fc.constant("changes" as const), note: aText, which: fc.nat(20) }),
  fc.record({ does: fc.constant("deletes" as const), which: fc.nat(20) }),
  fc.record({ does: fc.constant("drafts" as const), on: onADay, note: aText }),
  fc.record({
    does: fc.constant("answers" as const),
    answer: fc.constantFrom("yes" as const, "no" as const, "forget" as const),
  }),
  fc.record({
    does: fc.constant("prefers" as const),
    shown: fc.constantFrom("only_me" as const, "numbers_and_words" as const),
  }),
  fc.record({ does: fc.constant("shares and withdraws" as const), note: aText }),
  fc.record({ does: fc.constant("replies and withdraws" as const), note: aText }),
  fc.record({ does: fc.constant("keeps whether they felt heard" as const), note: aText }),
);
type Deed = typeof hiddenDeed extends fc.Arbitrary<infer T> ? T : never;

/** What the partner said that can be answered: a feeling, and a reply. */
type Said = { readonly feeling: string; readonly reply: string };

async function doing(ada: Person, deed: Deed, hidden: Map<string, string>, bens: Said): Promise<void> {
  const { viewer } = ada;
  const chosen = [...hidden.entries()].at("which" in deed ? deed.which % Math.max(1, hidden.size) : 0);
  if (deed.does === "writes") {
    if (hidden.has(deed.on)) return;
    hidden.set(
      deed.on,
      await ada.checksIn(deed.on, {
        note: deed.note,
        trust: deed.trust,
        shown: "only_me",
        entry: randomUUID(),
      }),
    );
  }
  if (deed.does === "changes" && chosen) {
    await asViewer(viewer, async (db) => {
      const standing = await ownEntry(db, viewer, chosen[1]);
      if (standing)
        await amendCheckIn(
          db,
          ada.at("2026-12-31"),
          { ...standing.content, note: deed.note, entry: chosen[1], basis: standing.basis },
          "only_me",
        );
    });
  }
  if (deed.does === "deletes" && chosen) {
    await asViewer(viewer, (db) => deleteEntry(db, viewer, chosen[1]));
    hidden.delete(chosen[0]);
  }
  if (deed.does === "drafts")
    await asViewer(viewer, (db) =>
      saveDraft(db, viewer, draftOf.checkIn(day(deed.on)), { note: [deed.note] }),
    );
  if (deed.does === "answers") await asViewer(viewer, (db) => answerSafetyCheck(db, viewer, deed.answer));
  if (deed.does === "prefers") await asViewer(viewer, (db) => startWith(db, viewer, "check_in", deed.shown));
  // A text of nothing but space is no text, as the form sends it.
  const note = "note" in deed ? `.${deed.note}` : "";
  if (deed.does === "shares and withdraws") await withdraws(ada, await shares(ada, note));
  if (deed.does === "replies and withdraws") await withdraws(ada, await answers(ada, bens.feeling, note));
  if (deed.does === "keeps whether they felt heard") await keepsWhetherHeard(ada, bens.reply, note);
}

describe("what someone keeps to themselves", () => {
  it("changes nothing their partner sees: written, changed or deleted, it is as if it had never been", async () => {
    const [ada, ben] = await aCouple();
    for (const on of ["2026-03-01", "2026-03-04"])
      await ada.checksIn(on, { trust: 4, note: "for you", shown: "numbers_and_words" });
    await ben.checksIn("2026-03-02", { trust: 6, shown: "numbers" });
    const feeling = await shares(ben, "for you");
    const reply = await answers(ben, await shares(ada, "for you"), "I read it");
    await answers(ada, feeling, "I read it too");
    const before = await everythingSeenBy(ben);

    const hidden = new Map<string, string>();
    await fc.assert(
      fc.asyncProperty(fc.array(hiddenDeed, { minLength: 1, maxLength: 6 }), async (deeds) => {
        for (const deed of deeds) await doing(ada, deed, hidden, { feeling, reply });
        expect(await everythingSeenBy(ben)).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });

  it("is the same to a partner whether it was never shown or was shown and taken back", async () => {
    const [ada, ben] = await aCouple();
    await ada.checksIn("2026-03-01", { trust: 4, note: "for you", shown: "numbers_and_words" });
    const before = await everythingSeenBy(ben);
    const entry = await ada.checksIn("2026-03-04", {
      trust: 4,
      note: "for a moment",
      shown: "numbers_and_words",
    });
    expect(await everythingSeenBy(ben)).not.toEqual(before);
    await asViewer(ada.viewer, (db) => showEntry(db, ada.viewer, entry, "only_me", day("2026-03-05")));
    expect(await everythingSeenBy(ben)).toEqual(before);
  });

  it("leaves whoever answered it their own answer and nothing else, once it is withdrawn", async () => {
    const [ada, ben] = await aCouple();
    const feeling = await shares(ada, "for a moment");
    await answers(ben, feeling, "I read it");
    await withdraws(ada, feeling);
    const seen = JSON.stringify(await everythingSeenBy(ben));
    expect(seen).toContain("I read it");
    expect(seen).not.toContain("for a moment");
  });
});

describe("a couple that ended", () => {
  it("leaves each to the other as a stranger is, whatever is written before or after", async () => {
    const [ada, ben] = await aCouple();
    await ada.checksIn("2026-03-01", { trust: 4, note: "for you", shown: "numbers_and_words" });
    await shares(ada, "for you");
    await leave(ada.viewer);
    await ada.again();
    await ben.again();
    const stranger = await aPerson("Stranger");

    const [exSees, strangerSees] = [await everythingSeenBy(ben), await everythingSeenBy(stranger)];
    expect(exSees).toEqual(strangerSees);

    await fc.assert(
      fc.asyncProperty(onADay, aText, async (on, note) => {
        await ada.checksIn(on, { note, shown: "numbers_and_words" }).catch(() => {});
        expect(await everythingSeenBy(ben)).toEqual(exSees);
      }),
      { numRuns: 8 },
    );
  });

  it("opens nothing of the old space when the same two come back to each other", async () => {
    const [ada, ben] = await aCouple();
    await ada.checksIn("2026-03-01", { trust: 4, note: "back then", shown: "numbers_and_words" });
    await shares(ada, "back then");
    await leave(ben.viewer);
    await ada.again();
    await ben.again();
    await link(ben, ada);
    expect(JSON.stringify(await everythingSeenBy(ben))).not.toContain("back then");
    expect(await asViewer(ben.viewer, (db) => db.entry.count())).toBe(0);
  });
});
