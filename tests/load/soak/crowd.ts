// 200 requests in flight on a pool of five connections, then the same while the database stands still: nothing hangs,
// nobody is answered with another's rows, and what is refused is refused with 503 and a time to come back.
import pg from "pg";
import { serve } from "@/.run/server.mjs";
import { throwAwayDatabase } from "@/.run/throw-away.mjs";
import { pool } from "@/lib/db/client";
import { Canaries } from "@/tests/support/canaries";
import { freePort } from "@/tests/support/free-port";
import { aCouple, PASSPHRASE } from "@/tests/support/people";
import { Scriptless } from "@/tests/support/scriptless";
import { inflict } from "./fault";
import { Ledger } from "./ledger";
import { Reception } from "./reception";
import { type Filled, Visitor } from "./visitor";

const POOL_SIZE = 5;
const COUPLES = 6;
const REQUESTS = 200;
const FORMS = 48;
const HEALTH = 32;
const STANDSTILL_MS = 6_000;
/** The patience at the door and the work itself, on a machine that also plays the crowd. */
const BOUND_MS = 5_000;

await inflict(`${REQUESTS} requests at once on ${POOL_SIZE} connections`, async (onEnd) => {
  const database = await throwAwayDatabase({ onEnd });
  process.env.KEYS_DIR = database.keysDir;
  process.env.LOG_LEVEL = "silent";
  process.env.SERVING_DATABASE_URL = database.servingUrl;
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const ledger = new Ledger();
  const canaries = new Canaries();
  const visitors: Visitor[] = [];
  for (let couple = 0; couple < COUPLES; couple++) {
    const [one, other] = await aCouple();
    visitors.push(
      await Visitor.writesFirst(one, other, { canaries, ledger, origin }),
      await Visitor.writesFirst(other, one, { canaries, ledger, origin }),
    );
  }
  await pool().$disconnect();
  await serve({ ...database, port, env: { LOG_LEVEL: "silent", POOL_SIZE: String(POOL_SIZE) } });
  for (const { browser, person } of visitors) await browser.signsIn(person.email, PASSPHRASE);

  const fillIn = async () => {
    const forms: Filled[] = [];
    for (const visitor of shared(visitors, FORMS)) forms.push(await visitor.fillsIn());
    return forms;
  };
  const crowd = async (name: string, boundMs: number, forms: readonly Filled[]) => {
    const reception = new Reception(name, canaries, boundMs);
    const readers = shared(visitors, REQUESTS - FORMS - HEALTH);
    await Promise.all([
      ...forms.map((filled) => reception.receives(filled.by, () => filled.by.sends(filled))),
      ...readers.map((visitor, nth) => reception.receives(visitor, () => visitor.reads(nth))),
      ...Array.from({ length: HEALTH }, () =>
        reception.receives(null, () => new Scriptless(origin).opens("/api/health")),
      ),
    ]);
    return reception;
  };

  // The first of everything is slower, and is not what is measured.
  const before = new Reception("before", canaries, BOUND_MS);
  for (const [nth, visitor] of visitors.entries()) await before.receives(visitor, () => visitor.reads(nth));
  const plain = await crowd("at once", BOUND_MS, await fillIn());
  const forms = await fillIn();
  const still = await standingStill(database.ownerUrl, () =>
    crowd("standing still", STANDSTILL_MS + BOUND_MS, forms),
  );
  // Afterwards every connection is free again, and what was refused can be sent again.
  const after = new Reception("afterwards", canaries, BOUND_MS);
  for (const visitor of visitors) {
    await after.receives(visitor, () => visitor.reads(0));
    for (const filled of visitor.refused.splice(0))
      await after.receives(visitor, () => visitor.sends(filled));
  }
  const wrong = [
    ...before.wrong,
    ...plain.wrong,
    ...still.wrong,
    ...after.wrong,
    ...(await ledger.wrongIn(database.ownerUrl)),
  ];
  if (plain.served < REQUESTS / 20) wrong.push(`at once: only ${plain.served} were served`);
  if (after.refused > 0) wrong.push(`afterwards: ${after.refused} refused, one after another`);
  return {
    figures: `${plain.figures}; ${still.figures}; ${after.figures}; ${ledger.acknowledged} forms answered, ${ledger.summary(wrong)}; ${wrong.filter((sentence) => sentence.includes(" met ")).length} rows of another`,
    wrong,
  };
});

/** So many turns, taken in order by all. */
function shared(visitors: readonly Visitor[], turns: number): Visitor[] {
  return Array.from({ length: turns }, (_, nth) => visitors[nth % visitors.length]).filter(
    (one) => one !== undefined,
  );
}

/** Nothing can be read from or written to the entries for a while: the server's connections all wait in the database. */
async function standingStill<T>(ownerUrl: string, work: () => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query("begin");
  await owner.query("lock table entries in access exclusive mode");
  const release = setTimeout(() => void owner.query("commit"), STANDSTILL_MS);
  try {
    return await work();
  } finally {
    clearTimeout(release);
    await owner.end();
  }
}
