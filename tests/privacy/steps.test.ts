import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commitmentNamed, partyOf } from "@/lib/commitments/queries";
import { refusalOf } from "@/lib/commitments/rules";
import { CommitmentStep } from "@/lib/db/generated/enums";
import { asViewer } from "@/lib/db/viewer";
import { toColumn } from "@/lib/time/day";
import { promises } from "@/tests/support/deeds";
import { thisDatabase } from "@/tests/support/own-database";
import { aCouple, day, type Person } from "@/tests/support/people";

let owner: pg.Client;
beforeAll(async () => {
  owner = new pg.Client({ connectionString: thisDatabase() });
  await owner.connect();
});
afterAll(() => owner.end());

const today = day("2026-03-12");
type Who = "doer" | "other";
/** Where a commitment of the doer's own stands, as the rules say it in words. */
type Standing = {
  readonly accepted: boolean;
  readonly ended: boolean;
  readonly waits: { readonly by: Who; readonly what: "terms" | "ending" } | null;
  /** Who reads it where nothing was accepted and nothing waits. */
  readonly keeper: Who;
};
const begun: Standing = {
  accepted: false,
  ended: false,
  waits: { by: "doer", what: "terms" },
  keeper: "doer",
};

/** Where it stands after a step, or null where the step is not open. */
function after(now: Standing, who: Who, step: CommitmentStep): Standing | null {
  if (now.ended || (!now.accepted && !now.waits && now.keeper !== who)) return null;
  const others = now.waits !== null && now.waits.by !== who;
  const agreed = { ...now, waits: null };
  switch (step) {
    case "offered":
      return { ...now, waits: { by: who, what: "terms" }, keeper: who };
    case "ending_offered":
      return now.accepted ? { ...now, waits: { by: who, what: "ending" } } : null;
    case "accepted":
      return others ? { ...agreed, accepted: true, ended: now.waits?.what === "ending" } : null;
    case "declined":
      return others ? agreed : null;
    case "withdrawn":
      // Whoever began it deletes it instead, as long as nothing was accepted.
      return now.waits && !others && (now.accepted || who !== "doer") ? { ...agreed, keeper: "doer" } : null;
    case "ended":
      return now.accepted && who === "doer" ? { ...agreed, ended: true } : null;
    default:
      return now.accepted ? now : null;
  }
}

async function standsIn(id: string) {
  const { rows } = await owner.query("select * from commitments where id = $1", [id]);
  const events = await owner.query("select * from commitment_events where commitment_id = $1 order by turn", [
    id,
  ]);
  return { row: rows[0], events: events.rows };
}

/** Past the app, and answers whether it was written. */
async function tries({ viewer }: Person, commitmentId: string, step: CommitmentStep, turn: number) {
  const key = { coupleId: viewer.coupleId, commitmentId, authorId: viewer.id, turn };
  const [happenedOn, reviewOn] = [toColumn(today), toColumn(day("2026-04-10"))];
  const returnsOn = step === "paused" ? toColumn(day("2026-03-14")) : null;
  return asViewer(viewer, async (db) => {
    const data = { ...key, step, happenedOn, returnsOn };
    const { count } = await db.commitmentEvent.createMany({ data, skipDuplicates: true });
    if (count === 1 && step === "offered")
      await db.commitmentTerms.createMany({ data: { ...key, startsOn: happenedOn, reviewOn } });
    return count === 1;
  }).catch((error) => {
    expect(String(error)).toMatch(/not open|row-level security/);
    return false;
  });
}

/** Whether the app would let somebody take a step, as they read the commitment. */
const isOffered = ({ viewer }: Person, id: string, step: CommitmentStep) =>
  asViewer(viewer, async (db) => {
    const view = await commitmentNamed(db, viewer, id, today);
    if (!view) return false;
    const gone = step === "withdrawn" && view.standing.state === "offered" && view.steps[0]?.mine;
    return !gone && refusalOf(view.standing, partyOf(view.mine), step) === null;
  });

const aTry = fc.record({
  who: fc.constantFrom<Who>("doer", "other"),
  step: fc.constantFrom(...Object.values(CommitmentStep)),
  next: fc.constantFrom(1, 1, 1, 1, 0, 2, -1),
});

describe("the steps of a commitment, whatever two people try", () => {
  it("are taken by their rules alone, and what was taken before is never rewritten", async () => {
    const [ada, ben] = await aCouple();
    const people = { doer: ada, other: ben };
    await fc.assert(
      fc.asyncProperty(fc.array(aTry, { minLength: 4, maxLength: 12 }), async (all) => {
        const id = await promises(ada, "I call when I am late.");
        let stands = begun;
        for (const { who, step, next } of all) {
          const before = await standsIn(id);
          const open = next === 1 ? after(stands, who, step) : null;
          const offered = next === 1 && (await isOffered(people[who], id, step));
          const taken = await tries(people[who], id, step, before.row.turn + next);

          expect(taken, `${who}: ${step}`).toBe(open !== null);
          if (offered) expect(taken, `the app offers ${who} to take the step ${step}`).toBe(true);
          stands = open ?? stands;
          const { row, events } = await standsIn(id);
          expect(events.slice(0, before.events.length)).toEqual(before.events);
          expect(events.length).toBe(before.events.length + (taken ? 1 : 0));
          expect({ turn: row.turn, accepted: row.accepted, ended: row.ended, awaits: row.awaits }).toEqual({
            turn: events.length,
            accepted: stands.accepted,
            ended: stands.ended,
            awaits: stands.waits?.what ?? null,
          });
        }
      }),
      { numRuns: 60 },
    );
  });
});
