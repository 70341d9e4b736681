import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { leave } from "@/lib/couples/commands";
import { asViewer } from "@/lib/db/viewer";
import { textsOf } from "@/lib/entries/rules";
import * as command from "@/lib/guests/commands";
import { notesOf, ownLinks } from "@/lib/guests/queries";
import { beginPacket, deletePacket, withdraw } from "@/lib/packets/commands";
import { copyOf } from "@/tests/support/copies";
import {
  agreesTo,
  beginsPacket,
  joinsPacket,
  meansToLeave,
  opensLink,
  putsIn,
  sharesPart,
} from "@/tests/support/deeds";
import { thisDatabase } from "@/tests/support/own-database";
import { aCouple, aPerson, day, type Person } from "@/tests/support/people";
import { deletes, takesBack } from "../voices";

let owner: pg.Client;
beforeAll(async () => {
  owner = new pg.Client({ connectionString: thisDatabase() });
  await owner.connect();
});
afterAll(() => owner.end());

type Whose = "mine" | "theirs";

/** A packet of both that both have agreed to: what each keeps is in it, and what each shows. */
async function aPacket() {
  const [ada, ben] = await aCouple();
  const kept = await ada.checksIn("2026-03-01", { trust: 2, note: "ada keeps this", shown: "only_me" });
  const shown = await ada.checksIn("2026-03-02", {
    trust: 4,
    note: "ada shows this",
    shown: "numbers_and_words",
  });
  await ben.checksIn("2026-03-02", { trust: 6, note: "ben keeps this", shown: "only_me" });
  const packet = await beginsPacket(ada, "joint");
  await joinsPacket(ben, packet);
  await putsIn(ada, packet, "words");
  await putsIn(ben, packet, "words", "theirs");
  await agreesTo(ada, packet);
  await agreesTo(ben, packet, "theirs");
  return { ada, ben, packet, kept, shown };
}

/** What somebody reads who holds these visits, at a link: the words of each part, by name. */
async function read(visits: readonly string[], link: string) {
  const notes = await notesOf(visits, link);
  return (
    notes &&
    Object.fromEntries(
      notes.parts.map(({ name, entries }) => [
        name,
        entries.flatMap((entry) => Object.values(textsOf(entry))).filter(Boolean),
      ]),
    )
  );
}

const links = ({ viewer }: Person, packet: string, mine = true) =>
  asViewer(viewer, (db) => ownLinks(db, viewer, { id: packet, mine }));
const ends = ({ viewer }: Person, link: string) =>
  asViewer(viewer, (db) => command.endLink(db, viewer, { link }));
const takesBackPart = ({ viewer }: Person, packet: string, whose: Whose = "mine") =>
  asViewer(viewer, (db) => withdraw(db, viewer, { packet, whose }));

describe("a link", () => {
  it("opens its author's part, what they keep in it included, and nothing of the other's", async () => {
    const { ada, packet } = await aPacket();
    const { link, visit } = await opensLink(await sharesPart(ada, packet));
    expect(await read([visit], link)).toEqual({ [ada.viewer.name]: ["ada keeps this", "ada shows this"] });
  });

  it("opens both parts beside each other to whoever was given both, under either", async () => {
    const { ada, ben, packet } = await aPacket();
    const adas = await opensLink(await sharesPart(ada, packet));
    const bens = await opensLink(await sharesPart(ben, packet, { whose: "theirs" }));
    for (const link of [adas.link, bens.link])
      expect(await read([bens.visit, adas.visit], link)).toEqual({
        [ada.viewer.name]: ["ada keeps this", "ada shows this"],
        [ben.viewer.name]: ["ben keeps this"],
      });
    expect(await read([bens.visit], bens.link)).toEqual({ [ben.viewer.name]: ["ben keeps this"] });
    expect(await read([bens.visit], adas.link)).toBeNull();
  });

  it("does not put one person's packet beside another's of the same id", async () => {
    const { ada, ben, packet } = await aPacket();
    const adas = await opensLink(await sharesPart(ada, packet));
    // Ben begins one of his own under the id of the one he knows.
    const days = { from: day("2026-01-01"), to: day("2026-03-12") };
    await asViewer(ben.viewer, (db) =>
      beginPacket(db, ben.at("2026-03-12"), { packet, packet_kind: "own", ...days }),
    );
    await agreesTo(ben, packet, "mine");
    const bens = await opensLink(await sharesPart(ben, packet));
    const both = [adas.visit, bens.visit];
    expect(Object.keys((await read(both, adas.link)) ?? {})).toEqual([ada.viewer.name]);
    expect(Object.keys((await read(both, bens.link)) ?? {})).toEqual([ben.viewer.name]);
  });

  it("is opened by its address and its words together, however they are typed", async () => {
    const { ada, packet } = await aPacket();
    const made = await sharesPart(ada, packet);
    expect(
      (await opensLink({ ...made, words: ` ${made.words.toUpperCase().replaceAll(" ", ", ")}.` })).visit,
    ).toBeTruthy();
    for (const wrong of [
      { ...made, words: "" },
      { ...made, words: made.words.split(" ").slice(1).join(" ") },
      { ...made, token: `${made.token}x` },
      { token: made.words, words: made.token },
    ])
      await expect(opensLink(wrong)).rejects.toMatchObject({ reason: "link_closed" });
  });

  it("waits until everybody whose packet it is has agreed", async () => {
    const [ada, ben] = await aCouple();
    await ada.checksIn("2026-03-01", { trust: 2, note: "x" });
    const packet = await beginsPacket(ada, "joint");
    await putsIn(ada, packet, "words");
    await expect(sharesPart(ada, packet)).rejects.toMatchObject({ reason: "not_all_agreed" });
    await agreesTo(ada, packet);
    await expect(sharesPart(ada, packet)).rejects.toMatchObject({ reason: "not_all_agreed" });
    await expect(sharesPart(ben, packet, { whose: "theirs" })).rejects.toMatchObject({
      reason: "not_all_agreed",
    });
    await ben.checksIn("2026-03-01", { trust: 5, shown: "numbers" });
    await joinsPacket(ben, packet);
    await agreesTo(ben, packet, "theirs");
    expect((await sharesPart(ada, packet)).words.split(" ")).toHaveLength(4);
    await expect(sharesPart(await aPerson("Cleo"), packet)).rejects.toMatchObject({ reason: "packet_gone" });
  });

  it("is made to one's own by somebody alone, and holds nothing else", async () => {
    const ada = await aPerson("Ada");
    await ada.checksIn("2026-03-01", { trust: 2, note: "alone" });
    const packet = await beginsPacket(ada, "own");
    await putsIn(ada, packet, "words");
    await agreesTo(ada, packet);
    const { link, visit } = await opensLink(await sharesPart(ada, packet));
    expect(await read([visit], link)).toEqual({ Ada: ["alone"] });
  });
});

describe("what is read by a link", () => {
  it("goes the moment its author takes it back, deletes it, or ends the link, and does not come again", async () => {
    const { ada, packet, shown, kept } = await aPacket();
    const { link, visit } = await opensLink(await sharesPart(ada, packet));
    const reads = async () => (await read([visit], link))?.[ada.viewer.name] ?? null;
    await takesBack(ada, shown);
    expect(await reads()).toEqual(["ada keeps this"]);
    await deletes(ada, kept);
    expect(await reads()).toEqual([]);
    await ends(ada, link);
    expect(await reads()).toBeNull();
  });

  it("goes with consent, and what is agreed to later is not read by the earlier link", async () => {
    const { ada, ben, packet } = await aPacket();
    const made = await sharesPart(ada, packet);
    const { link, visit } = await opensLink(made);
    const bens = await opensLink(await sharesPart(ben, packet, { whose: "theirs" }));
    await takesBackPart(ada, packet);
    expect(await read([visit], link)).toBeNull();
    await agreesTo(ada, packet);
    expect(await read([visit], link)).toBeNull();
    await expect(opensLink(made)).rejects.toMatchObject({ reason: "link_closed" });
    // What the other shares is theirs to end.
    expect(await read([bens.visit], bens.link)).toEqual({ [ben.viewer.name]: ["ben keeps this"] });
  });

  it.each([
    ["the couple ends", async ({ ben }: { ben: Person }) => void (await leave(ben.viewer))],
    [
      "somebody's time to leave has come",
      async ({ ben }: { ben: Person }) => {
        await meansToLeave(ben, 1);
        await owner.query("update departures set leave_at = now() where author_id = $1", [ben.viewer.id]);
      },
    ],
    [
      "its author's part is taken out",
      async ({ ada, packet }: { ada: Person; packet: string }) =>
        asViewer(ada.viewer, (db) => deletePacket(db, ada.viewer, { packet, whose: "mine" })),
    ],
    [
      "its days are over",
      async ({ ada }: { ada: Person }) =>
        void (await owner.query(
          "update guest_links set made_at = made_at - interval '72 hours' where author_id = $1",
          [ada.viewer.id],
        )),
    ],
    [
      "the visit is over",
      async ({ ada }: { ada: Person }) =>
        void (await owner.query("update guest_visits set open_until = now() where author_id = $1", [
          ada.viewer.id,
        ])),
    ],
  ] as const)("is closed when %s", async (_when, happens) => {
    const { ada, ben, packet } = await aPacket();
    const { link, visit } = await opensLink(await sharesPart(ada, packet));
    expect(await read([visit], link)).not.toBeNull();
    await happens({ ada, ben, packet });
    expect(await read([visit], link)).toBeNull();
  });

  it("stays when whoever began the packet takes their own part out", async () => {
    const { ada, ben, packet } = await aPacket();
    const { link, visit } = await opensLink(await sharesPart(ben, packet, { whose: "theirs" }));
    await asViewer(ada.viewer, (db) => deletePacket(db, ada.viewer, { packet, whose: "mine" }));
    expect(await read([visit], link)).toEqual({ [ben.viewer.name]: ["ben keeps this"] });
    expect(await links(ben, packet, false)).toMatchObject([{ open: true }]);
    // It goes once there is nothing in it any more.
    await asViewer(ben.viewer, (db) => deletePacket(db, ben.viewer, { packet, whose: "theirs" }));
    expect(await read([visit], link)).toBeNull();
    await asViewer(ada.viewer, (db) => deletePacket(db, ada.viewer, { packet, whose: "mine" }));
    expect(await asViewer(ada.viewer, (db) => db.packet.count())).toBe(0);
  });

  it("is closed by whoever read it, and by nobody else", async () => {
    const { ada, packet } = await aPacket();
    const made = await sharesPart(ada, packet);
    const [one, another] = [await opensLink(made), await opensLink(made)];
    await command.endVisits([one.visit]);
    expect(await read([one.visit], one.link)).toBeNull();
    expect(await read([another.visit], another.link)).not.toBeNull();
  });

  it("is nothing to whoever holds no visit", async () => {
    const { ada, packet } = await aPacket();
    const { link } = await opensLink(await sharesPart(ada, packet));
    for (const visits of [[], ["x"], ["", " "]]) expect(await read(visits, link)).toBeNull();
    await command.endVisits([]);
  });
});

describe("its author", () => {
  it("sees when it was opened and saved, takes that along, and the other sees neither it nor that", async () => {
    const { ada, ben, packet } = await aPacket();
    const made = await sharesPart(ada, packet, { forWhom: "Dr. Lind" });
    expect(await links(ada, packet)).toMatchObject([{ forWhom: "Dr. Lind", open: true, visits: [] }]);
    const before = Date.now();
    await opensLink(made);
    const { link, visit } = await opensLink(made);
    await command.noteSaved([visit], [link]);
    const [seen] = await links(ada, packet);
    expect(seen?.visits).toHaveLength(2);
    expect(seen?.visits.filter(({ savedAt }) => savedAt !== null)).toHaveLength(1);
    for (const { openedAt } of seen?.visits ?? [])
      expect(Math.abs(openedAt.getTime() - before)).toBeLessThan(60_000);
    const { spaces } = await copyOf(ada);
    expect(spaces.flatMap(({ guest_links }) => guest_links ?? [])).toMatchObject([
      { for_whom: "Dr. Lind", revoked_on: null, opened: [{ saved: true }, { saved: false }] },
    ]);
    expect(await links(ben, packet, false)).toEqual([]);
    expect(await asViewer(ben.viewer, (db) => db.guestLink.findMany({ select: { id: true } }))).toEqual([]);
    expect(await asViewer(ben.viewer, (db) => db.guestVisit.findMany({ select: { id: true } }))).toEqual([]);
  });

  it("has one open at a time: another ends the one before, and who ends it once more changes nothing", async () => {
    const { ada, ben, packet } = await aPacket();
    const first = await sharesPart(ada, packet);
    const { link, visit } = await opensLink(first);
    const second = await opensLink(await sharesPart(ada, packet));
    expect(await read([visit], link)).toBeNull();
    expect((await links(ada, packet)).map(({ open }) => open)).toEqual([true, false]);
    await ends(ben, second.link);
    expect(await read([second.visit], second.link)).not.toBeNull();
    await ends(ada, second.link);
    await ends(ada, second.link);
    expect((await links(ada, packet)).map(({ open }) => open)).toEqual([false, false]);
  });

  it("has one open also where two were made at once", async () => {
    const { ada, packet } = await aPacket();
    await Promise.all([sharesPart(ada, packet), sharesPart(ada, packet), sharesPart(ada, packet)]);
    expect((await links(ada, packet)).filter(({ open }) => open)).toHaveLength(1);
  });
});
