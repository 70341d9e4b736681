import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { leave } from "@/lib/couples/commands";
import { asViewer, type ViewerDb } from "@/lib/db/viewer";
import { saveDraft } from "@/lib/drafts/commands";
import { draftOf } from "@/lib/drafts/schema";
import { deleteEntry } from "@/lib/entries/commands";
import { replyToFeeling, sayHeard, shareFeeling } from "@/lib/feelings/commands";
import { answerSafetyCheck } from "@/lib/safety/commands";
import { showEntry } from "@/lib/visibility/commands";
import { thisDatabase } from "@/tests/support/own-database";
import { aCouple, day, type Person } from "@/tests/support/people";
import { cookieFor } from "@/tests/support/privacy-caller";
import { startServer, type TestServer } from "@/tests/support/server";

let server: TestServer;
let listening: pg.Client;
let owner: pg.Client;
const heard: string[] = [];

beforeAll(async () => {
  const servingUrl = process.env.SERVING_DATABASE_URL ?? "";
  server = await startServer({ ownerUrl: thisDatabase(), servingUrl, drop: async () => {} });
  listening = new pg.Client({ connectionString: servingUrl });
  await listening.connect();
  listening.on("notification", ({ payload }) => heard.push(payload ?? ""));
  await listening.query("listen between_us");
  owner = new pg.Client({ connectionString: thisDatabase() });
  await owner.connect();
});
afterAll(async () => {
  await Promise.all([listening.end(), owner.end()]);
  await server.stop();
});

const today = day("2026-03-10");
const here = ({ viewer }: Person) => ({ viewer, today });
const doing = <T>(person: Person, work: (db: ViewerDb) => Promise<T>) => asViewer(person.viewer, work);

async function shares(person: Person): Promise<string> {
  const entry = randomUUID();
  const parts = [{ feeling: "hurt" as const, intensity: 8 }];
  const said = { entry, wish: "to_be_heard" as const, parts, texts: { note: "a word", own_feeling: "" } };
  await doing(person, (db) => shareFeeling(db, here(person), said));
  return entry;
}

async function replies(person: Person, to: string): Promise<string> {
  const entry = randomUUID();
  await doing(person, (db) =>
    replyToFeeling(db, here(person), { entry, to, note: "an answer", promise: "" }),
  );
  return entry;
}

/** Waits until everything that was said before has been heard: notices arrive in the order of their transactions. */
async function everythingHeard(): Promise<void> {
  const mark = randomUUID();
  await owner.query(`notify between_us, '${mark}'`);
  await expect.poll(() => heard).toContain(mark);
}

/** Whom notices named while something was done. */
async function noticesOf(work: () => Promise<unknown>): Promise<string[]> {
  await everythingHeard();
  const before = heard.length;
  await work();
  await everythingHeard();
  return heard.slice(before, -1);
}

describe("a notice", () => {
  it("names the couple when something between the two appears or goes, and nothing else", async () => {
    const [ada, ben] = await aCouple();
    let entry = "";
    expect(await noticesOf(async () => (entry = await shares(ada)))).toEqual([ada.viewer.coupleId]);
    expect(await noticesOf(() => replies(ben, entry))).toEqual([ada.viewer.coupleId]);
    const shows = (shown: "only_me" | "numbers_and_words") => () =>
      doing(ada, (db) => showEntry(db, ada.viewer, entry, shown, today));
    expect(await noticesOf(shows("only_me"))).toEqual([ada.viewer.coupleId]);
    expect(await noticesOf(shows("numbers_and_words"))).toEqual([ada.viewer.coupleId]);
    expect(await noticesOf(() => doing(ada, (db) => deleteEntry(db, ada.viewer, entry)))).toEqual([
      ada.viewer.coupleId,
    ]);
  });

  it("is never made of what nobody was shown, nor of a check-in", async () => {
    const [ada, ben] = await aCouple();
    const entry = await shares(ada);
    const to = await replies(ben, entry);
    await doing(ada, (db) => showEntry(db, ada.viewer, entry, "only_me", today));
    const unheard = { understood: "not_yet", accepted: null, cared_for: null, would_help: "time" } as const;
    const quiet: Record<string, () => Promise<unknown>> = {
      "a check-in that is kept": () => ada.checksIn("2026-03-01", { trust: 3 }),
      "a check-in that is shown": () => ada.checksIn("2026-03-02", { trust: 3, shown: "numbers_and_words" }),
      "a draft": () =>
        doing(ada, (db) => saveDraft(db, ada.viewer, draftOf.checkIn(today), { note: ["half"] })),
      "the private question": () => doing(ada, (db) => answerSafetyCheck(db, ada.viewer, "yes")),
      "not having felt heard, kept": () =>
        doing(ada, (db) =>
          sayHeard(db, here(ada), { entry: randomUUID(), to, ...unheard, shown: "only_me" }),
        ),
      "and said anew, kept": () =>
        doing(ada, (db) =>
          sayHeard(db, here(ada), { entry: randomUUID(), to, ...unheard, shown: "only_me" }),
        ),
      "deleting what was taken back": () => doing(ada, (db) => deleteEntry(db, ada.viewer, entry)),
    };
    for (const [what, work] of Object.entries(quiet)) expect(await noticesOf(work), what).toEqual([]);
  });
});

/** Opens the stream as somebody's browser does, and answers what it has said so far. */
async function listens(person: Person) {
  const cookie = `keel=${await cookieFor(person.viewer.id)}`;
  const answer = await fetch(`${server.url}/api/between/live`, { headers: { cookie } });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  const stream = { said: "", over: false, close: () => reader?.cancel() };
  void (async () => {
    for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read())
      stream.said += chunk.value;
    stream.over = true;
  })().catch(() => {});
  await expect.poll(() => stream.said).toContain("retry");
  return stream;
}

describe("an open conversation", () => {
  it("is told to look again when the other shows something, and strangers are not", async () => {
    const [ada, ben] = await aCouple();
    const [cleo] = await aCouple();
    const [one, other] = [await listens(ben), await listens(cleo)];
    await shares(ada);
    await expect.poll(() => one.said).toContain("data: look");
    expect(one.said.replace("retry: 3000", "").replaceAll("data: look", "").trim()).toBe("");
    expect(other.said).not.toContain("look");
    await Promise.all([one.close(), other.close()]);
  });

  it("ends with the session, and with the couple, at the next thing that happens", async () => {
    const [ada, ben] = await aCouple();
    const stream = await listens(ben);
    await doing(ben, (db) =>
      db.session.updateMany({ where: { accountId: ben.viewer.id }, data: { revokedAt: new Date() } }),
    );
    await shares(ada);
    await expect.poll(() => stream.over).toBe(true);
    expect(stream.said).toContain("event: ended");
    expect(stream.said).not.toContain("data: look");

    const [finn, gus] = await aCouple();
    const open = await listens(gus);
    const kept = await shares(finn);
    await expect.poll(() => open.said).toContain("data: look");
    await leave(finn.viewer);
    await owner.query(`notify between_us, '${finn.viewer.coupleId}'`);
    await expect.poll(() => open.over).toBe(true);
    expect(open.said).toContain("event: ended");
    expect(kept).not.toBe("");
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
