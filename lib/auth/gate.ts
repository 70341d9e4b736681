import "server-only";
import { redirect } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { readSession, readVisits } from "@/lib/auth/cookies";
import { hashToken } from "@/lib/crypto/tokens";
import { pool } from "@/lib/db/client";
import type { Locked } from "@/lib/db/locked";
import type { Viewer } from "@/lib/db/viewer";

/** A viewer, and what every page needs to know of them. `partnerId` is null in a space of one. */
export type SignedIn = Viewer & {
  readonly sessionId: string;
  readonly name: string;
  readonly partnerId: string | null;
  readonly partnerName: string | null;
  readonly timeZone: string;
  readonly noticeRead: boolean;
  readonly steppedUpAt: Date;
  readonly resetPending: boolean;
  /** On a device that others use too: it does not lock, it ends. */
  readonly shared: boolean;
  readonly hasPin: boolean;
  readonly writingHelp: boolean;
};

/** Someone whose device is locked, and what it takes to unlock it. No name, no partner, no space. */
export type LockedOut = Locked & {
  readonly locked: true;
  readonly sessionId: string;
  readonly timeZone: string;
  readonly noticeRead: boolean;
  /** Null where no PIN is set; 0 where only the passphrase is left. */
  readonly pinTriesLeft: number | null;
};

const row = z.object({
  session_id: z.uuid(),
  account_id: z.uuid(),
  couple_id: z.uuid(),
  partner_id: z.uuid().nullable(),
  name: z.string(),
  partner_name: z.string().nullable(),
  time_zone: z.string(),
  notice_read: z.boolean(),
  stepped_up_at: z.date(),
  reset_pending: z.boolean(),
  locked: z.boolean(),
  shared: z.boolean(),
  pin_tries_left: z.number().nullable(),
  writing_help: z.boolean(),
});

/**
 * Whose session a token is of, open or locked, or null: a session that was revoked or ran out is nobody. `isUse`: false
 * where it is not a person who asks, so that a page that only stands open does not keep its session from locking.
 */
export async function whoeverHolds(
  token: string,
  { isUse = true } = {},
): Promise<SignedIn | LockedOut | null> {
  const [found] = z
    .array(row)
    .max(1)
    .parse(await pool().$queryRaw`select * from app.enter(${hashToken(token)}, ${isUse})`);
  if (!found) return null;
  const both = {
    id: found.account_id,
    sessionId: found.session_id,
    timeZone: found.time_zone,
    noticeRead: found.notice_read,
  };
  if (found.locked) return { ...both, locked: true, pinTriesLeft: found.pin_tries_left } as LockedOut;
  return {
    ...both,
    coupleId: found.couple_id,
    name: found.name,
    partnerId: found.partner_id,
    partnerName: found.partner_name,
    steppedUpAt: found.stepped_up_at,
    resetPending: found.reset_pending,
    shared: found.shared,
    hasPin: found.pin_tries_left !== null,
    writingHelp: found.writing_help,
  } as SignedIn;
}

/** Whose open session a token is of, or null. */
export async function whoHolds(token: string, how?: { isUse: boolean }): Promise<SignedIn | null> {
  return ifOpen(await whoeverHolds(token, how));
}

const ifOpen = (found: SignedIn | LockedOut | null) => (found && !("locked" in found) ? found : null);

/** Whose session this device holds, open or locked, asked of the database once a request. */
export const whoeverIsThere = cache(async (): Promise<SignedIn | LockedOut | null> => {
  const claim = await readSession();
  const found = claim && (await whoeverHolds(claim.sid));
  return found && found.id === claim.sub ? found : null;
});

/** Who is signed in on this device and has it open. */
export async function whoIsThere(): Promise<SignedIn | null> {
  return ifOpen(await whoeverIsThere());
}

/** The tokens of what somebody without an account has open on this device; none while it is locked. */
export async function visitsHere(): Promise<readonly string[]> {
  const there = await whoeverIsThere();
  return there && "locked" in there ? [] : readVisits();
}

/** The signed-in person, or a redirect to where they unlock or sign in. Every page of the couple's begins with it. */
export async function requireViewer(): Promise<SignedIn> {
  const there = await whoeverIsThere();
  if (!there) redirect("/sign-in");
  return "locked" in there ? redirect("/locked") : there;
}

/** The same for pages where something is written: nothing is, before the plain notice was read. */
export async function requireWriter(): Promise<SignedIn> {
  const viewer = await requireViewer();
  return viewer.noticeRead ? viewer : redirect("/notice");
}

/** The person whose device is locked, or a redirect. Every page of a locked device begins with it. */
export async function requireLocked(): Promise<LockedOut> {
  const there = await whoeverIsThere();
  if (!there) redirect("/sign-in");
  return "locked" in there ? there : redirect("/today");
}
