import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SignedIn } from "@/lib/auth/gate";
import * as command from "@/lib/commitments/commands";
import type { Terms } from "@/lib/commitments/rules";
import type { CommitmentStep } from "@/lib/db/generated/enums";
import { asViewer, type ViewerDb } from "@/lib/db/viewer";
import { noticeDay, sayHowItWent } from "@/lib/follow-through/commands";
import { commitmentPage } from "@/lib/follow-through/queries";
import { toColumn } from "@/lib/time/day";
import type { World } from "@/tests/support/matrix-world";
import { thisDatabase } from "@/tests/support/own-database";
import { day } from "@/tests/support/people";
import { aWorld } from "@/tests/support/shared-world";

let world: World;

beforeAll(async () => {
  world = await aWorld(thisDatabase());
});
afterAll(() => world.owner.end());

const today = day("2026-03-13");
const terms: Terms = { often: { kind: "daily" }, from: today, review: day("2026-04-10") };
const on = toColumn(today);

type Attempt = (db: ViewerDb, viewer: SignedIn, id: string) => Promise<unknown>;
const own = ({ coupleId, id }: SignedIn, commitmentId: string) => ({ coupleId, commitmentId, authorId: id });

const steps: readonly CommitmentStep[] = ["offered", "accepted", "declined", "withdrawn", "resumed", "ended"];
const turns = [1, 2, 3, 4];

const throughTheApp: Record<string, Attempt> = {
  reading: (db, viewer, id) => commitmentPage(db, viewer, id, today, today),
  "offering other terms for": (db, viewer, commitment) =>
    command.offerTerms(db, { viewer, today }, { commitment, turn: 2, what: "I call", why: "", terms }),
  pausing: (db, viewer, commitment) =>
    command.pauseCommitment(db, { viewer, today }, { commitment, turn: 2, returns: day("2026-03-20") }),
  renewing: (db, viewer, commitment) =>
    command.renewCommitment(db, { viewer, today }, { commitment, turn: 2, review: day("2026-05-01") }),
  "putting away": (db, viewer, id) => command.putAway(db, { viewer, today }, id),
  "saying how a day went of": (db, viewer, commitment) => {
    const said = { status: "kept", volunteered: false, note: "", shown: "only_me", said: 0 } as const;
    const answers = [{ ...said, commitment, entry: randomUUID() }];
    return sayHowItWent(db, { viewer, today }, { day: today, answers });
  },
  "noticing a day of": (db, viewer, commitment) => {
    const said = { perceived: "noticed", before: null, note: "", shown: "only_me" } as const;
    return noticeDay(db, { viewer, today }, { entry: randomUUID(), commitment, day: today, ...said });
  },
  ...Object.fromEntries(
    steps.map((step): [string, Attempt] => [
      `taking the step "${step}" in`,
      (db, viewer, commitment) => command.takeStep(db, { viewer, today }, { commitment, turn: 2 }, { step }),
    ]),
  ),
};

const pastTheApp: Record<string, Attempt> = {
  "deleting, past the app,": (db, _, id) => db.commitment.deleteMany({ where: { id } }),
  "looking past the app for what there is of": async (db, viewer, commitmentId) => {
    const where = { commitmentId };
    const others = { ...where, authorId: { not: viewer.id } };
    return [
      await db.commitmentEvent.count({ where }),
      await db.commitmentTerms.count({ where: others }),
      await db.commitmentWords.count({ where: others }),
      await db.commitmentSource.count({ where }),
      await db.followThrough.count({ where }),
      await db.commitmentRemark.count({ where }),
    ];
  },
  "naming a source of": (db, viewer, id) =>
    db.commitmentSource.createMany({ data: { ...own(viewer, id), entryId: randomUUID() } }),
  "attaching a remark to": (db, viewer, id) =>
    db.commitmentRemark.createMany({ data: { ...own(viewer, id), entryId: randomUUID(), day: on } }),
  ...Object.fromEntries(
    turns.flatMap((turn): [string, Attempt][] => [
      [
        `writing step ${turn} of`,
        (db, viewer, id) =>
          db.commitmentEvent.createMany({
            data: { ...own(viewer, id), turn, step: "accepted", happenedOn: on },
            skipDuplicates: true,
          }),
      ],
      [
        `writing words with step ${turn} of`,
        (db, viewer, id) =>
          db.commitmentWords.createMany({
            data: { ...own(viewer, id), turn, field: "what", ciphertext: new Uint8Array([0]) },
          }),
      ],
      [
        `writing terms with step ${turn} of`,
        (db, viewer, id) =>
          db.commitmentTerms.createMany({
            data: { ...own(viewer, id), turn, startsOn: on, reviewOn: toColumn(day("2026-04-10")) },
          }),
      ],
      [
        `saying, past the app, for the ${turn}. time how a day went of`,
        (db, viewer, id) =>
          db.followThrough.createMany({
            data: { ...own(viewer, id), turn, day: on, writtenOn: on, status: "kept" },
          }),
      ],
    ]),
  ),
};
// NOTE: not beginning one by such an id: the key keeps no two apart by their authors (catalogue.test.ts).
const attempts = { ...throughTheApp, ...pastTheApp };

describe("the id of a commitment that somebody keeps", () => {
  it.each(Object.keys(attempts))("answers %s it exactly as an id nobody ever used", async (name) => {
    const ben = world.people.ben.viewer;
    const attempt = attempts[name];
    // What Ben declined, what he took his answer back from, and what is other couples', agreed on or not.
    const { rows } = await world.owner.query<{ id: string }>(
      `select id from commitments where couple_id not in (select couple_id from members where account_id = $2)
       or (couple_id = $1 and writer_id <> $2 and not accepted and awaits is null)`,
      [ben.coupleId, ben.id],
    );
    if (!attempt) throw new Error("no such attempt");
    const undone = new Error("undone");
    const as = async (id: string): Promise<string> => {
      const told = await asViewer(ben, async (db) => {
        throw Object.assign(undone, { told: await attempt(db, ben, id) });
      }).catch((error: Error & { told?: unknown }) =>
        error === undone
          ? { told: error.told }
          : { refused: error.name, said: error.message.replace(/[0-9a-f-]{36}/g, "an id") },
      );
      return JSON.stringify(told);
    };
    const random = await as(randomUUID());
    expect(rows.length).toBeGreaterThan(20);
    for (const { id } of rows) expect(await as(id)).toBe(random);
  });
});
