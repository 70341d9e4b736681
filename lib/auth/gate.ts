import "server-only";
import { redirect } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { readSession } from "@/lib/auth/cookies";
import { hashToken } from "@/lib/crypto/tokens";
import { pool } from "@/lib/db/client";
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
});

/** Whose session a token opens, or null: a revoked session is nobody on the next request. */
export async function whoHolds(token: string): Promise<SignedIn | null> {
  const [found] = z
    .array(row)
    .max(1)
    .parse(await pool().$queryRaw`select * from app.enter(${hashToken(token)})`);
  if (!found) return null;
  return {
    id: found.account_id,
    coupleId: found.couple_id,
    sessionId: found.session_id,
    name: found.name,
    partnerId: found.partner_id,
    partnerName: found.partner_name,
    timeZone: found.time_zone,
    noticeRead: found.notice_read,
    steppedUpAt: found.stepped_up_at,
    resetPending: found.reset_pending,
  } as SignedIn;
}

/** Who is signed in on this device, asked of the database once a request. */
export const whoIsThere = cache(async (): Promise<SignedIn | null> => {
  const claim = await readSession();
  const found = claim && (await whoHolds(claim.sid));
  return found && found.id === claim.sub ? found : null;
});

/** The signed-in person, or a redirect to the sign-in page. Every page of the couple's begins with it. */
export async function requireViewer(): Promise<SignedIn> {
  return (await whoIsThere()) ?? redirect("/sign-in");
}

/** The same for pages where something is written: nothing is, before the plain notice was read. */
export async function requireWriter(): Promise<SignedIn> {
  const viewer = await requireViewer();
  return viewer.noticeRead ? viewer : redirect("/notice");
}
