import { describe, expect, it } from "vitest";
import { leave } from "@/lib/couples/commands";
import { aCouple, type Person } from "@/tests/support/people";
import { shares } from "../feelings/voices";
import { askedForSpace, asksForSpace, comesBack } from "../space/voices";
import { deletes, takesBack } from "../voices";
import { mailsAtTheNextTime, nextTime, wants, withMail } from "./voices";

withMail();

const both = ["A moment for you", "There is something new in Keel"];

/** Two people who want every mail there is, and have something new from each other. */
async function twoWhoWantMail(): Promise<[Person, Person]> {
  const people = await aCouple();
  for (const person of people) for (const kind of ["daily", "when_new"] as const) await wants(person, kind);
  for (const person of people) await shares(person, { note: "told" });
  return people;
}

const mails = async (...people: readonly Person[]) =>
  (await mailsAtTheNextTime(...people)).map((subjects) => subjects.sort());

describe("while one of the two has asked for space", () => {
  it("no mail is sent to who asked, none about anything new to the other, and each is due again at its next time", async () => {
    const [ada, ben] = await twoWhoWantMail();
    await asksForSpace(ada, { length: 180 });
    expect(await mails(ada, ben)).toEqual([[], ["A moment for you"]]);
    for (const person of [ada, ben])
      for (const kind of ["daily", "when_new"] as const) expect(await nextTime(person, kind)).toBe("20:00");
  });

  it("mail waits until they are back, and what was new by then is still told", async () => {
    const [ada, ben] = await twoWhoWantMail();
    const request = await asksForSpace(ada, { length: 180 });
    expect(await mails(ada, ben)).toEqual([[], ["A moment for you"]]);
    await comesBack(ada, request);
    expect(await mails(ada, ben)).toEqual([both, both]);
  });

  it("mail waits until the time has passed and no longer, whether or not they said that they are back", async () => {
    const [ada, ben] = await twoWhoWantMail();
    await askedForSpace(ada, 120);
    expect(await mails(ada, ben)).toEqual([both, both]);
  });

  it.each([
    ["taken back", takesBack],
    ["deleted", deletes],
  ])("and has %s that, both get every mail: it is as if it had not been asked for", async (_, withdraws) => {
    const [ada, ben] = await twoWhoWantMail();
    await withdraws(ada, await asksForSpace(ada, { length: 180 }));
    expect(await mails(ada, ben)).toEqual([both, both]);
  });

  it("other people's mail is sent", async () => {
    const [[ada], [cleo, dan]] = [await twoWhoWantMail(), await twoWhoWantMail()];
    await asksForSpace(ada, { length: 180 });
    expect(await mails(cleo, dan)).toEqual([both, both]);
  });

  it("and the couple ends, nothing waits for it any more", async () => {
    const [ada, ben] = await twoWhoWantMail();
    await asksForSpace(ada, { length: 180 });
    await leave(ben.viewer);
    expect(await mails(ada, ben)).toEqual([["A moment for you"], ["A moment for you"]]);
  });
});
