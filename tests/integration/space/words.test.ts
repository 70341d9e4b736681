import { describe, expect, it } from "vitest";
import { leave } from "@/lib/couples/commands";
import { places } from "@/lib/crypto/places";
import { open } from "@/lib/crypto/words";
import { asViewer } from "@/lib/db/viewer";
import { aCouple, aPerson, type Person } from "@/tests/support/people";
import { allAtOnce } from "../voices";
import { agrees, asksForSpace, proposalRead, proposes, spaceOf, takesWordsBack, wordsOf } from "./voices";

const gone = { reason: "proposal_gone" };

/** What somebody reads: the sentence of both, and what is proposed in its place. */
const read = async (person: Person) => {
  const { agreed, proposal } = await wordsOf(person);
  return { agreed, proposed: proposal?.text ?? null };
};

describe("the sentence two people choose for asking for space", () => {
  it("is proposed by one and holds once the other has agreed", async () => {
    const [ada, ben] = await aCouple();
    await asksForSpace(ada);
    await proposes(ada, "I am full. Back soon.");
    for (const person of [ada, ben])
      expect(await read(person)).toEqual({ agreed: null, proposed: "I am full. Back soon." });
    expect([(await wordsOf(ada)).proposal?.mine, (await wordsOf(ben)).proposal?.mine]).toEqual([true, false]);
    expect((await spaceOf(ben)).sentence).toBeNull();

    await agrees(ben, await proposalRead(ben));
    for (const person of [ada, ben]) {
      expect(await read(person)).toEqual({ agreed: "I am full. Back soon.", proposed: null });
      expect((await spaceOf(person)).sentence).toBe("I am full. Back soon.");
    }
  });

  it("is agreed to by the other only, even past the form", async () => {
    const [ada, ben] = await aCouple();
    const turn = await proposes(ada, "I am full.");
    const stranger = await aPerson("Cleo");
    await expect(agrees(ada, turn)).rejects.toMatchObject(gone);
    await expect(agrees(stranger, turn)).rejects.toMatchObject(gone);
    const claims = { ...stranger.viewer, coupleId: ada.viewer.coupleId, partnerId: ada.viewer.id };
    stranger.viewer = claims;
    await expect(agrees(stranger, turn)).rejects.toMatchObject(gone);
    const forged = asViewer(ada.viewer, (db) => db.agreedWords.updateMany({ data: { agreed: true } }));
    expect((await forged).count).toBe(0);
    expect(await read(ben)).toEqual({ agreed: null, proposed: "I am full." });
  });

  it("can be answered with another one: the newest can be agreed to and no earlier one", async () => {
    const [ada, ben] = await aCouple();
    const adas = await proposes(ada, "I am full.");
    const bens = await proposes(ben, "The cup is full.");
    await expect(agrees(ben, adas)).rejects.toMatchObject(gone);
    await expect(agrees(ben, bens)).rejects.toMatchObject(gone);
    await agrees(ada, bens);
    expect(await read(ben)).toEqual({ agreed: "The cup is full.", proposed: null });
  });

  it("stays while another is proposed, and until that one is agreed to", async () => {
    const [ada, ben] = await aCouple();
    await agrees(ben, await proposes(ada, "first"));
    const second = await proposes(ben, "second");
    for (const person of [ada, ben])
      expect(await read(person)).toEqual({ agreed: "first", proposed: "second" });
    await takesWordsBack(ben, second);
    expect(await read(ada)).toEqual({ agreed: "first", proposed: null });
    await agrees(ada, await proposes(ben, "third"));
    expect(await read(ada)).toEqual({ agreed: "third", proposed: null });
  });

  it("can be taken back by whoever proposed it, until it was agreed to", async () => {
    const [ada, ben] = await aCouple();
    const turn = await proposes(ada, "I am full.");
    await expect(takesWordsBack(ben, turn)).rejects.toMatchObject(gone);
    await takesWordsBack(ada, turn);
    for (const person of [ada, ben]) expect(await read(person)).toEqual({ agreed: null, proposed: null });
    await expect(agrees(ben, turn)).rejects.toMatchObject(gone);
    await expect(takesWordsBack(ada, turn)).rejects.toMatchObject(gone);

    const agreed = await proposes(ada, "I am full.");
    await agrees(ben, agreed);
    for (const person of [ada, ben]) await expect(takesWordsBack(person, agreed)).rejects.toMatchObject(gone);
    expect(await read(ben)).toEqual({ agreed: "I am full.", proposed: null });
  });

  it("is agreed to as it was read: never another that was proposed since", async () => {
    const [ada, ben] = await aCouple();
    const asRead = await proposes(ada, "read by Ben");
    await proposes(ada, "proposed since");
    await expect(agrees(ben, asRead)).rejects.toMatchObject(gone);

    const readAnew = await proposalRead(ben);
    await takesWordsBack(ada, await proposalRead(ada));
    await proposes(ada, "proposed after it was taken back");
    await expect(agrees(ben, readAnew)).rejects.toMatchObject(gone);
    expect(await read(ben)).toEqual({ agreed: null, proposed: "proposed after it was taken back" });
  });

  it("that both propose at once is one of the two, for both, and whoever was slower is told", async () => {
    const [ada, ben] = await aCouple();
    for (let round = 0; round < 10; round++) {
      const both = [ada, ben].map((person) => () => proposes(person, `${person.viewer.name}'s, ${round}`));
      expect((await allAtOnce(both)).filter((why) => why !== "said_meanwhile")).toEqual([]);
      const [forAda, forBen] = [await wordsOf(ada), await wordsOf(ben)];
      expect(forAda.proposal?.text).toMatch(new RegExp(`^(Ada|Ben)'s, ${round}$`));
      expect(forBen.proposal).toEqual({ ...forAda.proposal, mine: !forAda.proposal?.mine });
    }
  });

  it("needs words, and somebody to agree", async () => {
    const [[ada], cleo] = [await aCouple(), await aPerson("Cleo")];
    await expect(proposes(ada, "")).rejects.toMatchObject({ reason: "nothing_written" });
    await expect(proposes(cleo, "I am full.")).rejects.toMatchObject({ reason: "not_in_a_couple" });
    for (const person of [ada, cleo]) expect(await read(person)).toEqual({ agreed: null, proposed: null });
  });

  it("stays with both when the couple has ended; what was only proposed stays with whoever proposed it", async () => {
    const [ada, ben] = await aCouple();
    await agrees(ben, await proposes(ada, "of both"));
    const turn = await proposes(ada, "only proposed");
    await leave(ada.viewer);
    for (const person of [ada, ben]) await person.again();

    const kept = async (person: Person) =>
      (await asViewer(person.viewer, (db) => db.agreedWords.findMany({ orderBy: { turn: "asc" } }))).map(
        (row) => open(row.ciphertext, places.agreedWords(row)),
      );
    expect([await kept(ada), await kept(ben)]).toEqual([["of both", "only proposed"], ["of both"]]);
    for (const person of [ada, ben]) {
      expect(await read(person)).toEqual({ agreed: null, proposed: null });
      await expect(agrees(person, turn)).rejects.toMatchObject(gone);
      await expect(takesWordsBack(person, turn)).rejects.toMatchObject(gone);
    }
  });
});
