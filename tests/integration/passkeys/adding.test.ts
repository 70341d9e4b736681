import { beforeAll, describe, expect, it } from "vitest";
import { asSystem } from "@/lib/db/system";
import { asViewer } from "@/lib/db/viewer";
import { addPasskey, removePasskey } from "@/lib/passkeys/commands";
import { confirmingOf } from "@/lib/passkeys/queries";
import {
  aPasskeyOf,
  asksToAdd,
  asksToConfirm,
  fiveMinutesPass,
  listed,
  onAnotherDevice,
} from "@/tests/integration/passkeys/voices";
import { Authenticator, type Otherwise } from "@/tests/support/authenticator";
import { aCouple, type Person } from "@/tests/support/people";

let ada: Person;
let ben: Person;

beforeAll(async () => {
  [ada, ben] = await aCouple();
});

const label = "A phone";
const notAdded = { reason: "passkey_not_added" };
const adds = (person: Person, response: string) => addPasskey(person.viewer, { label, response });

describe("a passkey that is added", () => {
  it("is listed to its owner under the name they gave, and to nobody else", async () => {
    await aPasskeyOf(ada, "The old tablet");
    expect((await listed(ada)).map(({ label }) => label)).toEqual(["The old tablet"]);
    expect(await listed(ben)).toEqual([]);
    const confirming = (who: Person) => asViewer(who.viewer, (db) => confirmingOf(db, who.viewer));
    expect(await confirming(ada)).toEqual({ asks: false, byPasskey: true });
    expect(await confirming(ben)).toEqual({ asks: false, byPasskey: false });
    await fiveMinutesPass(ada);
    await ada.again();
    expect(await confirming(ada)).toEqual({ asks: true, byPasskey: true });
  });

  it("is named to the browser, so that the same device makes no second one", async () => {
    const device = await aPasskeyOf(ada);
    const { excludeCredentials, rp, user, authenticatorSelection, attestation } = JSON.parse(
      await asksToAdd(ada.viewer),
    );
    expect(excludeCredentials).toContainEqual({
      id: device.credentialId.toString("base64url"),
      type: "public-key",
      transports: ["internal"],
    });
    expect(rp).toEqual({ name: "Keel", id: "localhost" });
    expect(user.name).toBe("Ada");
    expect(authenticatorSelection).toMatchObject({
      residentKey: "discouraged",
      userVerification: "required",
    });
    expect(attestation).toBe("none");
  });

  it("is kept once, and is in nobody else's way", async () => {
    const device = await aPasskeyOf(ada);
    await expect(adds(ada, device.makes(await asksToAdd(ada.viewer)))).rejects.toMatchObject(notAdded);
    await adds(ben, device.makes(await asksToAdd(ben.viewer)));
    const [bens] = await listed(ben);
    await asViewer(ada.viewer, (db) => removePasskey(db, ada.viewer, bens?.id ?? ""));
    expect(await listed(ben)).toHaveLength(1);
  });

  it("is gone with its owner's account", async () => {
    const rule = await asSystem(
      [],
      (db) =>
        db.$queryRaw`select confdeltype::text from pg_constraint where conname = 'passkeys_account_id_fkey'`,
    );
    expect(rule).toEqual([{ confdeltype: "c" }]);
  });
});

describe("a passkey is not added", () => {
  it("by the same answer a second time", async () => {
    const response = new Authenticator().makes(await asksToAdd(ada.viewer));
    await adds(ada, response);
    await expect(adds(ada, response)).rejects.toMatchObject(notAdded);
  });

  it.each<[string, Otherwise]>([
    ["on a page of somebody else's", { origin: "https://elsewhere.example" }],
    ["for another address", { rpId: "elsewhere.example" }],
    ["inside another page", { crossOrigin: true }],
    ["by a device that was not unlocked", { unlocked: false }],
    ["for a question nobody asked", { challenge: "bm9ib2R5IGFza2Vk" }],
  ])("%s", async (_, otherwise) => {
    const options = await asksToAdd(ada.viewer);
    await expect(adds(ada, new Authenticator().makes(options, otherwise))).rejects.toMatchObject(notAdded);
  });

  it("by a device whose maker vouches for it: that is not looked into, and does not use the question up", async () => {
    const options = await asksToAdd(ada.viewer);
    const device = new Authenticator();
    const vouched = device.makes(options, { vouchers: [Buffer.from("a certificate")] });
    await expect(adds(ada, vouched)).rejects.toMatchObject(notAdded);
    await adds(ada, device.makes(options));
  });

  it("by an answer to a question that was asked to confirm: those are asked without the passphrase", async () => {
    const response = new Authenticator().makes(await asksToConfirm(ada.viewer));
    await expect(adds(ada, response)).rejects.toMatchObject(notAdded);
  });

  it("by an answer to another session's question, or to another person's", async () => {
    const elsewhere = await onAnotherDevice(ada);
    for (const asked of [elsewhere, ben.viewer])
      await expect(adds(ada, new Authenticator().makes(await asksToAdd(asked)))).rejects.toMatchObject(
        notAdded,
      );
  });

  it("by an answer after five minutes", async () => {
    const response = new Authenticator().makes(await asksToAdd(ada.viewer));
    await fiveMinutesPass(ada);
    await expect(adds(ada, response)).rejects.toMatchObject(notAdded);
  });

  it.each([
    ["nothing", ""],
    ["no object", "null"],
    ["an empty one", "{}"],
    ["a forged one", '{"__proto__":{}}'],
    ["a long text", "x".repeat(20_000)],
  ])("by something that is no answer: %s", async (_, response) => {
    await expect(adds(ada, response)).rejects.toMatchObject(notAdded);
  });
});
