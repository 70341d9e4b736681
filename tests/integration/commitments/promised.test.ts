import { describe, expect, it } from "vitest";
import { commitmentsFrom, sourceOf, wordsToBeginWith } from "@/lib/commitments/queries";
import { asViewer } from "@/lib/db/viewer";
import { aCouple, type Person } from "@/tests/support/people";
import { replies, shares } from "../feelings/voices";
import { deletes, shows, takesBack } from "../voices";
import { agreedBetween, begins, reads, takes } from "./voices";

/** The feeling that somebody reads a commitment to come from, or null. */
async function sourceRead(person: Person, id: string): Promise<string | null> {
  const commitment = await reads(person, id);
  if (!commitment) throw new Error("it cannot be read");
  const source = await asViewer(person.viewer, (db) => sourceOf(db, commitment, person.viewer));
  return source?.kind === "feeling" ? source.id : null;
}

/** The commitments that somebody finds beside a reply. */
const cameOf = async (person: Person, reply: string) => [
  ...(await asViewer(person.viewer, (db) => commitmentsFrom(db, person.viewer, [reply]))).values(),
];

/** Ada has shared a feeling, and Ben has promised something in his reply and made a commitment of it. */
async function benHasPromised() {
  const [ada, ben] = await aCouple();
  await replies(ben, await shares(ada, { note: "told before" }), { promise: "to stay" });
  const feeling = await shares(ada, { note: "told" });
  const reply = await replies(ben, feeling, { note: "I see", promise: "to call" });
  const id = await begins(ben, "mine", { what: "I call." }, { of: reply });
  return { ada, ben, feeling, reply, id };
}

describe("a commitment that comes from a promise in a reply", () => {
  it("begins with the words of the promise, which are its writer's to begin with", async () => {
    const { ada, ben, reply } = await benHasPromised();
    const promised = (person: Person, of: string) =>
      asViewer(person.viewer, (db) => wordsToBeginWith(db, person.viewer, "mine", of));
    expect([await promised(ben, reply), await promised(ada, reply)]).toEqual(["to call", null]);
  });

  it("shows both where it came from, there and beside the reply", async () => {
    const { ada, ben, feeling, reply, id } = await benHasPromised();
    await takes(ada, id, "accepted");
    for (const person of [ada, ben])
      expect([await sourceRead(person, id), await cameOf(person, reply)]).toEqual([feeling, [id]]);
  });

  it("shows the other nothing of it while the reply is taken back, and again when it is shown", async () => {
    const { ada, ben, feeling, reply, id } = await benHasPromised();
    await takes(ada, id, "accepted");
    await takesBack(ben, reply);
    expect([await sourceRead(ada, id), await cameOf(ada, reply)]).toEqual([null, []]);
    expect([await sourceRead(ben, id), await cameOf(ben, reply)]).toEqual([feeling, [id]]);
    await shows(ben, reply, "numbers_and_words");
    expect(await sourceRead(ada, id)).toBe(feeling);
  });

  it("stands by itself when the reply is deleted, or the feeling", async () => {
    for (const whose of ["reply", "feeling"] as const) {
      const { ada, ben, feeling, reply, id } = await benHasPromised();
      await takes(ada, id, "accepted");
      await (whose === "reply" ? deletes(ben, reply) : deletes(ada, feeling));
      expect((await reads(ada, id))?.holds.texts.what).toBe("I call.");
      for (const person of [ada, ben]) expect(await sourceRead(person, id)).toBeNull();
    }
  });

  it("leads nowhere for the one who cannot read the feeling any more", async () => {
    const { ada, ben, feeling, id } = await benHasPromised();
    await takes(ada, id, "accepted");
    await takesBack(ada, feeling);
    expect([await sourceRead(ben, id), await sourceRead(ada, id)]).toEqual([null, feeling]);
  });

  it("is nobody else's reply, and no reply that promised nothing", async () => {
    const { ada, ben, reply } = await benHasPromised();
    const [taken, plain] = [
      await begins(ada, "mine", {}, { of: reply }),
      await replies(ben, await shares(ada, { note: "more" }), { note: "I see" }),
    ];
    const empty = await begins(ben, "mine", {}, { of: plain });
    expect([await sourceRead(ada, taken), await sourceRead(ben, empty)]).toEqual([null, null]);
    expect(await sourceRead(ben, await agreedBetween(ben, ada))).toBeNull();
  });
});
