import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { devicesOf, settingsOf } from "@/lib/accounts/queries";
import type { SignedIn } from "@/lib/auth/gate";
import { copyIntoPresent } from "@/lib/check-ins/commands";
import { ownEntry, todayPage } from "@/lib/check-ins/queries";
import { partnerPage } from "@/lib/couples/queries";
import { places } from "@/lib/crypto/places";
import { open } from "@/lib/crypto/words";
import { pool } from "@/lib/db/client";
import { asSystem, type SystemDb } from "@/lib/db/system";
import { asViewer, type ViewerDb } from "@/lib/db/viewer";
import { draftFor } from "@/lib/drafts/queries";
import { draftOf } from "@/lib/drafts/schema";
import { deleteEntry } from "@/lib/entries/commands";
import { askForTime, replyToFeeling, sayHeard, shareAgain } from "@/lib/feelings/commands";
import { conversation, conversations } from "@/lib/feelings/queries";
import { ownReminders } from "@/lib/reminders/queries";
import { ownSafetyAnswer } from "@/lib/safety/queries";
import { toColumn } from "@/lib/time/day";
import { mineEverywhere, timelineFor } from "@/lib/timeline/queries";
import { timelineSearch } from "@/lib/timeline/schema";
import { showEntry } from "@/lib/visibility/commands";
import { startingPoint } from "@/lib/visibility/queries";
import { aWorld, type Name, names, type World } from "@/tests/support/matrix-world";
import { thisDatabase } from "@/tests/support/own-database";
import { day } from "@/tests/support/people";

let world: World;
/** Every feeling anyone ever shared. */
let feelings: readonly string[];

beforeAll(async () => {
  world = await aWorld(thisDatabase());
  const { rows } = await world.owner.query<{ id: string }>("select entry_id as id from shared_feelings");
  feelings = rows.map(({ id }) => id);
});

afterAll(() => world.owner.end());

const days = ["01", "02", "03", "04", "05", "06", "08", "09", "10", "11"].map((of) => day(`2026-03-${of}`));

/** Everything the app ever reads for a person, as one text. */
async function everythingShownTo(viewer: SignedIn): Promise<string> {
  const search = timelineSearch.parse({});
  const read = await asViewer(viewer, async (db) => [
    viewer,
    await timelineFor(db, viewer, search),
    await mineEverywhere(db, viewer, search),
    await each(days, (on) => todayPage(db, viewer, on)),
    await each(days, (on) => draftFor(db, viewer, draftOf.checkIn(on))),
    await conversations(db, viewer),
    await each(feelings, (id) => conversation(db, viewer, id)),
    await partnerPage(db, viewer),
    await devicesOf(db, viewer),
    await settingsOf(db, viewer),
    await ownReminders(db, viewer),
    await ownSafetyAnswer(db, viewer),
    await startingPoint(db, viewer, "check_in"),
  ]);
  return JSON.stringify(read);
}

/** Every row of words a person can lay hands on, opened as only the app could. */
async function everythingOpenedFor(viewer: SignedIn): Promise<string> {
  const rows = await asViewer(viewer, async (db) => ({
    words: await db.entryWords.findMany(),
    drafts: await db.draft.findMany(),
  }));
  return [
    ...rows.words.map((row) => open(row.ciphertext, places.entryWords(row))),
    ...rows.drafts.map((row) =>
      open(row.ciphertext, places.draft({ ...row, day: day(row.happenedOn.toISOString().slice(0, 10)) })),
    ),
  ].join("\n");
}

async function each<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (const one of all) done.push(await work(one));
  return done;
}

const viewerOf = (name: Name) => world.people[name].viewer;

describe("what the app reads for a person", () => {
  it.each(names)("holds nobody's words that are not for %s", async (name) => {
    expect(world.canaries.leaksTo(name, await everythingShownTo(viewerOf(name)))).toEqual([]);
    expect(world.canaries.leaksTo(name, await everythingOpenedFor(viewerOf(name)))).toEqual([]);
  });

  it.each(names)("holds back nothing that is for %s, words and all", async (name) => {
    const words = world.canaries
      .readableBy(name)
      .filter(({ place }) => /note|own feeling|draft|promise|would help/.test(place));
    const met = new Set(
      world.canaries.foundIn(await everythingOpenedFor(viewerOf(name))).map(({ place }) => place),
    );
    // A version that was never shown gives way to the one that replaced it.
    const replaced = /\((kept|taken back|told, then changed), .*\)/;
    expect(
      words.filter(({ place }) => !met.has(place) && !replaced.test(place)).map(({ place }) => place),
    ).toEqual([]);
    expect(words.length).toBeGreaterThan(5);
  });

  it("is nobody else's for claiming their id, their couple or their session", async () => {
    const [ada, cleo] = [viewerOf("ada"), viewerOf("cleo")];
    const claims = [
      { ...cleo, coupleId: ada.coupleId },
      { ...cleo, coupleId: ada.coupleId, partnerId: ada.id },
      { ...cleo, partnerId: ada.id, sessionId: ada.sessionId },
    ];
    for (const claimed of claims) {
      expect(world.canaries.leaksTo("cleo", await everythingShownTo(claimed))).toEqual([]);
    }
  });

  it("is nothing at all for nobody, and an error for what is not an id", async () => {
    const nobody = { ...viewerOf("ada"), id: "" };
    expect(await asViewer(nobody, (db) => db.entry.findMany())).toEqual([]);
    await expect(asViewer({ ...nobody, id: "' or true --" }, (db) => db.entry.findMany())).rejects.toThrow();
  });
});

describe("a slip outside asViewer", () => {
  it.each([
    "entry",
    "entryWords",
    "checkIn",
    "sharedFeeling",
    "feelingPart",
    "reply",
    "feltHeard",
    "draft",
    "account",
    "profile",
    "session",
    "safetyCheck",
    "member",
    "couple",
  ] as const)("reads no %s", async (model) => {
    const bare = pool()[model] as unknown as { findMany: () => Promise<unknown> };
    await expect(bare.findMany()).rejects.toThrow(/denied|does not exist/);
  });

  it("does not carry one person's request over to the next on the same connection", async () => {
    await asViewer(viewerOf("ada"), (db) => db.entry.findMany());
    const left = await pool()
      .$queryRaw`select nullif(current_setting('app.viewer_id', true), '') as viewer, current_user <> session_user as still`;
    expect(left).toEqual([{ viewer: null, still: false }]);
    await asViewer(viewerOf("ada"), async () => {
      throw new Error("broken off");
    }).catch(() => {});
    expect(
      await pool().$queryRaw`select nullif(current_setting('app.viewer_id', true), '') as viewer`,
    ).toEqual([{ viewer: null }]);
  });

  it("finds nothing anyone wrote and no safety check as the system, whomever it says it is about", async () => {
    const everybody = names.flatMap((name) => [
      viewerOf(name).id,
      viewerOf(name).coupleId,
      world.people[name].email,
    ]);
    const reads: ((db: SystemDb) => Promise<unknown>)[] = [
      (db) => db.entry.findMany(),
      (db) => db.entryWords.findMany(),
      (db) => db.checkIn.findMany(),
      (db) => db.sharedFeeling.findMany(),
      (db) => db.feelingPart.findMany(),
      (db) => db.reply.findMany(),
      (db) => db.feltHeard.findMany(),
      (db) => db.draft.findMany(),
      (db) => db.safetyCheck.findMany(),
    ];
    for (const read of reads) await expect(asSystem(everybody, read)).rejects.toThrow(/denied/);
  });
});

describe("the id of something hidden", () => {
  const answer = async (work: () => Promise<unknown>): Promise<string> => {
    const told = await work().catch((error: Error) => ({
      refused: error.name,
      said: error.message.replace(/[0-9a-f-]{36}/g, "an id"),
    }));
    return JSON.stringify(told ?? null);
  };

  const attempts: Record<string, (db: ViewerDb, viewer: SignedIn, id: string) => Promise<unknown>> = {
    opening: (db, viewer, id) => ownEntry(db, viewer, id),
    showing: (db, viewer, id) => showEntry(db, viewer, id, "numbers_and_words", day("2026-03-05")),
    deleting: (db, viewer, id) => deleteEntry(db, viewer, id),
    copying: (db, viewer, id) =>
      copyIntoPresent(db, { viewer, today: day("2026-12-31") }, { entry: id, into: randomUUID() }),
    "reading the conversation at": (db, viewer, id) => conversation(db, viewer, id),
    "sharing again": (db, viewer, id) =>
      shareAgain(db, { viewer, today: day("2026-03-13") }, { entry: randomUUID(), of: id }),
    answering: (db, viewer, id) =>
      replyToFeeling(
        db,
        { viewer, today: day("2026-03-13") },
        { entry: randomUUID(), to: id, note: "I read it", promise: "" },
      ),
    "asking for time to answer": (db, viewer, id) =>
      askForTime(db, { viewer, today: day("2026-03-13") }, { entry: randomUUID(), to: id, until: "20:00" }),
    "saying whether they felt heard by": (db, viewer, id) =>
      sayHeard(
        db,
        { viewer, today: day("2026-03-13") },
        {
          entry: randomUUID(),
          to: id,
          understood: "yes",
          accepted: null,
          cared_for: null,
          would_help: "",
          shown: "only_me",
        },
      ),
    "attaching a feeling to": (db, viewer, id) =>
      db.sharedFeeling.createMany({
        data: {
          coupleId: viewer.coupleId,
          authorId: viewer.id,
          entryId: id,
          wish: "nothing",
          place: 0,
        },
      }),
    "attaching one more feeling, as its author, to": (db, viewer, id) =>
      db.feelingPart.createMany({
        data: {
          coupleId: viewer.coupleId,
          authorId: viewer.partnerId ?? "",
          entryId: id,
          feeling: "numb",
        },
      }),
    "attaching numbers to": (db, viewer, id) =>
      db.checkIn.createMany({
        data: { coupleId: viewer.coupleId, authorId: viewer.id, entryId: id, version: 1 },
      }),
    "attaching words to": (db, viewer, id) =>
      db.entryWords.createMany({
        data: {
          coupleId: viewer.coupleId,
          authorId: viewer.id,
          entryId: id,
          field: "note",
          version: 1,
          audience: "only_me",
          ciphertext: new Uint8Array([0]),
        },
      }),
    "attaching words, as its author, to": (db, viewer, id) =>
      db.entryWords.createMany({
        data: {
          coupleId: viewer.coupleId,
          authorId: viewer.partnerId ?? "",
          entryId: id,
          field: "note",
          version: 1,
          audience: "only_me",
          ciphertext: new Uint8Array([0]),
        },
      }),
    "writing over": (db, viewer, id) =>
      db.entry.createMany({
        data: {
          coupleId: viewer.coupleId,
          authorId: viewer.id,
          id,
          kind: "check_in",
          timeZone: "UTC",
          audience: "only_me",
          happenedOn: toColumn(day("2026-10-10")),
          writtenOn: toColumn(day("2026-10-10")),
        },
        skipDuplicates: true,
      }),
  };

  it.each(Object.keys(attempts))("answers %s it exactly as an id nobody ever used", async (name) => {
    const ben = viewerOf("ben");
    const attempt = attempts[name];
    const { rows } = await world.owner.query<{ id: string }>(
      "select id from entries where author_id = $1 and couple_id = $2 and audience = 'only_me'",
      [viewerOf("ada").id, ben.coupleId],
    );
    if (!attempt) throw new Error("no such attempt");
    const undone = new Error("undone");
    const as = (id: string) =>
      answer(() =>
        asViewer(ben, async (db) => {
          throw Object.assign(undone, { told: await attempt(db, ben, id) });
        }).catch((error) =>
          error === undone ? { told: (error as { told?: unknown }).told } : Promise.reject(error),
        ),
      );
    const random = await as(randomUUID());
    expect(rows.length).toBeGreaterThan(2);
    for (const { id } of rows) expect(await as(id)).toBe(random);
  });
});
