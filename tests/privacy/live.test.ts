import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { leave } from "@/lib/couples/commands";
import { asViewer } from "@/lib/db/viewer";
import { shares } from "@/tests/support/deeds";
import { thisDatabase } from "@/tests/support/own-database";
import { aCouple, type Person } from "@/tests/support/people";
import { cookieFor } from "@/tests/support/privacy-caller";
import { startServer, type TestServer } from "@/tests/support/server";
import { listens, saidBeyondLooking } from "@/tests/support/stream";

let server: TestServer;
let owner: pg.Client;

beforeAll(async () => {
  const servingUrl = process.env.SERVING_DATABASE_URL ?? "";
  server = await startServer({ ownerUrl: thisDatabase(), servingUrl, drop: async () => {} });
  owner = new pg.Client({ connectionString: thisDatabase() });
  await owner.connect();
});
afterAll(async () => {
  await server.stop();
  await owner.end();
});

/** Opens the stream as somebody's browser does. */
const hears = async (person: Person) => listens(server.url, await cookieFor(person.viewer.id));

describe("an open conversation", () => {
  it("misses nothing while the server, with its first reader, only begins to listen", async () => {
    const [ada, ben] = await aCouple();
    const stream = await hears(ben);
    await shares(ada, "a word");
    await expect.poll(() => stream.said).toContain("data: look");
    await stream.close();
  });

  it("is told to look again when the other shows something, and strangers are not", async () => {
    const [ada, ben] = await aCouple();
    const [cleo] = await aCouple();
    const [one, other] = [await hears(ben), await hears(cleo)];
    await shares(ada, "a word");
    await expect.poll(() => one.said).toContain("data: look");
    expect(saidBeyondLooking(one.said)).toBe("");
    expect(other.said).not.toContain("look");
    await Promise.all([one.close(), other.close()]);
  });

  it("ends with the session at the next thing that happens, and with the couple at once", async () => {
    const [ada, ben] = await aCouple();
    const stream = await hears(ben);
    await asViewer(ben.viewer, (db) =>
      db.session.updateMany({ where: { accountId: ben.viewer.id }, data: { revokedAt: new Date() } }),
    );
    await shares(ada, "a word");
    await expect.poll(() => stream.over).toBe(true);
    expect(stream.said).toContain("event: ended");
    expect(stream.said).not.toContain("data: look");

    const [finn, gus] = await aCouple();
    const open = await hears(gus);
    const kept = await shares(finn, "a word");
    await expect.poll(() => open.said).toContain("data: look");
    await leave(finn.viewer);
    await expect.poll(() => open.over).toBe(true);
    expect(open.said).toContain("event: ended");
    expect(kept).not.toBe("");
  });

  it("ends when the device locks, which it does not put off", async () => {
    const [ada, ben] = await aCouple();
    const stream = await hears(ben);
    const rests = (time: string) =>
      owner.query("update sessions set last_seen_at = now() - $2::interval where account_id = $1", [
        ben.viewer.id,
        time,
      ]);
    await rests("14 minutes");
    await shares(ada, "a word");
    await expect.poll(() => stream.said).toContain("data: look");
    const { rows } = await owner.query(
      "select 1 from sessions where account_id = $1 and last_seen_at > now() - interval '13 minutes'",
      [ben.viewer.id],
    );
    expect(rows).toEqual([]);
    await rests("16 minutes");
    await shares(ada, "another word");
    await expect.poll(() => stream.over).toBe(true);
    expect(stream.said).toContain("event: ended");
    expect(stream.said.match(/data: look/g)).toHaveLength(1);
  });

  it("is not opened by nobody, nor more often than a person has windows", async () => {
    expect((await fetch(`${server.url}/api/between/live`)).status).toBe(401);
    const [ada] = await aCouple();
    const headers = { cookie: `keel=${await cookieFor(ada.viewer.id)}` };
    const opens = async () => {
      const reader = (await fetch(`${server.url}/api/between/live`, { headers })).body?.getReader();
      const { value } = (await reader?.read()) ?? {};
      return { begins: new TextDecoder().decode(value).trim(), close: () => reader?.cancel() };
    };
    const windows = await Promise.all(Array.from({ length: 10 }, opens));
    const begins = windows.map((window) => window.begins).sort();
    expect(begins).toEqual([...Array(2).fill("retry: 15000"), ...Array(8).fill("retry: 3000")]);
    await Promise.all(windows.map(({ close }) => close()));
    await expect.poll(async () => (await opens()).begins).toBe("retry: 3000");
    const head = await fetch(`${server.url}/api/between/live`, { method: "HEAD", headers });
    expect(head.status).toBe(405);
  });
});
