import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { chooseRecoveryByMail } from "@/lib/accounts/commands";
import { thisDatabase } from "@/tests/support/own-database";
import { aPerson } from "@/tests/support/people";

let owner: pg.Client;
let silent: Server;
const held = new Set<Socket>();

beforeAll(async () => {
  owner = new pg.Client({ connectionString: thisDatabase() });
  await owner.connect();
  // Whoever calls is let in and told nothing.
  silent = createServer((socket) => void held.add(socket)).listen(0, "127.0.0.1");
  await once(silent, "listening");
  process.env.SMTP_URL = `smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  vi.resetModules();
});
afterAll(async () => {
  for (const socket of held) socket.destroy();
  silent.close();
  await owner.end();
});

const asks = async (email: string) => (await import("@/lib/accounts/commands")).sendReset(email);
const waiting = async (account: string) =>
  (await owner.query("select from mail_resets where account_id = $1", [account])).rowCount;

describe("asking for a way back by mail", () => {
  it("is answered without waiting for the mail, or it would tell who has an account and wants one", async () => {
    const [ada, ben] = [await aPerson("Ada"), await aPerson("Ben")];
    await chooseRecoveryByMail(ben.viewer, { by_mail: "off", passphrase: "" });
    for (const email of ["nobody@example.org", ben.email, ada.email]) await asks(email);
    await expect.poll(() => held.size).toBe(1);
    expect([await waiting(ada.viewer.id), await waiting(ben.viewer.id)]).toEqual([1, 0]);
  });
});
