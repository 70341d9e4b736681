// kill -9 of the embedded Postgres while six people write: what was acknowledged is kept, and nothing is kept in part.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { pool } from "@/lib/db/client";
import { type LocalPostgres, startLocalPostgres } from "@/prisma/local";
import { migrate } from "@/prisma/migrate";
import { aCouple, type Person } from "@/tests/support/people";
import { anyTimeUpTo, inflict, seconds, until } from "./fault";
import { Ledger } from "./ledger";
import { Writer } from "./writer";

const CYCLES = 20;
const COUPLES = 3;
const RECOVERY_BOUND_MS = 20_000;

await inflict("Postgres killed while writing", async (onEnd) => {
  const home = mkdtempSync(join(tmpdir(), "keel-soak-"));
  onEnd(async () => rmSync(home, { recursive: true, force: true }));
  let postgres = await startLocalPostgres({ home, database: "keel" });
  onEnd(() => postgres.stop());
  const ownerUrl = postgres.urlOf("keel");
  await requireDurable(ownerUrl);
  process.env.KEYS_DIR = join(home, "keys");
  process.env.LOG_LEVEL = "silent";
  process.env.SERVING_DATABASE_URL = (await migrate({ ownerUrl, keysDir: process.env.KEYS_DIR })).servingUrl;

  const people: Person[] = [];
  for (let couple = 0; couple < COUPLES; couple++) people.push(...(await aCouple()));
  const ledger = new Ledger();
  const writers = people.map((person) => new Writer(person, ledger));
  const wrong: string[] = [];
  let slowest = 0;
  let inFlight = 0;

  const writing = Promise.all(writers.map((writer) => writer.writes()));
  writing.catch(() => {});
  for (let cycle = 0; cycle < CYCLES; cycle++) {
    const before = ledger.acknowledged;
    await Promise.race([
      writing,
      until(
        RECOVERY_BOUND_MS,
        "writing after a restart",
        () => ledger.acknowledged >= before + 4 * people.length,
      ),
    ]);
    await anyTimeUpTo(300);
    inFlight += writers.filter((writer) => writer.isWriting).length;
    const since = Date.now();
    await kill(postgres, join(home, "postgres"), cycle % 2 === 0);
    postgres = await startLocalPostgres({ home, database: "keel", port: postgres.port });
    wrong.push(...(await ledger.wrongIn(ownerUrl)).map((sentence) => `kill ${cycle + 1}: ${sentence}`));
    const kept = ledger.acknowledged;
    await Promise.race([
      writing,
      until(RECOVERY_BOUND_MS, "the first write", () => ledger.acknowledged > kept),
    ]);
    slowest = Math.max(slowest, Date.now() - since);
  }
  for (const writer of writers) writer.isDone = true;
  await writing;
  wrong.push(...(await ledger.wrongIn(ownerUrl)));
  await pool().$disconnect();

  const repeats = writers.reduce((sum, writer) => sum + writer.repeats, 0);
  if (inFlight < CYCLES) wrong.push(`only ${inFlight} writes were under way at ${CYCLES} kills`);
  return {
    figures: `${CYCLES} kills, ${writers.length} writers, ${ledger.acknowledged} writes acknowledged, ${ledger.summary(wrong)}; ${ledger.inDoubt} without an answer and ${repeats} answered ones sent again; writing again after ${seconds(slowest)} at most`,
    wrong,
  };
});

/** Every second time its processes go with it, as when the machine's memory runs out; else they notice by themselves. */
async function kill(postgres: LocalPostgres, folder: string, withChildren: boolean): Promise<void> {
  const pid = Number(readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n")[0]);
  const children = withChildren ? childrenOf(pid) : [];
  for (const each of [pid, ...children]) killIfThere(each);
  await postgres.ended;
  await postgres.stop();
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function childrenOf(pid: number): number[] {
  const list = `/proc/${pid}/task/${pid}/children`;
  return existsSync(list) ? readFileSync(list, "utf8").trim().split(" ").filter(Boolean).map(Number) : [];
}

/** A throw-away database is fast because it may forget; this one must not be one. */
async function requireDurable(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string; setting: string }>(
    "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes')",
  );
  await client.end();
  const off = rows.filter(({ setting }) => setting !== "on");
  if (rows.length !== 3 || off.length > 0) throw new Error("this Postgres is not durable");
}
