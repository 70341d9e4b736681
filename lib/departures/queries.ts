import "server-only";
import type { SignedIn } from "@/lib/auth/gate";
import type { ViewerDb } from "@/lib/db/viewer";

/** When the viewer means to leave, or null. Nobody else can ask. */
export async function ownDeparture(
  db: ViewerDb,
  { coupleId, id: authorId }: SignedIn,
): Promise<{ readonly leaveAt: Date } | null> {
  return db.departure.findUnique({
    where: { coupleId_authorId: { coupleId, authorId } },
    select: { leaveAt: true },
  });
}

/** Whether the viewer is alone now and was not before: accepting an invitation and leaving are what makes a second space. */
export async function hasParted(db: ViewerDb, { id: accountId, partnerId }: SignedIn): Promise<boolean> {
  return partnerId === null && (await db.member.count({ where: { accountId } })) > 1;
}
