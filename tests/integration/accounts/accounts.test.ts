import { describe, expect, it } from "vitest";
import { chooseRecoveryByMail, reset, sendReset, signUp } from "@/lib/accounts/commands";
import type { SignedIn } from "@/lib/auth/gate";
import { chooseWritingHelp } from "@/lib/coach/commands";
import { hashToken, newToken } from "@/lib/crypto/tokens";
import { asSystem } from "@/lib/db/system";
import { asViewer } from "@/lib/db/viewer";
import { aCouple, aPerson, PASSPHRASE, type Person } from "@/tests/support/people";

describe("an account", () => {
  it("is made once for an address; a second try answers the same and changes nothing", async () => {
    const ada = await aPerson("Ada");
    const again = await signUp({
      name: "Mallory",
      email: ada.email,
      passphrase: "pebble orchard quiet thursday",
      time_zone: "UTC",
    });
    expect(again.recoveryCode.split(" ")).toHaveLength(8);
    expect((await ada.again()).name).toBe("Ada");
    const accounts = await asSystem([ada.email], (db) => db.account.count({ where: { email: ada.email } }));
    expect(accounts).toBe(1);
  });

  it("is refused a passphrase that would be guessed", async () => {
    const made = signUp({
      name: "Ada",
      email: "a@example.org",
      passphrase: "passwordpassword",
      time_zone: "UTC",
    });
    await expect(made).rejects.toMatchObject({ reason: "passphrase_guessable" });
  });

  it("is nobody's once its session is revoked, on the next request", async () => {
    const ada = await aPerson("Ada");
    await asViewer(ada.viewer, (db) =>
      db.session.updateMany({ where: { id: ada.viewer.sessionId }, data: { revokedAt: new Date() } }),
    );
    await expect(ada.again()).rejects.toThrow();
  });

  it("keeps no passphrase and no code that can be read", async () => {
    const ada = await aPerson("Ada");
    const row = await asSystem([ada.email], (db) =>
      db.account.findUniqueOrThrow({ where: { email: ada.email } }),
    );
    expect(row.passphraseHash).toMatch(/^\$argon2id\$/);
    expect(JSON.stringify(row)).not.toContain(PASSPHRASE);
    expect(row.recoveryHash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("help with wording", () => {
  it("is off until somebody turns it on, for themselves and nobody else", async () => {
    const [ada, ben] = await aCouple();
    expect(ada.viewer.writingHelp).toBe(false);
    await asViewer(ada.viewer, (db) => chooseWritingHelp(db, ada.viewer, true));
    expect((await ada.again()).writingHelp).toBe(true);
    expect((await ben.again()).writingHelp).toBe(false);
    await asViewer(ada.viewer, (db) => chooseWritingHelp(db, ada.viewer, false));
    expect((await ada.again()).writingHelp).toBe(false);
  });
});

describe("a way back by mail", () => {
  it("does not exist where the server cannot send any", async () => {
    await expect(sendReset("a@example.org")).rejects.toMatchObject({ reason: "mail_not_configured" });
  });

  const passphrase = "pebble orchard quiet thursday";
  const isMailed = async ({ viewer }: Person, lastsMs = 60_000) => {
    const token = newToken();
    const expiresAt = new Date(Date.now() + lastsMs);
    await asSystem([viewer.id], (db) =>
      db.mailReset.createMany({ data: { accountId: viewer.id, tokenHash: hashToken(token), expiresAt } }),
    );
    return token;
  };

  it("opens once, within its hour, and is told to every live session until it is used", async () => {
    const ada = await aPerson("Ada");
    const expired = await isMailed(ada, -1000);
    await expect(reset({ token: expired, passphrase })).rejects.toMatchObject({ reason: "token_gone" });
    expect((await ada.again()).resetPending).toBe(false);

    const token = await isMailed(ada);
    expect((await ada.again()).resetPending).toBe(true);
    const tries = await Promise.allSettled([1, 2].map(() => reset({ token, passphrase })));
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(ada.again()).rejects.toThrow();
  });

  const chooses = (viewer: SignedIn, by_mail: "on" | "off") =>
    chooseRecoveryByMail(viewer, { by_mail, passphrase: "" });

  it("is open to nobody any more once its owner wants none, also if it is sent at that moment", async () => {
    const ada = await aPerson("Ada");
    const before = await isMailed(ada);
    await chooses(ada.viewer, "off");
    expect((await ada.again()).resetPending).toBe(false);
    const meanwhile = await isMailed(ada);
    for (const token of [before, meanwhile])
      await expect(reset({ token, passphrase })).rejects.toMatchObject({ reason: "token_gone" });
    await ada.again();
  });

  it("is open to nobody any more once its owner has come in by another", async () => {
    const ada = await aPerson("Ada");
    const [others, own] = [await isMailed(ada), await isMailed(ada)];
    await reset({ token: own, passphrase });
    await expect(reset({ token: others, passphrase })).rejects.toMatchObject({ reason: "token_gone" });
  });

  it("is allowed by its owner alone, who says again who they are, and refused without a question", async () => {
    const ada = await aPerson("Ada");
    const held = { ...ada.viewer, steppedUpAt: new Date(0) };
    await chooses(held, "off");
    await expect(chooses(held, "on")).rejects.toMatchObject({ reason: "step_up" });
    const wanted = () =>
      asViewer(ada.viewer, (db) =>
        db.account.findUniqueOrThrow({ where: { id: ada.viewer.id }, select: { recoveryByMail: true } }),
      );
    expect(await wanted()).toEqual({ recoveryByMail: false });
    await chooses(ada.viewer, "on");
    expect(await wanted()).toEqual({ recoveryByMail: true });
  });
});
