import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { acknowledge, give, receive } from "@/lib/acknowledgements/commands";
import { acknowledgementHere } from "@/lib/acknowledgements/queries";
import { openAnnounced } from "@/lib/announcements/commands";
import { announcedNamed } from "@/lib/announcements/queries";
import type { SignedIn } from "@/lib/auth/gate";
import { noteCare } from "@/lib/care/commands";
import { copyIntoPresent } from "@/lib/check-ins/commands";
import { ownEntry } from "@/lib/check-ins/queries";
import { wordsToBeginWith } from "@/lib/commitments/queries";
import { asViewer, type ViewerDb } from "@/lib/db/viewer";
import { saveDraft } from "@/lib/drafts/commands";
import { unsent } from "@/lib/drafts/queries";
import { draftOf } from "@/lib/drafts/schema";
import { deleteEntry } from "@/lib/entries/commands";
import { askForTime, replyToFeeling, sayHeard, shareAgain } from "@/lib/feelings/commands";
import { conversationOf } from "@/lib/feelings/queries";
import { answerQuestion, askQuestion } from "@/lib/questions/commands";
import { questionPage } from "@/lib/questions/queries";
import { askForSpace, comeBack } from "@/lib/space/commands";
import { addStruggle, letRest, takeUpAgain, writeOwnPart } from "@/lib/struggles/commands";
import { addPart, bringToSession, planSession } from "@/lib/therapy/commands";
import { couldBeBrought, sessionPage } from "@/lib/therapy/queries";
import { toColumn } from "@/lib/time/day";
import { showEntry } from "@/lib/visibility/commands";
import { tables } from "@/tests/privacy/tables";
import type { Row } from "@/tests/privacy/tables/promise";
import { askersIn, everythingIn } from "@/tests/support/matrix-askers";
import { one } from "@/tests/support/matrix-statement";
import type { World } from "@/tests/support/matrix-world";
import { thisDatabase } from "@/tests/support/own-database";
import { day } from "@/tests/support/people";
import { aWorld } from "@/tests/support/shared-world";

const received = { before: null, received: "complete", missing: "", shown: "only_me" } as const;
const said = { did: "I lied.", broke: "", cost_you: "", regret: "", will_do: "I tell you." };
const responsible = { ...said, agreement: null, way: "now", given: "later" } as const;

let world: World;

beforeAll(async () => {
  world = await aWorld(thisDatabase());
});

afterAll(() => world.owner.end());

const viewerOf = (name: "ada" | "ben") => world.people[name].viewer;
const today = day("2026-03-13");

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
    "reading the conversation at": (db, viewer, id) => conversationOf(db, viewer, id),
    "reading the question at": (db, viewer, id) => questionPage(db, viewer, id),
    "sharing again": (db, viewer, id) => shareAgain(db, { viewer, today }, { entry: randomUUID(), of: id }),
    answering: (db, viewer, id) =>
      replyToFeeling(db, { viewer, today }, { entry: randomUUID(), to: id, note: "I read it", promise: "" }),
    "asking for time to answer": (db, viewer, id) =>
      askForTime(db, { viewer, today }, { entry: randomUUID(), to: id, until: "20:00" }),
    "saying whether they felt heard by": (db, viewer, id) =>
      sayHeard(
        db,
        { viewer, today },
        {
          entry: randomUUID(),
          to: id,
          before: null,
          understood: "yes",
          accepted: null,
          cared_for: null,
          would_help: "",
          shown: "only_me",
        },
      ),
    "saying to have answered": (db, viewer, id) =>
      answerQuestion(
        db,
        { viewer, today },
        { entry: randomUUID(), to: id, standing: "with_therapist", note: "" },
      ),
    "keeping half an answer to": async (db, viewer, id) => {
      await saveDraft(db, viewer, draftOf.questionAnswer(id), { note: ["half"] });
      return (await unsent(db, viewer)).map(({ texts }) => texts);
    },
    "writing their own part in": (db, viewer, id) =>
      writeOwnPart(
        db,
        { viewer, today },
        {
          entry: randomUUID(),
          to: id,
          whose: "theirs",
          before: null,
          note: "my part",
          shown: "numbers_and_words",
        },
      ),
    "letting rest": (db, viewer, id) => letRest(db, viewer, { to: id, whose: "theirs" }),
    "taking up again": (db, viewer, id) => takeUpAgain(db, viewer, { to: id, whose: "theirs" }),
    "keeping half a part in": async (db, viewer, id) => {
      await saveDraft(db, viewer, draftOf.strugglePart(id), { note: ["half"] });
      return (await unsent(db, viewer)).map(({ texts }) => texts);
    },
    "naming a struggle with the id of": (db, viewer, id) =>
      addStruggle(db, { viewer, today }, { entry: id, note: "money", shown: "numbers_and_words" }),
    "attaching a part, as its author, to": (db, viewer, id) =>
      db.strugglePart.createMany({
        data: {
          coupleId: viewer.coupleId,
          authorId: viewer.partnerId ?? "",
          entryId: id,
          toAuthorId: viewer.id,
          toEntryId: id,
        },
      }),
    "reading the session at": (db, viewer, id) => sessionPage(db, viewer, id),
    "marking for a session": (db, viewer, id) =>
      bringToSession(db, viewer, { entry: id, whose: "theirs", bring: "yes" }),
    "marking as one's own": (db, viewer, id) =>
      bringToSession(db, viewer, { entry: id, whose: "mine", bring: "yes" }),
    "taking the mark off": (db, viewer, id) =>
      bringToSession(db, viewer, { entry: id, whose: "theirs", bring: "no" }),
    "asking to mark": (db, viewer, id) => couldBeBrought(db, viewer, id, "theirs"),
    "saying something for the session at": (db, viewer, id) =>
      addPart(
        db,
        { viewer, today },
        {
          entry: randomUUID(),
          kind: "session_agenda",
          to: id,
          whose: "theirs",
          note: "the invoice",
          shown: "numbers_and_words",
        },
      ),
    "noting a session with the id of": (db, viewer, id) =>
      planSession(
        db,
        { viewer, today },
        { entry: id, session_kind: "couple", day: today, at: null, note: "" },
      ),
    "attaching a session, as its author, to": (db, viewer, id) =>
      db.therapySession.createMany({
        data: {
          coupleId: viewer.coupleId,
          authorId: viewer.partnerId ?? "",
          entryId: id,
          kind: "individual",
        },
      }),
    "asking whether the other keeps": (db, viewer, id) =>
      db.$queryRaw`select app.is_kept(${viewer.coupleId}::uuid, ${viewer.partnerId}::uuid, ${id}::uuid)`,
    "reading the correction at": (db, viewer, id) => announcedNamed(db, viewer, "correction", id),
    "opening the correction at": (db, viewer, id) =>
      openAnnounced(db, { viewer, today }, { kind: "correction", id }),
    "reading the acknowledgement at": (db, viewer, id) => acknowledgementHere(db, viewer, id),
    "opening the acknowledgement at": (db, viewer, id) =>
      openAnnounced(db, { viewer, today }, { kind: "acknowledgement", id }),
    "giving the acknowledgement at": (db, viewer, id) =>
      give(db, { viewer, today }, { entry: randomUUID(), kept: id, way: "now" }),
    "answering the acknowledgement at": (db, viewer, id) =>
      receive(db, { viewer, today }, { ...received, entry: randomUUID(), to: id }),
    "saying past the app what it is to them of": (db, viewer, id) =>
      db.acknowledgementAnswer.createMany({
        data: {
          coupleId: viewer.coupleId,
          authorId: viewer.id,
          entryId: id,
          toAuthorId: viewer.partnerId ?? "",
          toEntryId: id,
          received: "complete",
        },
      }),
    "writing another version after": (db, viewer, id) =>
      acknowledge(db, { viewer, today }, { ...responsible, entry: randomUUID(), after: id }),
    "taking responsibility with the id of": (db, viewer, id) =>
      acknowledge(db, { viewer, today }, { ...responsible, entry: id, after: null }),
    "beginning a commitment from": (db, viewer, id) => wordsToBeginWith(db, viewer, "mine", id),
    "saying to have opened": (db, viewer, id) =>
      db.announcementOpening.createMany({
        data: {
          coupleId: viewer.coupleId,
          authorId: viewer.partnerId ?? "",
          entryId: id,
          readerId: viewer.id,
        },
        skipDuplicates: true,
      }),
    "asking whether it has reached them, of": (db, viewer, id) =>
      db.$queryRaw`select app.has_reached(${viewer.coupleId}::uuid, ${viewer.partnerId}::uuid, ${id}::uuid)`,
    "coming back from": (db, viewer, id) => comeBack(db, viewer, id),
    "asking with the id of": (db, viewer, id) =>
      askQuestion(db, { viewer, today }, { entry: id, note: "a question", shown: "numbers_and_words" }),
    "noting something with the id of": (db, viewer, id) =>
      noteCare(
        db,
        { viewer, today },
        { entry: id, kind: "caring_act", note: "soup", shown: "numbers_and_words" },
      ),
    "asking for space with the id of": (db, viewer, id) =>
      askForSpace(db, { viewer, today }, { entry: id, wanted: { length: 20 } }),
    "attaching a return to": (db, viewer, id) =>
      db.spaceReturn.createMany({
        data: { coupleId: viewer.coupleId, authorId: viewer.id, entryId: id },
      }),
    "attaching an answer to a question, as its author, to": (db, viewer, id) =>
      db.questionAnswer.createMany({
        data: {
          coupleId: viewer.coupleId,
          authorId: viewer.partnerId ?? "",
          entryId: id,
          toAuthorId: viewer.id,
          toEntryId: id,
          standing: "answered",
          place: 1,
        },
      }),
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
    "attaching words to": (db, viewer, id) => attachesWords(db, viewer, viewer.id, id),
    "attaching words, as its author, to": (db, viewer, id) =>
      attachesWords(db, viewer, viewer.partnerId ?? "", id),
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
      `select id from entries where author_id = $1 and couple_id = $2 and (audience = 'only_me'
         or id in (select entry_id from announcements where reaches_at > now()))`,
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

const attachesWords = (db: ViewerDb, { coupleId }: SignedIn, authorId: string, entryId: string) =>
  db.entryWords.createMany({
    data: {
      coupleId,
      authorId,
      entryId,
      field: "note",
      version: 1,
      audience: "only_me",
      ciphertext: new Uint8Array([0]),
    },
  });

/** What Postgres says of a refused statement, with every id made alike. */
const saidOf = (error: unknown) => {
  const { code, message, constraint, detail, table } = error as pg.DatabaseError;
  return JSON.stringify({ code, message, constraint, detail, table }).replace(/[0-9a-f-]{36}/g, "an id");
};

describe("a row that would hang on something hidden", () => {
  it("is refused exactly as one that would hang on an id nobody ever used, in every table and column", async () => {
    const all = await everythingIn(world.owner);
    const askers = askersIn(world, all);
    const ben = one(askers, "ben");
    const ada = viewerOf("ada");
    const kept = new Set(
      (all.entries ?? [])
        .filter(
          (row) => row.author_id === ada.id && row.couple_id === ben.couple && row.audience === "only_me",
        )
        .map((row) => String(row.id)),
    );
    for (const { id, author_id, accepted, awaits } of all.commitments ?? [])
      if (author_id === ada.id && !accepted && !awaits) kept.add(String(id));
    const told = async (table: string, row: Row) => {
      const columns = Object.keys(row);
      const places = columns.map((_, at) => `$${at + 1}`);
      await world.owner.query("rollback to savepoint row");
      await world.owner.query(
        "select set_config('role', 'keel_app', true), set_config('app.viewer_id', $1, true)",
        [ben.id],
      );
      return world.owner
        .query(
          `insert into public.${table} (${columns.join()}) values (${places.join()})`,
          Object.values(row),
        )
        .then(({ rowCount }) => `${rowCount} rows`, saidOf);
    };
    const apart: string[] = [];
    let asked = 0;
    await world.owner.query("begin; savepoint row");
    for (const [table, { viewer }] of Object.entries(tables)) {
      const row =
        viewer.add && [...askers.values()].map((asker) => viewer.add?.row(asker, all)).find(Boolean);
      const references = Object.keys(row ?? {}).filter((column) =>
        /^(to_)?(entry|commitment)_id$/.test(column),
      );
      for (const column of references) {
        for (const author of [ben.id, ada.id]) {
          const hanging = (id: string) => ({
            ...row,
            couple_id: ben.couple,
            author_id: author,
            [column]: id,
          });
          const wanted = await told(table, hanging(randomUUID()));
          for (const id of kept) {
            asked++;
            const got = await told(table, hanging(id));
            if (got !== wanted) apart.push(`${table}.${column} = ${id}: ${got}, and not ${wanted}`);
          }
        }
      }
    }
    await world.owner.query("rollback");
    expect(apart).toEqual([]);
    expect(asked).toBeGreaterThan(200);
  });
});
