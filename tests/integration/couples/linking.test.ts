import { describe, expect, it } from "vitest";
import { acceptInvitation, chooseRole, invite, leave, withdrawInvitation } from "@/lib/couples/commands";
import { foundBy, inviterOf, partnerPage } from "@/lib/couples/queries";
import { asViewer } from "@/lib/db/viewer";
import { aCouple, aPerson, link, type Person } from "@/tests/support/people";

const invites = (person: Person) => asViewer(person.viewer, (db) => invite(db, person.viewer));

describe("an invitation", () => {
  it("opens by its link and by its six words, however they are typed", async () => {
    const ada = await aPerson("Ada");
    const { token, words } = await invites(ada);
    expect(words.split(" ")).toHaveLength(6);
    expect((await inviterOf(token))?.name).toBe("Ada");
    expect((await inviterOf(words.toUpperCase().replaceAll(" ", "-")))?.name).toBe("Ada");
    expect(await inviterOf("none")).toBeNull();
  });

  it("opens once, for one of two who come at the same time", async () => {
    const [ada, ben, cleo] = [await aPerson("Ada"), await aPerson("Ben"), await aPerson("Cleo")];
    const { token } = await invites(ada);
    const both = await Promise.allSettled([
      acceptInvitation(ben.viewer, token),
      acceptInvitation(cleo.viewer, token),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await foundBy(token)).toBeNull();
    const joined = [await ben.again(), await cleo.again()].filter(({ partnerId }) => partnerId !== null);
    expect(joined).toHaveLength(1);
  });

  it("two who invite each other and accept at the same time end in one space", async () => {
    const [ada, ben] = [await aPerson("Ada"), await aPerson("Ben")];
    const [fromAda, fromBen] = [await invites(ada), await invites(ben)];
    const both = await Promise.allSettled([
      acceptInvitation(ben.viewer, fromAda.token),
      acceptInvitation(ada.viewer, fromBen.token),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await ada.again()).coupleId).toBe((await ben.again()).coupleId);
  });

  it("does not open after it was withdrawn or replaced", async () => {
    const [ada, ben] = [await aPerson("Ada"), await aPerson("Ben")];
    const first = await invites(ada);
    const second = await invites(ada);
    await expect(acceptInvitation(ben.viewer, first.token)).rejects.toMatchObject({
      reason: "invitation_gone",
    });
    await asViewer(ada.viewer, (db) => withdrawInvitation(db, ada.viewer));
    await expect(acceptInvitation(ben.viewer, second.words)).rejects.toMatchObject({
      reason: "invitation_gone",
    });
  });

  it("is not for oneself, nor for someone who shares a space", async () => {
    const [ada, ben] = await aCouple();
    const cleo = await aPerson("Cleo");
    const { token } = await invites(cleo);
    await expect(acceptInvitation(cleo.viewer, token)).rejects.toMatchObject({ reason: "invitation_own" });
    await expect(acceptInvitation(ben.viewer, token)).rejects.toMatchObject({
      reason: "already_in_a_couple",
    });
    await expect(invites(ada)).rejects.toMatchObject({ reason: "already_in_a_couple" });
  });

  it("is told to nobody else", async () => {
    const [ada, ben] = [await aPerson("Ada"), await aPerson("Ben")];
    await invites(ada);
    const seen = await asViewer(ben.viewer, (db) => db.invitation.findMany({ select: { id: true } }));
    expect(seen).toEqual([]);
  });
});

describe("leaving", () => {
  it("is one person's to do, at once, and gives each a space of their own", async () => {
    const [ada, ben] = await aCouple();
    const shared = ada.viewer.coupleId;
    await leave(ben.viewer);
    const [a, b] = [await ada.again(), await ben.again()];
    expect([a.partnerId, b.partnerId]).toEqual([null, null]);
    expect(new Set([a.coupleId, b.coupleId, shared]).size).toBe(3);
  });

  it("by both at once happens once", async () => {
    const [ada, ben] = await aCouple();
    const both = await Promise.allSettled([leave(ada.viewer), leave(ben.viewer)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await ada.again()).partnerId).toBeNull();
  });

  it("is for good: who comes back makes a new space, which holds nothing", async () => {
    const [ada, ben] = await aCouple();
    const before = ada.viewer.coupleId;
    await ada.checksIn("2026-03-01", { trust: 5, shown: "numbers_and_words" });
    await leave(ada.viewer);
    await ada.again();
    await ben.again();
    await link(ben, ada);
    expect(ada.viewer.coupleId).not.toBe(before);
    const seen = await asViewer(ben.viewer, (db) => db.entry.count());
    expect(seen).toBe(0);
  });
});

describe("how people name their part", () => {
  it("is seen by the other only where it is shown, and can be taken back", async () => {
    const [ada, ben] = await aCouple();
    const theirs = async () => (await asViewer(ben.viewer, (db) => partnerPage(db, ben.viewer))).partnersRole;
    await asViewer(ada.viewer, (db) => chooseRole(db, ada.viewer, "injured", "only_me"));
    expect(await theirs()).toBeNull();
    await asViewer(ada.viewer, (db) => chooseRole(db, ada.viewer, "both", "partner"));
    expect(await theirs()).toBe("both");
    await asViewer(ada.viewer, (db) => chooseRole(db, ada.viewer, "unsaid", "partner"));
    expect(await theirs()).toBeNull();
  });
});
