import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { whoeverHolds, whoHolds } from "@/lib/auth/gate";
import { openLocked } from "@/lib/auth/lock";
import { asSystem } from "@/lib/db/system";
import { asViewer } from "@/lib/db/viewer";
import { setPin, takePinAway, unlockByPin } from "@/lib/lock/commands";
import { allAtOnce } from "@/tests/integration/voices";
import { thisDatabase } from "@/tests/support/own-database";
import { aPerson, lockedOut, type Person } from "@/tests/support/people";

let owner: pg.Client;
beforeAll(async () => {
  owner = new pg.Client({ connectionString: thisDatabase() });
  await owner.connect();
});
afterAll(() => owner.end());

const PIN = "2580";

/** As if the device had not been touched for so long. */
const restsFor = ({ viewer }: Person, time: string) =>
  owner.query("update sessions set last_seen_at = now() - $2::interval where id = $1", [
    viewer.sessionId,
    time,
  ]);
const locks = ({ viewer }: Person) =>
  owner.query("update sessions set locked_at = now() where id = $1", [viewer.sessionId]);
const tries = async (person: Person, pin: string) => unlockByPin(await lockedOut(person.token), { pin });

/** Somebody whose device has a PIN and is locked. */
async function locked(): Promise<Person> {
  const ada = await aPerson("Ada");
  await setPin(ada.viewer, { pin: PIN, passphrase: "" });
  await locks(ada);
  return ada;
}

describe("a device of one's own", () => {
  it("locks after a quarter of an hour unused, and stays locked", async () => {
    const ada = await aPerson("Ada");
    await restsFor(ada, "14 minutes");
    expect(await whoHolds(ada.token)).toMatchObject({ id: ada.viewer.id });
    await restsFor(ada, "16 minutes");
    expect(await whoHolds(ada.token)).toBeNull();
    await restsFor(ada, "1 second");
    expect(await whoHolds(ada.token)).toBeNull();
    expect(await lockedOut(ada.token)).toMatchObject({ id: ada.viewer.id, pinTriesLeft: null });
  });

  it("stays open for as long as it is used, and not for a page that only stands open", async () => {
    const ada = await aPerson("Ada");
    await restsFor(ada, "14 minutes");
    expect(await whoHolds(ada.token, { isUse: false })).not.toBeNull();
    await owner.query(
      "update sessions set last_seen_at = last_seen_at - interval '2 minutes' where id = $1",
      [ada.viewer.sessionId],
    );
    expect(await whoHolds(ada.token, { isUse: false })).toBeNull();
    expect(await whoHolds(ada.token)).toBeNull();
  });

  it("tells of nobody: no name, no partner and no space are in a locked session", async () => {
    const ada = await locked();
    expect(Object.keys(await lockedOut(ada.token)).sort()).toEqual([
      "id",
      "locked",
      "noticeRead",
      "pinTriesLeft",
      "sessionId",
      "timeZone",
    ]);
  });

  it("is no viewer: what reads does not take it", async () => {
    const device = await lockedOut((await locked()).token);
    // @ts-expect-error whoever takes a viewer does not take a locked device
    const refusedByTheCompiler = () => asViewer(device, async () => {});
    expect(refusedByTheCompiler).toBeTypeOf("function");
    expect(device).not.toHaveProperty("coupleId");
  });
});

describe("a device that others use too", () => {
  it("is over after ten minutes unused, for good", async () => {
    const ada = await aPerson("Ada");
    await owner.query("update sessions set shared = true where id = $1", [ada.viewer.sessionId]);
    await restsFor(ada, "9 minutes");
    expect(await whoHolds(ada.token)).toMatchObject({ shared: true });
    await restsFor(ada, "11 minutes");
    expect(await whoHolds(ada.token)).toBeNull();
    await restsFor(ada, "1 second");
    expect(await whoHolds(ada.token)).toBeNull();
    expect(await whoeverHolds(ada.token)).toBeNull();
  });
});

describe("a PIN", () => {
  it("unlocks its device, and is not the passphrase where that is asked for", async () => {
    // She signed in a moment ago, with the passphrase: that was before the lock.
    const ada = await locked();
    await tries(ada, PIN);
    expect(await whoHolds(ada.token)).not.toBeNull();
    await expect(setPin(await ada.again(), { pin: "9021", passphrase: "" })).rejects.toMatchObject({
      reason: "step_up",
    });
  });

  it("is of one device: another of the same person's has none", async () => {
    const [ada, other] = [await locked(), await aPerson("Ben")];
    await locks(other);
    expect(await lockedOut(other.token)).toMatchObject({ pinTriesLeft: null });
    await expect(tries(other, PIN)).rejects.toMatchObject({ reason: "pin_spent" });
    expect(await lockedOut(ada.token)).toMatchObject({ pinTriesLeft: 5 });
  });

  it("may be wrong five times; then only the passphrase opens, and gives back the tries", async () => {
    const ada = await locked();
    for (const left of [4, 3, 2, 1])
      await expect(tries(ada, "9021")).rejects.toMatchObject({ reason: "pin_wrong", params: { left } });
    await expect(tries(ada, "9021")).rejects.toMatchObject({ reason: "pin_spent" });
    await expect(tries(ada, PIN)).rejects.toMatchObject({ reason: "pin_spent" });
    expect(await whoHolds(ada.token)).toBeNull();

    const device = await lockedOut(ada.token);
    expect(device.pinTriesLeft).toBe(0);
    // As the passphrase does, which needs a browser to be asked of (tests/e2e/lock.spec.ts).
    await openLocked(device, { steppedUp: true });
    await ada.again();
    await locks(ada);
    expect((await lockedOut(ada.token)).pinTriesLeft).toBe(5);
    await tries(ada, PIN);
  });

  it("is not found by trying many at once: each is counted before it is judged", async () => {
    const ada = await locked();
    const device = await lockedOut(ada.token);
    const pins = Array.from({ length: 30 }, (_, at) => String(7000 + at));
    const refused = await allAtOnce(pins.map((pin) => () => unlockByPin(device, { pin })));
    expect(refused.filter((why) => why === "pin_wrong").length).toBeLessThanOrEqual(4);
    expect(refused.filter((why) => why === "pin_spent").length).toBeGreaterThanOrEqual(refused.length - 4);
    await expect(tries(ada, PIN)).rejects.toMatchObject({ reason: "pin_spent" });
  });

  it("is kept as a hash that needs the app's secret beside it, and is gone when it is taken away", async () => {
    const ada = await aPerson("Ada");
    await expect(setPin(ada.viewer, { pin: "1234", passphrase: "" })).rejects.toMatchObject({
      reason: "pin_simple",
    });
    await setPin(ada.viewer, { pin: PIN, passphrase: "" });
    const kept = () =>
      asSystem([ada.viewer.id], (db) =>
        db.session.findUniqueOrThrow({ where: { id: ada.viewer.sessionId } }),
      );
    const { verify } = await import("@node-rs/argon2");
    const { pinHash } = await kept();
    expect(pinHash).toMatch(/^\$argon2id\$/);
    expect(await verify(pinHash ?? "", PIN)).toBe(false);
    expect(await ada.again()).toMatchObject({ hasPin: true });
    await takePinAway(ada.viewer);
    expect((await kept()).pinHash).toBeNull();
    expect(await ada.again()).toMatchObject({ hasPin: false });
  });
});
