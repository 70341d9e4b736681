import { randomInt, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { pool } from "@/lib/db/client";
import { asViewer, type ViewerDb } from "@/lib/db/viewer";
import type { Person } from "@/tests/support/people";

/** What many viewers did at once on few connections, and what should not have happened, as sentences. */
export type Fuzzed = {
  readonly reads: number;
  readonly writes: number;
  /** Told that it did not work, or cut off in the middle. */
  readonly failed: number;
  readonly crossed: readonly string[];
  readonly lost: readonly string[];
};

type Options = {
  readonly milliseconds: number;
  readonly inFlight: number;
  /** Past every policy: it makes commits slow, cuts connections off, and looks at the end. */
  readonly owner: pg.Client;
};

/** Viewers of different couples read and write through asViewer, while commits are slow and queries are cancelled, cut off and given up. */
export async function fuzzThePool(viewers: readonly Person[], options: Options): Promise<Fuzzed> {
  await slowCommits(options.owner);
  const run = new Run(viewers);
  const until = Date.now() + options.milliseconds;
  const workers = Array.from({ length: options.inFlight }, async () => {
    while (Date.now() < until) await run.doesSomething();
  });
  const disturbing = disturb(options.owner, until);
  await Promise.all([...workers, disturbing]);
  return run.heldAgainst(options.owner);
}

/** Every commit that wrote an entry takes a moment, and some a long one: the connection is held, and its answer is late. */
const slowCommits = (owner: pg.Client) =>
  owner.query(`
    create schema fuzz;
    create function fuzz.slowly() returns trigger language plpgsql security definer set search_path = ''
      as $$ begin perform pg_catalog.pg_sleep(0.1 * random() * random()); return null; end $$;
    create constraint trigger slowly after insert on public.entries deferrable initially deferred
      for each row execute function fuzz.slowly()`);

async function disturb(owner: pg.Client, until: number): Promise<void> {
  while (Date.now() < until) {
    await sleep(randomInt(40, 160));
    const how = randomInt(4) === 0 ? "pg_terminate_backend" : "pg_cancel_backend";
    await owner.query(
      `select ${how}(pid) from pg_stat_activity
       where datname = current_database() and usename like 'keel_serving%' and state <> 'idle' order by random() limit 1`,
    );
  }
}

class GivenUp extends Error {}

class Run {
  #reads = 0;
  #failed = 0;
  readonly #crossed: string[] = [];
  readonly #acknowledged = new Map<string, Person>();
  /** Written, and then taken back by an error of ours: these must not be there. */
  readonly #takenBack = new Set<string>();

  constructor(private readonly viewers: readonly Person[]) {}

  async doesSomething(): Promise<void> {
    const person = this.viewers[randomInt(this.viewers.length)] as Person;
    const deeds = [
      this.#readsTwice,
      this.#readsTwice,
      this.#writes,
      this.#writes,
      this.#writesAndThrows,
      this.#asksNobody,
    ];
    try {
      await deeds[randomInt(deeds.length)]?.call(this, person);
    } catch {
      this.#failed++;
    }
  }

  async #readsTwice(person: Person): Promise<void> {
    await asViewer(person.viewer, async (db) => {
      await this.#looks(person, db);
      await dawdles(db);
      await this.#looks(person, db);
    });
    this.#reads++;
  }

  async #writes(person: Person): Promise<void> {
    const id = randomUUID();
    await asViewer(person.viewer, async (db) => {
      await writes(db, person, id);
      await dawdles(db);
    });
    this.#acknowledged.set(id, person);
  }

  async #writesAndThrows(person: Person): Promise<void> {
    const id = randomUUID();
    this.#takenBack.add(id);
    await asViewer(person.viewer, async (db) => {
      await writes(db, person, id);
      await this.#looks(person, db);
      throw new GivenUp();
    });
  }

  /** Outside of asViewer a connection is nobody's, whoever had it before. */
  async #asksNobody(): Promise<void> {
    const [row] = await pool().$queryRaw<
      { viewer: string; role: string }[]
    >`select coalesce(current_setting('app.viewer_id', true), '') as viewer, current_user = session_user as role`;
    if (row?.viewer !== "" || !row.role)
      this.#crossed.push(`a connection was still somebody's: ${JSON.stringify(row)}`);
  }

  async #looks({ viewer }: Person, db: ViewerDb): Promise<void> {
    const rows = await db.entry.findMany({ select: { coupleId: true, authorId: true, audience: true } });
    for (const row of rows) {
      const mine = row.authorId === viewer.id;
      const shown = row.coupleId === viewer.coupleId && row.audience === "partner";
      if (!mine && !shown) this.#crossed.push(`${viewer.id} read a row of ${row.authorId}`);
    }
  }

  async heldAgainst(owner: pg.Client): Promise<Fuzzed> {
    const { rows } = await owner.query<{ id: string; author_id: string; couple_id: string }>(
      "select id, author_id, couple_id from entries",
    );
    const there = new Map(rows.map((row) => [row.id, row]));
    const lost = [...this.#acknowledged].flatMap(([id, { viewer }]) => {
      const row = there.get(id);
      if (!row) return [`${id} was acknowledged, and is not there`];
      return row.author_id === viewer.id && row.couple_id === viewer.coupleId
        ? []
        : [`${id} is somebody else's`];
    });
    const kept = [...this.#takenBack]
      .filter((id) => there.has(id))
      .map((id) => `${id} was taken back, and is there`);
    return {
      reads: this.#reads,
      writes: this.#acknowledged.size,
      failed: this.#failed,
      crossed: this.#crossed,
      lost: [...lost, ...kept],
    };
  }
}

/** Now and then a transaction takes its time, or more than it is given. */
async function dawdles(db: ViewerDb): Promise<void> {
  if (randomInt(3) > 0) return;
  if (randomInt(4) === 0) await db.$executeRaw`set local statement_timeout = '20ms'`;
  await db.$queryRaw`select 1 from (select pg_sleep(0.03 * random())) as slept`;
}

const writes = (db: ViewerDb, { viewer }: Person, id: string) =>
  db.entry.createMany({
    data: {
      coupleId: viewer.coupleId,
      authorId: viewer.id,
      id,
      kind: "caring_act",
      happenedOn: new Date("2026-03-01"),
      writtenOn: new Date("2026-03-01"),
      timeZone: "UTC",
      audience: randomInt(2) === 0 ? "only_me" : "partner",
    },
  });
