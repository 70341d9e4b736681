import { beforeEach, describe, expect, it } from "vitest";
import { provePasskey } from "@/lib/auth/passkeys";
import { confirmByPasskey, recentlyConfirmed } from "@/lib/auth/sessions";
import { asViewer } from "@/lib/db/viewer";
import { removePasskey } from "@/lib/passkeys/commands";
import {
  aPasskeyOf,
  asksToAdd,
  asksToConfirm,
  fiveMinutesPass,
  listed,
  onAnotherDevice,
} from "@/tests/integration/passkeys/voices";
import type { Authenticator, Otherwise } from "@/tests/support/authenticator";
import { aPerson, type Person } from "@/tests/support/people";

let ada: Person;
let phone: Authenticator;

beforeEach(async () => {
  ada = await aPerson("Ada");
  phone = await aPasskeyOf(ada);
  await fiveMinutesPass(ada);
  await ada.again();
});

const refused = { reason: "passkey_refused" };
const confirms = (person: Person, answer: string) => confirmByPasskey(person.viewer, answer);
const isConfirmed = async (person: Person) => recentlyConfirmed(await person.again());

describe("a passkey", () => {
  it("confirms this session for five minutes, and no other", async () => {
    const elsewhere = await onAnotherDevice(ada);
    expect(await isConfirmed(ada)).toBe(false);
    await confirms(ada, phone.signs(await asksToConfirm(ada.viewer)));
    expect(await isConfirmed(ada)).toBe(true);
    await fiveMinutesPass(ada);
    expect(await isConfirmed(ada)).toBe(false);
    // Nor does a passkey move a session it was not asked in.
    await provePasskey(elsewhere, phone.signs(await asksToConfirm(elsewhere)));
    expect(await isConfirmed(ada)).toBe(false);
  });

  it("is one of the person's own: the browser is told of no others", async () => {
    const second = await aPasskeyOf(ada, "A key");
    await aPasskeyOf(await aPerson("Ben"));
    const { allowCredentials, rpId, userVerification } = JSON.parse(await asksToConfirm(ada.viewer));
    expect(allowCredentials.map(({ id }: { id: string }) => id).sort()).toEqual(
      [phone, second].map(({ credentialId }) => credentialId.toString("base64url")).sort(),
    );
    expect({ rpId, userVerification }).toEqual({ rpId: "localhost", userVerification: "required" });
  });

  it("that does not count confirms too, again and again", async () => {
    for (const _ of [1, 2]) {
      phone.counter = -1;
      // Before it has counted at all: what the database holds is 0.
      await confirms(ada, phone.signs(await asksToConfirm(ada.viewer)));
    }
    expect(await isConfirmed(ada)).toBe(true);
  });

  it("confirms once for each question, however many answers arrive at once", async () => {
    const answer = phone.signs(await asksToConfirm(ada.viewer));
    const sent = await Promise.allSettled([1, 2, 3, 4].map(() => confirms(ada, answer)));
    expect(sent.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(confirms(ada, answer)).rejects.toMatchObject(refused);
  });
});

describe("nothing is confirmed", () => {
  const isRefused = async (answer: string) => {
    await expect(confirms(ada, answer)).rejects.toMatchObject(refused);
    expect(await isConfirmed(ada)).toBe(false);
  };

  it.each<[string, Otherwise]>([
    ["on a page of somebody else's", { origin: "https://elsewhere.example" }],
    ["on the same host at another port", { origin: "http://localhost:1" }],
    ["for another address", { rpId: "elsewhere.example" }],
    ["inside another page", { crossOrigin: true }],
    ["by a device that was not unlocked", { unlocked: false }],
    ["for a question nobody asked", { challenge: "bm9ib2R5IGFza2Vk" }],
    ["by a passkey nobody knows", { credentialId: Buffer.from("nobody's") }],
  ])("%s", async (_, otherwise) => {
    await isRefused(phone.signs(await asksToConfirm(ada.viewer), otherwise));
  });

  it("by a wrong answer, nor by the right one after it: the question was used up", async () => {
    const options = await asksToConfirm(ada.viewer);
    await isRefused(phone.signs(options, { rpId: "elsewhere.example" }));
    await isRefused(phone.signs(options));
  });

  it("by the other person's passkey, though they know the question", async () => {
    const bens = await aPasskeyOf(await aPerson("Ben"));
    await isRefused(bens.signs(await asksToConfirm(ada.viewer)));
    // Nor where it takes the name of Ada's.
    await isRefused(bens.signs(await asksToConfirm(ada.viewer), { credentialId: phone.credentialId }));
  });

  it("by an answer to the question of another session, or of another person", async () => {
    const ben = await aPerson("Ben");
    for (const asked of [await onAnotherDevice(ada), ben.viewer])
      await isRefused(phone.signs(await asksToConfirm(asked)));
  });

  it("by an answer to what was asked to add one", async () => {
    await isRefused(phone.signs(await asksToAdd(ada.viewer)));
  });

  it("by an answer after five minutes, or after another question", async () => {
    const late = phone.signs(await asksToConfirm(ada.viewer));
    await fiveMinutesPass(ada);
    await isRefused(late);
    const first = await asksToConfirm(ada.viewer);
    const second = await asksToConfirm(ada.viewer);
    await isRefused(phone.signs(first));
    await confirms(ada, phone.signs(second));
  });

  it("by a copy that has counted less than its original", async () => {
    // 41 is what it signs with, and what is kept.
    phone.counter = 40;
    await confirms(ada, phone.signs(await asksToConfirm(ada.viewer)));
    await fiveMinutesPass(ada);
    for (const counted of [40, 12, -1]) {
      phone.counter = counted;
      await isRefused(phone.signs(await asksToConfirm(ada.viewer)));
    }
    phone.counter = 41;
    await confirms(ada, phone.signs(await asksToConfirm(ada.viewer)));
  });

  it("by all but one of several copies, when they count the same at once in as many sessions", async () => {
    const sessions = await Promise.all([1, 2, 3, 4, 5].map(() => onAnotherDevice(ada)));
    const asked = await Promise.all(sessions.map(asksToConfirm));
    const answers = asked.map((options) => {
      phone.counter = 6;
      return phone.signs(options);
    });
    const sent = await Promise.allSettled(
      sessions.map((one, at) => confirmByPasskey(one, answers[at] ?? "")),
    );
    expect(sent.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("by one that was removed, even while it was asked", async () => {
    const options = await asksToConfirm(ada.viewer);
    const [{ id } = { id: "" }] = await listed(ada);
    await asViewer(ada.viewer, (db) => removePasskey(db, ada.viewer, id));
    await isRefused(phone.signs(options));
  });

  it("in a session that was signed out while it was asked", async () => {
    const elsewhere = await onAnotherDevice(ada);
    const answer = phone.signs(await asksToConfirm(elsewhere));
    await asViewer(ada.viewer, (db) =>
      db.session.updateMany({ where: { id: elsewhere.sessionId }, data: { revokedAt: new Date() } }),
    );
    await expect(confirmByPasskey(elsewhere, answer)).rejects.toMatchObject(refused);
  });

  it.each([
    ["nothing", ""],
    ["no object", "null"],
    ["an empty one", "{}"],
    ["a forged one", '{"__proto__":{}}'],
    ["a long text", "x".repeat(20_000)],
  ])("by something that is no answer: %s", (_, answer) => isRefused(answer));

  it("without waiting, after ten wrong answers; another session does not wait for this one", async () => {
    for (let tries = 0; tries < 11; tries++) await isRefused("{}");
    await expect(confirms(ada, "{}")).rejects.toMatchObject({ reason: "too_many_tries" });
    const answer = phone.signs(await asksToConfirm(ada.viewer));
    await expect(confirms(ada, answer)).rejects.toMatchObject({ reason: "too_many_tries" });
    const elsewhere = await onAnotherDevice(ada);
    await confirmByPasskey(elsewhere, phone.signs(await asksToConfirm(elsewhere)));
  });
});
