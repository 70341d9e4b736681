import { randomUUID } from "node:crypto";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { leave } from "@/lib/couples/commands";
import { asViewer } from "@/lib/db/viewer";
import { commitmentPage } from "@/lib/follow-through/queries";
import { type Day, dayIn } from "@/lib/time/day";
import { copyOf } from "@/tests/support/copies";
import { thisDatabase } from "@/tests/support/own-database";
import { aCouple, aPerson, type Person } from "@/tests/support/people";
import { begins, reads } from "../commitments/voices";
import { today } from "../voices";
import { agree, agrees, here, named, proposes, takesBack } from "./voices";

const gone = { reason: "proposal_gone" };

/** What somebody reads of the first agreement. */
async function read(person: Person) {
  const [first] = await here(person);
  return (
    first && {
      holds: first.holds?.text ?? null,
      on: first.holds?.on ?? null,
      earlier: first.earlier.map(({ text }) => text),
      proposed: first.proposal?.text ?? null,
    }
  );
}

describe("what two people agree on", () => {
  it("holds once both have said so, with the day on which the other did", async () => {
    const [ada, ben] = await aCouple();
    const id = randomUUID();
    await proposes(ada, id, "No secrets about money.");
    for (const person of [ada, ben])
      expect(await read(person)).toEqual({
        ...{ holds: null, on: null, earlier: [] },
        proposed: "No secrets about money.",
      });
    await agrees(ben, id, await named(ben, id));
    const on = dayIn(ben.viewer.timeZone);
    for (const person of [ada, ben])
      expect(await read(person)).toEqual({
        holds: "No secrets about money.",
        on,
        earlier: [],
        proposed: null,
      });
  });

  it("keeps its day, however often it is agreed to", async () => {
    const [ada, ben] = await aCouple();
    const id = randomUUID();
    await proposes(ada, id, "No secrets about money.");
    const name = await named(ben, id);
    await agrees(ben, id, name);
    const owner = new pg.Client({ connectionString: thisDatabase() });
    await owner.connect();
    await owner.query("update agreed_words set agreed_on = '2026-01-01' where about_id = $1", [id]);
    await owner.end();
    await agrees(ben, id, name);
    expect(await read(ada)).toMatchObject({ holds: "No secrets about money.", on: "2026-01-01" });
  });

  it("is said otherwise by both, and how it read before is kept", async () => {
    const [ada, ben] = await aCouple();
    const id = randomUUID();
    await agree(ada, ben, id, "No secrets about money.");
    await proposes(ben, id, "No secrets about money over 50.");
    expect(await read(ada)).toMatchObject({
      holds: "No secrets about money.",
      proposed: "No secrets about money over 50.",
    });
    await expect(agrees(ben, id, await named(ben, id))).rejects.toMatchObject(gone);
    await agrees(ada, id, await named(ada, id));
    expect(await read(ben)).toMatchObject({
      holds: "No secrets about money over 50.",
      earlier: ["No secrets about money."],
      proposed: null,
    });
  });

  it("is agreed to as it was read: other words under the same name are not", async () => {
    const [ada, ben] = await aCouple();
    const id = randomUUID();
    await proposes(ada, id, "No secrets about money.");
    const name = await named(ben, id);
    await takesBack(ada, id, name);
    await proposes(ada, id, "No secrets at all.");
    await expect(agrees(ben, id, name)).rejects.toMatchObject(gone);
    expect(await read(ben)).toMatchObject({ holds: null, proposed: "No secrets at all." });
  });

  it("is nobody's but theirs, and is not proposed by somebody who is alone", async () => {
    const [ada] = await aCouple();
    const cleo = await aPerson("Cleo");
    const id = randomUUID();
    await proposes(ada, id, "No secrets about money.");
    expect(await here(cleo)).toEqual([]);
    await expect(proposes(cleo, id, "Mine.")).rejects.toMatchObject({ reason: "not_in_a_couple" });
    await expect(proposes(ada, id, "")).rejects.toMatchObject({ reason: "nothing_written" });
  });

  it("is in the copy of both when they have parted, and what was only proposed in its writer's alone", async () => {
    const [ada, ben] = await aCouple();
    const id = randomUUID();
    await agree(ada, ben, id, "No secrets about money.");
    await proposes(ada, randomUUID(), "Only proposed.");
    await leave(ada.viewer);
    await ada.again();
    await ben.again();
    const told = async (person: Person) =>
      (await copyOf(person)).spaces.flatMap(({ agreements = [] }) =>
        agreements.flatMap(({ turns }) => turns.map(({ text }) => text)),
      );
    expect((await told(ada)).sort()).toEqual(["No secrets about money.", "Only proposed."]);
    expect(await told(ben)).toEqual(["No secrets about money."]);
  });

  it("is what a commitment can be part of, once both have agreed, and the page says how it reads now", async () => {
    const [ada, ben] = await aCouple();
    const id = randomUUID();
    await proposes(ada, id, "No secrets about money.");
    const part = () => begins(ada, "mine", {}, { agreement: id });
    await expect(part()).rejects.toMatchObject({ reason: "agreement_gone" });
    await agrees(ben, id, await named(ben, id));
    const commitment = await part();
    await agree(ben, ada, id, "No secrets about money over 50.");
    for (const { viewer } of [ada, ben]) {
      const page = await asViewer(viewer, (db) =>
        commitmentPage(db, viewer, commitment, today as Day, today as Day),
      );
      expect(page?.partOf).toBe("No secrets about money over 50.");
    }
    expect((await reads(ben, await begins(ada, "mine")))?.partOf).toBeNull();
  });
});
