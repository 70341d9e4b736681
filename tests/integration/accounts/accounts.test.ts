import { describe, expect, it } from "vitest";
import { reset, sendReset, signUp } from "@/lib/accounts/commands";
import { hashToken, newToken } from "@/lib/crypto/tokens";
import { asSystem } from "@/lib/db/system";
import { asViewer } from "@/lib/db/viewer";
import { aPerson, PASSPHRASE } from "@/tests/support/people";

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

describe("a way back by mail", () => {
  it("does not exist where the server cannot send any", async () => {
    await expect(sendReset("a@example.org")).rejects.toMatchObject({ reason: "mail_not_configured" });
  });

  it("opens once, within its hour, and is told to every live session until it is used", async () => {
    const ada = await aPerson("Ada");
    const token = newToken();
    const keeps = (tokenHash: Uint8Array<ArrayBuffer>, expiresAt: Date) =>
      asSystem([ada.viewer.id], (db) =>
        db.mailReset.createMany({ data: { accountId: ada.viewer.id, tokenHash, expiresAt } }),
      );
    await keeps(hashToken("expired"), new Date(Date.now() - 1000));
    await expect(
      reset({ token: "expired", passphrase: "pebble orchard quiet thursday" }),
    ).rejects.toMatchObject({ reason: "token_gone" });
    expect((await ada.again()).resetPending).toBe(false);

    await keeps(hashToken(token), new Date(Date.now() + 60_000));
    expect((await ada.again()).resetPending).toBe(true);
    const tries = await Promise.allSettled(
      [1, 2].map(() => reset({ token, passphrase: "pebble orchard quiet thursday" })),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(ada.again()).rejects.toThrow();
  });
});
