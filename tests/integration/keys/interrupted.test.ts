import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as after } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { asViewer } from "@/lib/db/viewer";
import { saveDraft } from "@/lib/drafts/commands";
import { draftFor } from "@/lib/drafts/queries";
import { draftOf } from "@/lib/drafts/schema";
import { aCouple, type Person } from "@/tests/support/people";
import { amends, checkInOf } from "../check-ins/voices";
import { agrees, proposes, wordsOf } from "../space/voices";
import { everyWord, ids, manyNotes, rotatesApart, takeOwnKeys, texts } from "./voices";

const KILLS = 6;
/** How long a rotation of so many words takes once it has begun, roughly; a kill falls anywhere in it. */
const NOTES = 3_000;
const AT_WORK_MS = 400;

let dir: string;

beforeAll(() => {
  dir = takeOwnKeys();
});

describe("a rotation that is killed, again and again, while people write", () => {
  it("loses no word, and ends with the next that is let through", { timeout: 120_000 }, async () => {
    const [ada, ben] = await aCouple();
    await manyNotes(ada, NOTES);
    const before = texts(await everyWord());
    const people = [writesOn(ada, ben), writesOn(ben, ada)];

    for (let killed = 0; killed < KILLS; ) {
      const program = rotatesApart(dir);
      await begun(program);
      await after(Math.random() * AT_WORK_MS);
      if (program.kill("SIGKILL")) killed++;
      if (program.exitCode === null && program.signalCode === null) await once(program, "exit");
    }
    const { code, said } = await ended(rotatesApart(dir));

    expect(said).toContain("Every word is under key");
    expect(code).toBe(0);
    for (const { stop } of people) expect(await stop()).toBeGreaterThan(0);
    const words = await everyWord();
    expect(texts(words)).toEqual(expect.arrayContaining(before));
    expect(ids(dir)).toHaveLength(1);
    expect(new Set(words.map(({ key }) => key))).toEqual(new Set(ids(dir)));
  });
});

/** It says so once the new key is there, and then works. */
async function begun({ stdout, exitCode }: ChildProcess): Promise<void> {
  if (stdout && exitCode === null) await Promise.race([once(stdout, "data"), once(stdout, "close")]);
}

async function ended(program: ChildProcess): Promise<{ code: number; said: string }> {
  let said = "";
  for (const stream of [program.stdout, program.stderr]) stream?.on("data", (text) => (said += text));
  const [code] = await once(program, "close");
  return { code, said };
}

/**
 * Saves a draft, changes a check-in nobody else sees and proposes a sentence that the other agrees to, over and over; each
 * must be there as it was answered. Once stopped, answers how often.
 */
function writesOn(person: Person, other: Person): { stop: () => Promise<number> } {
  const form = draftOf.feeling(person.viewer.coupleId);
  const isFirst = person.viewer.name === "Ada";
  let goesOn = true;
  const done = (async () => {
    const entry = await person.checksIn("2026-03-10", { note: "as it was first" });
    let kept = "";
    let times = 0;
    for (; goesOn; times++) {
      const says = `${person.viewer.name}, time ${times}`;
      kept = await asViewer(person.viewer, (db) =>
        saveDraft(db, person.viewer, form, { note: [says] }, kept),
      );
      await amends(person, entry, { note: says }, "only_me");
      if (isFirst) await agrees(other, await proposes(person, says));

      expect(await asViewer(person.viewer, (db) => draftFor(db, person.viewer, form))).toEqual({
        note: [says],
      });
      expect((await checkInOf(person, "2026-03-10"))?.content.note).toBe(says);
      if (isFirst) expect((await wordsOf(other)).agreed).toBe(says);
    }
    return times;
  })();
  return {
    stop: () => {
      goesOn = false;
      return done;
    },
  };
}
