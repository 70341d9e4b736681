import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { parts } from "@/lib/acknowledgements/rules";
import { leave } from "@/lib/couples/commands";
import { asViewer } from "@/lib/db/viewer";
import { textsOf } from "@/lib/entries/rules";
import * as command from "@/lib/packets/commands";
import { choosingFor, packetNamed, packetPage, packetsHere } from "@/lib/packets/queries";
import { type Group, itemOf } from "@/lib/packets/rules";
import type { BeginInput } from "@/lib/packets/schema";
import { addDays } from "@/lib/time/day";
import {
  agreedBetween,
  brings,
  changes,
  corrects,
  notesSession,
  saysForSession,
  shares,
} from "@/tests/support/deeds";
import { aCouple, aPerson, day, type Person } from "@/tests/support/people";
import { acknowledges, words } from "../acknowledgements/voices";
import { allAtOnce, deletes, shows, takesBack } from "../voices";

const FROM = day("2026-02-11");
/** Later than anything that is written here. */
const NOW = "2026-03-31";

async function begins(
  person: Person,
  kind: "joint" | "own",
  days: Partial<BeginInput> = {},
): Promise<string> {
  const input = { packet: randomUUID(), packet_kind: kind, from: FROM, to: day(NOW), ...days };
  await asViewer(person.viewer, (db) => command.beginPacket(db, person.at(NOW), input));
  return input.packet;
}

const named = (packet: string, whose: "mine" | "theirs" = "mine") => ({ packet, whose });
const joins = (person: Person, packet: string) =>
  asViewer(person.viewer, (db) => command.beginPart(db, person.viewer, named(packet, "theirs")));
const pageOf = (person: Person, packet: string) =>
  asViewer(person.viewer, (db) => packetPage(db, person.viewer, packet));
const puts = (
  person: Person,
  packet: string,
  group: Group,
  put: "all" | "shown" | "none",
  whose = "mine" as const,
) =>
  asViewer(person.viewer, (db) =>
    command.putGroup(db, person.viewer, { ...named(packet, whose), group, put }),
  );
const choosing = (person: Person, packet: string) =>
  asViewer(person.viewer, async (db) => {
    const found = await packetNamed(db, person.viewer, packet);
    return found && choosingFor(db, person.viewer, found);
  });
async function consents(person: Person, packet: string, whose: "mine" | "theirs" = "mine"): Promise<void> {
  const seen = (await pageOf(person, packet))?.seen ?? "";
  await asViewer(person.viewer, (db) =>
    command.consentTo(db, person.at(NOW), { ...named(packet, whose), seen }),
  );
}
const withdraws = (person: Person, packet: string, whose: "mine" | "theirs" = "mine") =>
  asViewer(person.viewer, (db) => command.withdraw(db, person.viewer, named(packet, whose)));

/** What somebody finds in a packet of each of the two, in words; null where there is no such part for them. */
async function found(person: Person, packet: string) {
  const page = await pageOf(person, packet);
  const of = (mine: boolean) => {
    const part = page?.parts.find((one) => one.mine === mine);
    return part
      ? part.entries.map((entry) =>
          [
            entry.kind === "check_in" && entry.content.trust !== null ? `trust ${entry.content.trust}` : "",
            ...Object.values(textsOf(entry)),
          ]
            .filter(Boolean)
            .join(" "),
        )
      : null;
  };
  return page && { mine: of(true), theirs: of(false) };
}

describe("a packet of both", () => {
  it("is known to both, begins with what the other can read already, and is each one's own until they agree", async () => {
    const [ada, ben] = await aCouple();
    await ada.checksIn("2026-03-01", { trust: 4, note: "kept words", shown: "numbers" });
    const kept = await ada.checksIn("2026-03-02", { trust: 2, note: "kept", shown: "only_me" });
    await brings(ada, kept, "mine");
    const marked = await ada.checksIn("2026-03-03", { trust: 3, note: "heavy", shown: "numbers_and_words" });
    await brings(ada, marked, "mine");
    await ben.checksIn("2026-03-01", { trust: 7, note: "mine", shown: "numbers_and_words" });
    const packet = await begins(ada, "joint");
    expect(await found(ada, packet)).toEqual({ mine: ["trust 4", "trust 3 heavy"], theirs: null });
    expect(await found(ben, packet)).toEqual({ mine: null, theirs: null });
    await joins(ben, packet);
    expect(await found(ben, packet)).toEqual({ mine: ["trust 7"], theirs: null });
    expect(await found(ada, packet)).toEqual({ mine: ["trust 4", "trust 3 heavy"], theirs: null });
    await consents(ada, packet);
    await consents(ben, packet, "theirs");
    expect(await found(ben, packet)).toEqual({ mine: ["trust 7"], theirs: ["trust 4", "trust 3 heavy"] });
    expect(await found(ada, packet)).toEqual({ mine: ["trust 4", "trust 3 heavy"], theirs: ["trust 7"] });
  });

  it("tells the other nothing of what its author keeps and puts in, also after it is shown", async () => {
    const [ada, ben] = await aCouple();
    const kept = await ada.checksIn("2026-03-02", { trust: 2, note: "kept", shown: "only_me" });
    await ada.checksIn("2026-03-03", { trust: 5, note: "words", shown: "numbers" });
    const secret = await corrects(ada, "the invoice");
    const packet = await begins(ada, "joint");
    for (const group of ["numbers", "words", "corrections"] as const) await puts(ada, packet, group, "all");
    await consents(ada, packet);
    const own = (await found(ada, packet))?.mine ?? [];
    expect(own.join()).toContain("kept");
    expect(own.join()).toContain("the invoice");
    expect(await found(ben, packet)).toEqual({ mine: null, theirs: ["trust 5"] });
    expect(await asViewer(ben.viewer, (db) => db.packetItem.count())).toBe(1);
    // Shown later it can be read where it stands, and is still not found here: it was not shown when it was agreed to.
    await shows(ada, kept, "numbers_and_words");
    expect((await found(ben, packet))?.theirs).toEqual(["trust 5"]);
    await deletes(ada, secret);
  });

  it("keeps what was agreed to as it was, whatever is changed afterwards, and cannot be added to", async () => {
    const [ada, ben] = await aCouple();
    const entry = await ada.checksIn("2026-03-01", { trust: 4, note: "first", shown: "numbers_and_words" });
    const packet = await begins(ada, "joint");
    await puts(ada, packet, "words", "all");
    await consents(ada, packet);
    await changes(ada, entry, "second");
    await ada.checksIn("2026-03-04", { trust: 9, note: "third", shown: "numbers_and_words" });
    expect((await found(ben, packet))?.theirs).toEqual(["trust 4 first"]);
    await expect(puts(ada, packet, "numbers", "all")).rejects.toMatchObject({ reason: "packet_signed" });
    await expect(consents(ada, packet)).rejects.toMatchObject({ reason: "packet_signed" });
  });

  it("loses what is taken back or deleted at once, numbers and words apart", async () => {
    const [ada, ben] = await aCouple();
    const both = await ada.checksIn("2026-03-01", { trust: 4, note: "one", shown: "numbers_and_words" });
    const gone = await ada.checksIn("2026-03-02", { trust: 5, note: "two", shown: "numbers_and_words" });
    const hidden = await shares(ada, "three");
    const packet = await begins(ada, "joint");
    for (const group of ["numbers", "words", "feelings"] as const) await puts(ada, packet, group, "all");
    await consents(ada, packet);
    expect((await found(ben, packet))?.theirs).toHaveLength(3);
    await shows(ada, both, "numbers");
    await deletes(ada, gone);
    await takesBack(ada, hidden);
    for (const [reader, whose] of [
      [ada, "mine"],
      [ben, "theirs"],
    ] as const)
      expect((await found(reader, packet))?.[whose]).toEqual(["trust 4"]);
    await shows(ada, hidden, "numbers_and_words");
    expect((await found(ada, packet))?.mine).toEqual(["trust 4"]);
  });

  it("is withdrawn by either at once, and stays theirs to change and agree to anew", async () => {
    const [ada, ben] = await aCouple();
    await ada.checksIn("2026-03-01", { trust: 4, shown: "numbers" });
    await ben.checksIn("2026-03-01", { trust: 6, shown: "numbers" });
    const packet = await begins(ada, "joint");
    await joins(ben, packet);
    await consents(ada, packet);
    await consents(ben, packet, "theirs");
    await withdraws(ben, packet, "theirs");
    expect(await found(ada, packet)).toEqual({ mine: ["trust 4"], theirs: null });
    expect((await found(ben, packet))?.mine).toEqual(["trust 6"]);
    await puts(ben, packet, "numbers", "none", "theirs" as never);
    await expect(consents(ben, packet, "theirs")).rejects.toMatchObject({ reason: "packet_empty" });
    await puts(ben, packet, "numbers", "shown", "theirs" as never);
    await consents(ben, packet, "theirs");
    expect((await found(ada, packet))?.theirs).toEqual(["trust 6"]);
    await asViewer(ben.viewer, (db) => command.deletePacket(db, ben.viewer, named(packet, "theirs")));
    expect(await found(ada, packet)).toEqual({ mine: ["trust 4"], theirs: null });
    await asViewer(ada.viewer, (db) => command.deletePacket(db, ada.viewer, named(packet)));
    expect([await pageOf(ada, packet), await pageOf(ben, packet)]).toEqual([null, null]);
  });

  it("is dead for both the moment the space ends", async () => {
    const [ada, ben] = await aCouple();
    await ada.checksIn("2026-03-01", { trust: 4, shown: "numbers" });
    const packet = await begins(ada, "joint");
    await consents(ada, packet);
    await leave(ben.viewer);
    for (const reader of [ada, ben]) {
      expect(await pageOf(reader, packet)).toBeNull();
      await reader.again();
      expect(await pageOf(reader, packet)).toBeNull();
      expect(await asViewer(reader.viewer, (db) => packetsHere(db, reader.viewer))).toEqual([]);
    }
  });
});

describe("a packet of one's own", () => {
  it("is nobody else's to know of, begins with all one's numbers, and holds only one's own", async () => {
    const [ada, ben] = await aCouple();
    await ada.checksIn("2026-03-01", { trust: 4, note: "kept", shown: "only_me" });
    await ben.checksIn("2026-03-01", { trust: 7, shown: "numbers" });
    const session = await notesSession(ada, "", "individual");
    await saysForSession(ada, session, "my sleep", "only_me");
    const packet = await begins(ada, "own", { to: day("2026-03-10") });
    await consents(ada, packet);
    expect(await pageOf(ben, packet)).toBeNull();
    expect(await asViewer(ben.viewer, (db) => packetsHere(db, ben.viewer))).toEqual([]);
    expect(await asViewer(ben.viewer, (db) => db.packetPart.count())).toBe(0);
    await expect(joins(ben, packet)).rejects.toMatchObject({ reason: "packet_gone" });
    const own = await found(ada, packet);
    expect(own?.theirs).toBeNull();
    expect(own?.mine).toContain("trust 4");
  });

  it("is made by somebody who is alone here, and none of both is", async () => {
    const ada = await aPerson("Ada");
    await ada.checksIn("2026-03-01", { trust: 4, shown: "only_me" });
    await expect(begins(ada, "joint")).rejects.toMatchObject({ reason: "not_in_a_couple" });
    const packet = await begins(ada, "own");
    expect(await found(ada, packet)).toEqual({ mine: ["trust 4"], theirs: null });
  });
});

describe("what is in a packet", () => {
  it("is of its days alone, and is put in and taken out one by one", async () => {
    const [ada] = await aCouple();
    await ada.checksIn("2026-02-01", { trust: 1, shown: "numbers" });
    const [one, other] = [
      await ada.checksIn("2026-03-01", { trust: 2, note: "a", shown: "only_me" }),
      await ada.checksIn("2026-03-02", { trust: 3, note: "b", shown: "numbers_and_words" }),
    ];
    const packet = await begins(ada, "joint");
    const items = (await choosing(ada, packet))?.candidates ?? [];
    expect(new Set(items.map(({ entry }) => entry))).toEqual(new Set([one, other]));
    const listed = items.map(({ entry, portion }) => ({ entry, portion }));
    const item = listed.filter(({ entry, portion }) => entry === one && portion === "words");
    await asViewer(ada.viewer, (db) => command.putItems(db, ada.viewer, { ...named(packet), listed, item }));
    expect((await choosing(ada, packet))?.chosen).toEqual(new Set(item.map(itemOf)));
    expect((await found(ada, packet))?.mine).toEqual(["a"]);
  });

  it("is all there however much it is, with its numbers and its words", { timeout: 60_000 }, async () => {
    const ada = await aPerson("Ada");
    const days = Array.from({ length: 205 }, (_, nth) => addDays(day("2025-09-01"), nth));
    for (const [nth, on] of days.entries())
      await ada.checksIn(on, {
        trust: nth % 11,
        note: nth % 4 === 0 ? "" : `note ${nth}`,
        shown: "only_me",
      });
    const packet = await begins(ada, "own", { from: day("2025-09-01") });
    await puts(ada, packet, "words", "all");
    await consents(ada, packet);
    expect(await found(ada, packet)).toEqual({
      mine: days.map((_, nth) => `trust ${nth % 11}${nth % 4 === 0 ? "" : ` note ${nth}`}`),
      theirs: null,
    });
  });

  it("never is what the other wrote, whatever is sent", async () => {
    const [ada, ben] = await aCouple();
    const theirs = await shares(ben, "the invoice");
    const packet = await begins(ada, "joint");
    const item = [{ entry: theirs, portion: "words" as const }];
    await asViewer(ada.viewer, (db) =>
      command.putItems(db, ada.viewer, { ...named(packet), listed: item, item }),
    );
    expect((await found(ada, packet))?.mine).toEqual([]);
  });

  it("is agreed to as it was seen, or not at all", async () => {
    const [ada] = await aCouple();
    await ada.checksIn("2026-03-01", { trust: 4, note: "one", shown: "numbers_and_words" });
    const packet = await begins(ada, "joint");
    const seen = (await pageOf(ada, packet))?.seen ?? "";
    await puts(ada, packet, "words", "all");
    await expect(
      asViewer(ada.viewer, (db) => command.consentTo(db, ada.at(NOW), { ...named(packet), seen })),
    ).rejects.toMatchObject({ reason: "packet_changed" });
    expect((await pageOf(ada, packet))?.parts[0]?.consentedOn).toBeNull();
  });

  it("reads in the order it was asked in, and is the same however its words lie in the table", async () => {
    const [ada] = await aCouple();
    const entryId = await acknowledges(ada, { ...words, regret: "All of it.", given: "later" });
    const packet = await begins(ada, "own");
    await puts(ada, packet, "acknowledgements", "all");
    const seen = (await pageOf(ada, packet))?.seen ?? "";
    for (const field of ["broke", "did"] as const)
      await asViewer(ada.viewer, (db) =>
        db.entryWords.updateMany({ where: { entryId, field }, data: { audience: "only_me" } }),
      );
    await asViewer(ada.viewer, (db) => command.consentTo(db, ada.at(NOW), { ...named(packet), seen }));
    const [entry] = (await pageOf(ada, packet))?.parts[0]?.entries ?? [];
    expect(Object.keys(entry ? textsOf(entry) : {})).toEqual(parts);
  });

  it("holds what became of one's own commitments over its days, and of nobody else's", async () => {
    const [ada, ben] = await aCouple();
    await agreedBetween(ada, ben, "I call when I am late.");
    await agreedBetween(ben, ada, "I ask before I decide.");
    await ada.checksIn("2026-03-01", { trust: 4, shown: "numbers" });
    const packet = await begins(ada, "joint");
    const commitments = (await pageOf(ada, packet))?.parts[0]?.commitments ?? [];
    for (const { what } of commitments) expect(what).toBe("I call when I am late.");
    await asViewer(ada.viewer, (db) => command.putCommitments(db, ada.viewer, named(packet)));
    expect((await pageOf(ada, packet))?.parts[0]?.commitments).toBeNull();
  });

  it("refuses days that do not follow, are ahead, or are too many, and a form sent often begins it once", async () => {
    const [ada] = await aCouple();
    for (const days of [{ from: day(NOW), to: FROM }, { to: day("2026-04-01") }, { from: day("2023-03-30") }])
      await expect(begins(ada, "joint", days)).rejects.toMatchObject({ reason: "packet_range" });
    const packet = randomUUID();
    const once = () => begins(ada, "joint", { packet });
    expect(await allAtOnce(Array.from({ length: 6 }, () => once))).toEqual([]);
    await expect(begins(ada, "own", { packet })).rejects.toMatchObject({ reason: "sent_already" });
    expect(await asViewer(ada.viewer, (db) => packetsHere(db, ada.viewer))).toHaveLength(1);
  });

  it("is not kept in a packet by whoever agrees at the moment it is taken back", async () => {
    const [ada, ben] = await aCouple();
    for (let turn = 0; turn < 12; turn++) {
      const entry = await shares(ada, `words ${turn}`);
      const packet = await begins(ada, "joint");
      await puts(ada, packet, "feelings", "all");
      const [, taken] = await Promise.allSettled([consents(ada, packet), takesBack(ada, entry)]);
      expect(taken.status).toBe("fulfilled");
      const items = await asViewer(ada.viewer, (db) =>
        db.packetItem.findMany({ where: { entryId: entry, shown: true } }),
      );
      expect(items).toEqual([]);
      expect((await found(ben, packet))?.theirs ?? []).not.toContain(`words ${turn}`);
    }
  });

  it("holds no words that are taken back by themselves at the moment of agreeing", async () => {
    const [ada, ben] = await aCouple();
    for (let turn = 0; turn < 12; turn++) {
      const note = `words ${turn}`;
      const on = `2026-03-${String(turn + 1).padStart(2, "0")}`;
      const entry = await ada.checksIn(on, { trust: 4, note, shown: "numbers_and_words" });
      const packet = await begins(ada, "joint");
      await puts(ada, packet, "words", "all");
      const [, taken] = await Promise.allSettled([
        consents(ada, packet),
        asViewer(ada.viewer, (db) =>
          db.entryWords.updateMany({ where: { entryId: entry }, data: { audience: "only_me" } }),
        ),
      ]);
      expect(taken.status).toBe("fulfilled");
      expect((await found(ben, packet))?.theirs?.join() ?? "").not.toContain(note);
    }
  });
});
