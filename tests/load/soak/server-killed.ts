// kill -9 of the server while six people send the Today form without JavaScript: what was answered is kept, nothing is
// kept in part, and the same form sent again makes one check-in.
import { endOf } from "@/.run/children.mjs";
import { serve } from "@/.run/server.mjs";
import { throwAwayDatabase } from "@/.run/throw-away.mjs";
import { pool } from "@/lib/db/client";
import { freePort } from "@/tests/support/free-port";
import { aCouple, PASSPHRASE, type Person } from "@/tests/support/people";
import { anyTimeUpTo, inflict, seconds, until } from "./fault";
import { FormWriter } from "./form-writer";
import { Ledger } from "./ledger";

const KILLS = 50;
const COUPLES = 3;
const BACK_BOUND_MS = 20_000;

await inflict("Server killed while answering", async (onEnd) => {
  const database = await throwAwayDatabase({ onEnd });
  process.env.KEYS_DIR = database.keysDir;
  process.env.LOG_LEVEL = "silent";
  process.env.SERVING_DATABASE_URL = database.servingUrl;
  const people: Person[] = [];
  for (let couple = 0; couple < COUPLES; couple++) people.push(...(await aCouple()));
  await pool().$disconnect();

  const port = await freePort();
  const startServer = () => serve({ ...database, port, env: { LOG_LEVEL: "silent" } });
  let server = await startServer();
  const ledger = new Ledger();
  const writers = people.map((person) => new FormWriter(person, ledger, `http://localhost:${port}`));
  for (const writer of writers) await writer.browser.signsIn(writer.person.email, PASSPHRASE);

  const wrong: string[] = [];
  let underWay = 0;
  let slowest = 0;
  const writing = Promise.all(writers.map((writer) => writer.writes()));
  writing.catch(() => {});
  const sending = () => writers.filter((writer) => writer.isSending).length;
  for (let kill = 1; kill <= KILLS; kill++) {
    const before = ledger.acknowledged;
    const since = Date.now();
    // Every second time it is killed while it is still getting up and everybody sends again.
    if (kill % 2 === 1) {
      await Promise.race([writing, until(BACK_BOUND_MS, "an answer", () => ledger.acknowledged > before)]);
      if (kill > 1) slowest = Math.max(slowest, Date.now() - since);
    }
    await anyTimeUpTo(200);
    await Promise.race([writing, until(BACK_BOUND_MS, "a form under way", () => sending() > 0)]);
    await anyTimeUpTo(kill % 2 === 1 ? 30 : 400);
    underWay += sending();
    const gone = endOf(server);
    server.kill("SIGKILL");
    await gone;
    wrong.push(...(await ledger.wrongIn(database.ownerUrl)).map((sentence) => `kill ${kill}: ${sentence}`));
    server = await startServer();
  }
  for (const writer of writers) writer.isDone = true;
  await writing;
  wrong.push(...(await ledger.wrongIn(database.ownerUrl)));

  const reloads = writers.reduce((sum, writer) => sum + writer.reloads, 0);
  if (underWay < KILLS / 2) wrong.push(`only ${underWay} forms were under way at ${KILLS} kills`);
  return {
    figures: `${KILLS} kills, ${writers.length} writers, ${ledger.acknowledged} forms answered, ${ledger.summary(wrong)}; ${underWay} under way at a kill, ${ledger.inDoubt} without an answer (${ledger.keptUnanswered} of them kept already) sent again until answered, ${reloads} answered ones once more; first answer ${seconds(slowest)} after a restart at most`,
    wrong,
  };
});
