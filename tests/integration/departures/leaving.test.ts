import pg from "pg";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { whoHolds } from "@/lib/auth/gate";
import { leave } from "@/lib/couples/commands";
import { asViewer } from "@/lib/db/viewer";
import { leaveAt, leaveWhereDue, stay } from "@/lib/departures/commands";
import { hasParted, ownDeparture } from "@/lib/departures/queries";
import { agreedBetween, meansToLeave, shares } from "@/tests/support/deeds";
import { everythingSeenBy } from "@/tests/support/everything-seen";
import { thisDatabase } from "@/tests/support/own-database";
import { aCouple, aPerson, link, type Person } from "@/tests/support/people";

const chosenBy = ({ viewer }: Person) => asViewer(viewer, (db) => ownDeparture(db, viewer));
const readsOf = ({ viewer }: Person, author: Person) =>
  asViewer(viewer, (db) => db.entry.count({ where: { authorId: author.viewer.id } }));

/** Lets the moment come: the owner moves it into the past, as the clock of Postgres would. */
async function itComes({ viewer }: Person): Promise<void> {
  const owner = new pg.Client({ connectionString: thisDatabase() });
  await owner.connect();
  await owner.query("update departures set leave_at = now() - interval '1 second' where author_id = $1", [
    viewer.id,
  ]);
  await owner.end();
}

describe("whoever means to leave", () => {
  it("chooses a moment, moves it and takes it back, and the other's pages do not change", async () => {
    const [ada, ben] = await aCouple();
    const before = [await everythingSeenBy(ben), await whoHolds(ben.token)];
    const now = async () => [await everythingSeenBy(ben), await whoHolds(ben.token)];

    await meansToLeave(ada, 5);
    expect(await now()).toEqual(before);
    const first = await chosenBy(ada);
    await meansToLeave(ada, 50);
    expect((await chosenBy(ada))?.leaveAt.getTime()).toBeGreaterThan(first?.leaveAt.getTime() ?? 0);
    expect(await chosenBy(ben)).toBeNull();
    expect(await now()).toEqual(before);
    await asViewer(ada.viewer, (db) => stay(db, ada.viewer));
    expect(await chosenBy(ada)).toBeNull();
    expect(await now()).toEqual(before);
  });

  it("has somebody to leave, and a moment that is still to come", async () => {
    const [ada] = await aCouple();
    const alone = await aPerson("Cleo");
    await expect(meansToLeave(alone, 5)).rejects.toMatchObject({ reason: "not_in_a_couple" });
    for (const moment of [
      Temporal.Now.instant().subtract({ minutes: 1 }),
      Temporal.Now.instant().add({ hours: 24 * 91 }),
    ])
      await expect(asViewer(ada.viewer, (db) => leaveAt(db, ada.viewer, moment))).rejects.toMatchObject({
        reason: "moment_range",
      });
  });

  it("takes back their own choice, and not the other's", async () => {
    const [ada, ben] = await aCouple();
    await meansToLeave(ada, 5);
    await meansToLeave(ben, 6);
    await asViewer(ada.viewer, (db) => stay(db, ada.viewer));
    expect(await chosenBy(ben)).not.toBeNull();
  });
});

describe("when the moment has come", () => {
  it.each(["who chose it", "the other"])("%s comes, and finds it ended", async (who) => {
    const [ada, ben] = await aCouple();
    await shares(ada, "for you");
    await meansToLeave(ada, 5);
    await itComes(ada);
    const comes = who === "the other" ? ben : ada;
    const found = await comes.again();
    expect(found).toMatchObject({ partnerId: null, partnerName: null });
    expect(await readsOf(ben, ada)).toBe(0);
    for (const person of [ada, ben]) {
      await person.again();
      expect(await asViewer(person.viewer, (db) => hasParted(db, person.viewer))).toBe(true);
      expect(await chosenBy(person)).toBeNull();
    }
    expect(ada.viewer.coupleId).not.toBe(ben.viewer.coupleId);
  });

  it("it is ended where nobody comes, once, and nobody else's is", async () => {
    const [ada, ben] = await aCouple();
    const [cleo] = await aCouple();
    await meansToLeave(ada, 5);
    await meansToLeave(cleo, 5);
    expect(await leaveWhereDue()).toBe(0);
    await itComes(ada);
    expect(await leaveWhereDue()).toBe(1);
    expect(await leaveWhereDue()).toBe(0);
    expect((await ben.again()).partnerId).toBeNull();
    expect((await cleo.again()).partnerId).not.toBeNull();
  });

  it("it ends once, however many come at once", async () => {
    const [ada, ben] = await aCouple();
    await meansToLeave(ada, 5);
    await meansToLeave(ben, 5);
    await itComes(ada);
    await itComes(ben);
    const coming = [ada, ben, ada, ben].map(({ token }) => whoHolds(token));
    const found = await Promise.all([...coming, leaveWhereDue()]);
    expect(found.slice(0, 4)).toEqual(
      found.slice(0, 4).map((one) => ({ ...(one as object), partnerId: null })),
    );
    const spaces = await asViewer(ada.viewer, (db) =>
      db.member.count({ where: { accountId: ada.viewer.id } }),
    );
    expect(spaces).toBe(3);
  });
});

describe("leaving", () => {
  it("shows the other nothing from the next statement on, whatever is under way", async () => {
    const [ada, ben] = await aCouple();
    await shares(ada, "for you");
    let left = false;
    const reading = (async () => {
      const seen: { after: boolean; rows: number }[] = [];
      for (let reads = 0; reads < 400 && seen.filter(({ after }) => after).length < 20; reads++) {
        const after = left;
        seen.push({ after, rows: await readsOf(ben, ada) });
      }
      return seen;
    })();
    await leave(ada.viewer).then(() => (left = true));
    const seen = await reading;
    expect(seen.filter(({ after, rows }) => after && rows > 0)).toEqual([]);
    expect(seen.filter(({ after }) => after).length).toBeGreaterThan(10);
  });

  it("takes effect inside a transaction that began before it", async () => {
    const [ada, ben] = await aCouple();
    await shares(ada, "for you");
    const counts = await asViewer(ben.viewer, async (db) => {
      const of = () => db.entry.count({ where: { authorId: ada.viewer.id } });
      const before = await of();
      await leave(ada.viewer);
      return [before, await of()];
    });
    expect(counts).toEqual([1, 0]);
  });

  it("happens once, where both leave at the same moment", async () => {
    const [ada, ben] = await aCouple();
    const done = await Promise.allSettled([leave(ada.viewer), leave(ben.viewer)]);
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await ada.again()).partnerId).toBeNull();
  });

  it("takes along what the other had chosen, and keeps what both agreed on", async () => {
    const [ada, ben] = await aCouple();
    const kept = await agreedBetween(ada, ben, "I call");
    await meansToLeave(ben, 5);
    await leave(ada.viewer);
    await ben.again();
    expect(await chosenBy(ben)).toBeNull();
    expect(await asViewer(ben.viewer, (db) => db.commitment.count({ where: { id: kept } }))).toBe(1);
  });

  it("is nothing that somebody has done who is together, or never was", async () => {
    const [ada, ben] = await aCouple();
    const parted = ({ viewer }: Person) => asViewer(viewer, (db) => hasParted(db, viewer));
    expect(await parted(await aPerson("Cleo"))).toBe(false);
    expect(await parted(ada)).toBe(false);
    await leave(ada.viewer);
    await ada.again();
    await ben.again();
    await link(ada, ben);
    expect(await parted(ada)).toBe(false);
  });
});
