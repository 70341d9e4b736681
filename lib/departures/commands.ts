import "server-only";
import { Temporal } from "temporal-polyfill";
import type { SignedIn } from "@/lib/auth/gate";
import { asSystem } from "@/lib/db/system";
import type { ViewerDb } from "@/lib/db/viewer";
import { canBeChosen } from "@/lib/departures/rules";
import { Refusal } from "@/lib/errors";
import { describe, log } from "@/lib/web/log";

const EVERY_MS = 60_000;

/** Chooses when to leave, in place of any earlier choice. Throws `not_in_a_couple` or `moment_range`. */
export async function leaveAt(
  db: ViewerDb,
  { id: authorId, coupleId, partnerId }: SignedIn,
  moment: Temporal.Instant,
): Promise<void> {
  if (!partnerId) throw new Refusal("not_in_a_couple");
  if (!canBeChosen(moment, Temporal.Now.instant())) throw new Refusal("moment_range");
  const leaveAt = new Date(moment.epochMilliseconds);
  await db.departure.upsert({
    where: { coupleId_authorId: { coupleId, authorId } },
    create: { coupleId, authorId, leaveAt },
    update: { leaveAt },
  });
}

/** Takes the choice back, where there is one. */
export async function stay(db: ViewerDb, { id: authorId }: SignedIn): Promise<void> {
  await db.departure.deleteMany({ where: { authorId } });
}

/** Ends every space that somebody meant to have left by now. Answers how many. */
export async function leaveWhereDue(): Promise<number> {
  const [row] = await asSystem(
    [],
    (db) => db.$queryRaw<{ ended: number }[]>`select app.leave_where_due() as ended`,
  );
  return row?.ended ?? 0;
}

/**
 * Looks once a minute, for as long as the server runs, for those whom nobody's coming has ended yet. It is one statement
 * that can be asked any number of times: there is nothing to queue, and nothing is lost with a minute that was missed.
 */
export function keepLeaving(): void {
  const look = () =>
    leaveWhereDue().catch((error: unknown) => {
      log().error({ error: describe(error) }, "spaces that were due to end were not looked for");
    });
  setInterval(look, EVERY_MS).unref();
}
