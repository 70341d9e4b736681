import "server-only";
import { Temporal } from "temporal-polyfill";
import { agreeTo, propose, takeProposalBack } from "@/lib/agreements/commands";
import { ofTheSpace } from "@/lib/agreements/queries";
import type { SignedIn } from "@/lib/auth/gate";
import type { ViewerDb } from "@/lib/db/viewer";
import { begin, type Here, own } from "@/lib/entries/commands";
import { Refusal } from "@/lib/errors";
import { isTooSoon, returnTime } from "@/lib/space/rules";
import type { SpaceInput } from "@/lib/space/schema";

/**
 * Asks the other for space until a time of one's own; asked again, the new time takes the place of the old one.
 * Throws `not_in_a_couple`, `space_short` for less than twenty minutes, or `sent_already` for a form sent with another time.
 */
export async function askForSpace(
  db: ViewerDb,
  here: Here,
  { entry, wanted }: SpaceInput,
  now: Temporal.Instant = Temporal.Now.instant(),
): Promise<void> {
  const { viewer } = here;
  if (!viewer.partnerId) throw new Refusal("not_in_a_couple");
  const until = returnTime(wanted, viewer.timeZone, now);
  if (isTooSoon(until, now)) throw new Refusal("space_short");
  const moment = new Date(until.epochMilliseconds);
  if (!(await begin(db, here, { id: entry, kind: "space", audience: "partner" })))
    return refuseUnlessAsked(db, viewer, entry, moment);
  await endSpace(db, viewer);
  await db.spaceRequest.createMany({
    data: { ...own(viewer), entryId: entry, until: moment },
  });
}

/** The same form again, within the five minutes that times are told in, is done. Throws `sent_already`. */
async function refuseUnlessAsked(
  db: ViewerDb,
  viewer: SignedIn,
  entryId: string,
  until: Date,
): Promise<void> {
  const asked = await db.spaceRequest.findFirst({ where: { ...own(viewer), entryId } });
  const apart = Math.abs(until.getTime() - (asked?.until.getTime() ?? 0));
  if (apart > 5 * 60_000) throw new Refusal("sent_already");
}

/** Says that one is back: to the other while the time runs, and to oneself once it has passed. Throws `not_found`. */
export async function comeBack(db: ViewerDb, viewer: SignedIn, entryId: string): Promise<void> {
  const request = await db.spaceRequest.findFirst({ where: { ...own(viewer), entryId } });
  if (!request) throw new Refusal("not_found");
  await endSpace(db, viewer);
}

/** Ends whatever runs of one's own: two windows may have asked. */
async function endSpace(db: ViewerDb, viewer: SignedIn): Promise<void> {
  const open = await db.spaceRequest.findMany({
    where: { ...own(viewer), over: false, entry: { spaceReturns: { none: {} } } },
  });
  for (const { entryId, until } of open) {
    const key = { ...own(viewer), entryId };
    if (until > new Date()) await db.spaceRequest.updateMany({ where: key, data: { over: true } });
    else await db.spaceReturn.createMany({ data: key, skipDuplicates: true });
  }
}

/** Proposes the sentence that asking for space is said with. Throws as `propose` does. */
export const proposeWords = (db: ViewerDb, viewer: SignedIn, sentence: string) =>
  propose(db, viewer, ofTheSpace(viewer, "space_sentence"), sentence);

/** Agrees to the sentence the other proposes, as it was read. Throws `proposal_gone`. */
export const agreeToWords = (db: ViewerDb, viewer: SignedIn, name: string) =>
  agreeTo(db, viewer, ofTheSpace(viewer, "space_sentence"), name);

/** Takes back the sentence one proposed, as long as nobody agreed. Throws `proposal_gone`. */
export const takeWordsBack = (db: ViewerDb, viewer: SignedIn, name: string) =>
  takeProposalBack(db, viewer, ofTheSpace(viewer, "space_sentence"), name);
