import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { Temporal } from "temporal-polyfill";
import { freshDatabase } from "@/tests/support/database";
import { startServer } from "@/tests/support/server";

/** A server of a test's own, in whose process it is whatever time the test says. */
export type ClockedServer = {
  readonly url: string;
  /** Sets its clock, which goes on from there. `moment` is what a clock in Berlin shows: `2031-03-10T21:30`. */
  readonly itIs: (moment: string) => Promise<void>;
  readonly stop: () => Promise<void>;
};

const PRELOAD = fileURLToPath(new URL("clock-preload.mjs", import.meta.url));

/**
 * Starts one over a database of its own. Choose a moment to come, and go on from there: sessions, invitations and space also
 * end by the clock of Postgres, which stays real, and in the past they would have ended before they begin. When corrections
 * arrive is reckoned by that clock alone. There is no mail: its schedule would catch up on every minute that was skipped.
 */
export async function startServerAt(moment: string): Promise<ClockedServer> {
  const database = await freshDatabase();
  const settings = { CLOCK_STARTS_AT: String(inBerlin(moment)), TRUSTED_PROXIES: "127.0.0.1, ::1" };
  const { url, child, stop } = await startServer(database, settings, [PRELOAD]);
  return {
    url,
    itIs: async (moment) => {
      const set = once(child, "message");
      child.send({ clock: inBerlin(moment) });
      await set;
    },
    stop: async () => {
      await stop();
      await database.drop();
    },
  };
}

const inBerlin = (moment: string) =>
  Temporal.PlainDateTime.from(moment).toZonedDateTime("Europe/Berlin").epochMilliseconds;
