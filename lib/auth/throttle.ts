import "server-only";
import { Pool } from "pg";
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { env } from "@/lib/env";
import { Refusal } from "@/lib/errors";
import { describe, log } from "@/lib/web/log";

const DAY = 24 * 60 * 60;
const LONGEST_WAIT = 15 * 60;

/** The housekeeping role's own small pool: it owns the throttle's table and the job queue, and reads nothing else. */
export function housekeepingPool(): Pool {
  held.keelHousekeeping ??= openPool();
  return held.keelHousekeeping;
}

function openPool(): Pool {
  const pool = new Pool({
    connectionString: env().SERVING_DATABASE_URL,
    max: 4,
    options: "-c role=keel_jobs",
  });
  // A database that restarts ends connections, idle or in use; unheard, that would end the server too.
  const lost = (error: unknown) => log().warn({ error: describe(error) }, "a connection was lost");
  pool.on("error", lost);
  pool.on("connect", (client) => client.on("error", lost));
  return pool;
}

const held = globalThis as { keelHousekeeping?: Pool; keelLimiters?: ReturnType<typeof limiters> };

function limiters() {
  const shared = {
    storeClient: housekeepingPool(),
    tableName: "rate_limits",
    tableCreated: true,
    clearExpiredByTimeout: true,
  };
  return {
    tries: new RateLimiterPostgres({
      ...shared,
      keyPrefix: "tries",
      points: Number.MAX_SAFE_INTEGER,
      duration: DAY,
    }),
    waits: new RateLimiterPostgres({ ...shared, keyPrefix: "waits", points: 1, duration: LONGEST_WAIT }),
    actions: new RateLimiterMemory({ points: 240, duration: 60 }),
    documents: new RateLimiterMemory({ points: 12, duration: 10 * 60 }),
  };
}

const ready = () => {
  held.keelLimiters ??= limiters();
  return held.keelLimiters;
};

/** Seconds between tries after the `n`th one too many: doubling from fifteen seconds to a quarter of an hour, never for good. */
export const waitAfter = (tooMany: number) => Math.min(15 * 2 ** Math.max(0, tooMany - 1), LONGEST_WAIT);

/**
 * Counts a try before it is judged, so that a thousand at once are no better than one after another.
 * Throws a Refusal with the minutes to wait.
 * @param free tries in a day before waiting begins
 */
export async function countTry(key: string, free: number): Promise<void> {
  const { tries, waits } = ready();
  const { consumedPoints } = await tries.penalty(key);
  if (consumedPoints <= free) return;
  try {
    await waits.consume(key, 1, { customDuration: waitAfter(consumedPoints - free) });
  } catch (held) {
    if (held instanceof RateLimiterRes)
      throw new Refusal("too_many_tries", { minutes: Math.ceil(held.msBeforeNext / 60_000) });
    throw held;
  }
}

/** Forgets the tries that led to a success. */
export async function forgetTries(key: string): Promise<void> {
  await Promise.all([ready().tries.delete(key), ready().waits.delete(key)]);
}

/** What one signed-in session may ask for in a minute: far above any person, far below a loop. */
export const countAction = (sessionId: string) => countIn(ready().actions, sessionId);

/** Documents that one session or visit may have drawn in ten minutes: all wait for the same one who draws. */
export const countDocument = (key: string) => countIn(ready().documents, key);

async function countIn(limiter: RateLimiterMemory, key: string): Promise<void> {
  await limiter.consume(key).catch((over: unknown) => {
    if (!(over instanceof RateLimiterRes)) throw over;
    throw new Refusal("too_many_tries", { minutes: Math.ceil(over.msBeforeNext / 60_000) });
  });
}
