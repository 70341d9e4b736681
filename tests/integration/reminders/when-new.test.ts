import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { noteCare } from "@/lib/care/commands";
import { leave } from "@/lib/couples/commands";
import { asViewer } from "@/lib/db/viewer";
import { aCouple, link, type Person } from "@/tests/support/people";
import { asksForTime, replies, saysHeard, shares } from "../feelings/voices";
import { answers, asks, keeps } from "../questions/voices";
import { deletes, shows, takesBack, today } from "../voices";
import {
  looks,
  mailsAtTheNextTime,
  mailsTo,
  nextTime,
  sendsAtOnce,
  untilDue,
  wants,
  withMail,
} from "./voices";

withMail();

const NEW = "There is something new in Keel";

const caresFor = (person: Person, shown: "only_me" | "numbers_and_words") => {
  const input = { entry: randomUUID(), kind: "caring_act", note: "the tea you made", shown } as const;
  return asViewer(person.viewer, (db) => noteCare(db, person.at(today), input));
};

/** Ada and Ben; Ada wants a mail when there is something new. */
async function adaWantsNews(): Promise<[Person, Person]> {
  const [ada, ben] = await aCouple();
  await wants(ada, "when_new");
  return [ada, ben];
}

const newsOf = ({ viewer }: Person) =>
  asViewer(viewer, (db) => db.news.count({ where: { readerId: viewer.id } }));

describe("the mail when there is something new", () => {
  it("comes at the time that was chosen, once, and says nothing of what it is about", async () => {
    const [ada, ben] = await adaWantsNews();
    await shares(ben, { note: "told" });
    expect(await sendsAtOnce(6)).toBe(0);
    await untilDue(ada);
    expect(await sendsAtOnce(6)).toBe(1);

    const [mail] = mailsTo(ada);
    expect(mail?.subject).toBe(NEW);
    expect(`${mail?.subject} ${mail?.text}`).not.toMatch(
      /trust|partner|feel|couple|check-in|told|Ben|question/i,
    );
    expect(mail?.text).toMatch(/^There is something new in Keel.+\n\nhttp:\/\/localhost:3000\n\nYou asked/s);
    expect(await nextTime(ada, "when_new")).toBe("20:00");
  });

  it("comes for whatever the partner has shown", async () => {
    const [ada, ben] = await adaWantsNews();
    const adas = await shares(ada, { note: "Ada's" });
    const bens = await shares(ben, { note: "Ben's" });
    const question = await asks(ada, { note: "Why?" });
    const reply = await replies(ada, bens, { note: "I see" });
    const kept = await keeps(ben, "kept until now");
    const shown: (() => Promise<unknown>)[] = [
      () => shares(ben, { note: "told" }),
      () => replies(ben, adas, { note: "I see" }),
      () => asksForTime(ben, adas),
      () => saysHeard(ben, reply, { understood: "yes", shown: "numbers_and_words" }),
      () => asks(ben, { note: "And then?" }),
      () => answers(ben, question, { standing: "not_yet" }),
      () => caresFor(ben, "numbers_and_words"),
      () => shows(ben, kept, "numbers_and_words"),
    ];
    for (const something of shown) {
      await looks(ada);
      expect(await mailsAtTheNextTime(ada)).toEqual([[]]);
      await something();
      expect(await mailsAtTheNextTime(ada)).toEqual([[NEW]]);
    }
  });

  it("does not come for a check-in, for what is kept, or for what one wrote oneself", async () => {
    const [ada, ben] = await adaWantsNews();
    const reply = await replies(ada, await shares(ben, { note: "Ben's" }), { note: "I see" });
    await looks(ada);
    const checkIn = await ben.checksIn(today, { trust: 3, note: "told", shown: "numbers_and_words" });
    await takesBack(ben, checkIn);
    await shows(ben, checkIn, "numbers");
    await keeps(ben, "kept");
    await caresFor(ben, "only_me");
    await saysHeard(ben, reply, { understood: "not_yet" });
    await shares(ada, { note: "Ada's own" });
    expect(await mailsAtTheNextTime(ada)).toEqual([[]]);
    expect([await newsOf(ada), await nextTime(ada, "when_new")]).toEqual([0, "20:00"]);
  });

  it("does not come a second time before one has looked, and after that for what is new alone", async () => {
    const [ada, ben] = await adaWantsNews();
    await shares(ben, { note: "first" });
    expect(await mailsAtTheNextTime(ada)).toEqual([[NEW]]);
    await shares(ben, { note: "second" });
    for (let days = 0; days < 3; days++) expect(await mailsAtTheNextTime(ada)).toEqual([[]]);

    await looks(ada);
    expect(await mailsAtTheNextTime(ada)).toEqual([[]]);
    await shares(ben, { note: "third" });
    expect(await mailsAtTheNextTime(ada)).toEqual([[NEW]]);
  });

  it.each([
    ["taken back", takesBack],
    ["deleted", deletes],
  ])("does not come for what was %s before it", async (_, withdraws) => {
    const [ada, ben] = await adaWantsNews();
    const feeling = await shares(ben, { note: "told" });
    const question = await asks(ben, { note: "Why?" });
    await withdraws(ben, feeling);
    expect(await newsOf(ada)).toBe(1);
    await withdraws(ben, question);
    expect(await mailsAtTheNextTime(ada)).toEqual([[]]);
    expect(await newsOf(ada)).toBe(0);
    await asks(ben, { note: "And now?" });
    expect(await mailsAtTheNextTime(ada)).toEqual([[NEW]]);
  });

  it("comes for nobody who did not ask for it, and nothing is kept of what they have not looked at", async () => {
    const [ada, ben] = await adaWantsNews();
    await wants(ben, "daily");
    await shares(ada, { note: "told" });
    expect(await mailsAtTheNextTime(ada, ben)).toEqual([[], ["A moment for you"]]);
    expect(await newsOf(ben)).toBe(0);
    await wants(ben, "when_new");
    expect((await mailsAtTheNextTime(ben))[0]).toEqual(["A moment for you"]);
  });

  it("comes no more once it is turned off, and what was new is forgotten", async () => {
    const [ada, ben] = await adaWantsNews();
    await shares(ben, { note: "told" });
    await wants(ada, "daily", null);
    expect(await newsOf(ada)).toBe(1);
    await wants(ada, "when_new", null);
    expect([await newsOf(ada), await mailsAtTheNextTime(ada)]).toEqual([0, [[]]]);
    await wants(ada, "when_new");
    expect(await mailsAtTheNextTime(ada)).toEqual([[]]);
  });

  it("does not come when the couple has ended, and begins anew in a new space", async () => {
    const [ada, ben] = await adaWantsNews();
    await shares(ben, { note: "told" });
    await leave(ben.viewer);
    expect(await mailsAtTheNextTime(ada)).toEqual([[]]);
    for (const person of [ada, ben]) await person.again();
    await link(ada, ben);
    expect(await mailsAtTheNextTime(ada)).toEqual([[]]);
    await shares(ben, { note: "in the new space" });
    expect(await mailsAtTheNextTime(ada)).toEqual([[NEW]]);
  });

  it("tells whoever wrote nothing: neither what the other has not looked at nor that they want a mail", async () => {
    const [ada, ben] = await adaWantsNews();
    await shares(ben, { note: "told" });
    const told = () =>
      asViewer(ben.viewer, async (db) => [await db.news.findMany(), await db.reminder.findMany()]);
    expect(await told()).toEqual([[], []]);
    await looks(ben);
    expect(await newsOf(ada)).toBe(1);
    const forgets = asViewer(ben.viewer, (db) => db.news.deleteMany());
    expect((await forgets).count).toBe(0);
  });
});
