import "server-only";
import { randomUUID } from "node:crypto";
import { moveInto } from "@/lib/accounts/commands";
import type { SignedIn } from "@/lib/auth/gate";
import { foundBy } from "@/lib/couples/queries";
import { hashCode, hashToken, newCode, newToken } from "@/lib/crypto/tokens";
import type { Audience, Role } from "@/lib/db/generated/enums";
import { asSystem } from "@/lib/db/system";
import type { Viewer, ViewerDb } from "@/lib/db/viewer";
import { Refusal } from "@/lib/errors";

const LASTS_MS = 7 * 24 * 60 * 60_000;
const CODE_WORDS = 6;

/** Makes an invitation in place of any earlier one. Its link token and six words are returned once and kept as hashes. */
export async function invite(db: ViewerDb, viewer: SignedIn): Promise<{ token: string; words: string }> {
  if (viewer.partnerId) throw new Refusal("already_in_a_couple");
  await withdrawInvitation(db, viewer);
  const token = newToken();
  const words = newCode(CODE_WORDS);
  await db.invitation.createMany({
    data: {
      coupleId: viewer.coupleId,
      authorId: viewer.id,
      id: randomUUID(),
      linkHash: hashToken(token),
      codeHash: hashCode(words),
      expiresAt: new Date(Date.now() + LASTS_MS),
    },
  });
  return { token, words };
}

export async function withdrawInvitation(db: ViewerDb, viewer: Viewer): Promise<void> {
  await db.invitation.updateMany({
    where: { authorId: viewer.id, revokedAt: null, acceptedAt: null },
    data: { revokedAt: new Date() },
  });
}

/**
 * Accepting makes a new space for two and closes both spaces of one: what each wrote alone stays theirs, in a space
 * nobody else was ever in. Throws `invitation_gone`, `invitation_own` or `already_in_a_couple`.
 */
export async function acceptInvitation(viewer: SignedIn, key: string): Promise<void> {
  const invitation = await foundBy(key);
  if (!invitation) throw new Refusal("invitation_gone");
  if (invitation.authorId === viewer.id) throw new Refusal("invitation_own");
  if (viewer.partnerId) throw new Refusal("already_in_a_couple");

  const both = [invitation.authorId, viewer.id].sort();
  const shared = randomUUID();
  const alone = [invitation.coupleId, viewer.coupleId];
  await asSystem([...both, ...alone, shared, invitation.subject], async (db) => {
    const now = new Date();
    const { count } = await db.invitation.updateMany({
      where: { coupleId: invitation.coupleId, id: invitation.id, acceptedAt: null, revokedAt: null },
      data: { acceptedAt: now },
    });
    // Both are still where they were: ending their spaces of one counts them, and a second acceptance finds them ended.
    const closed = await db.couple.updateMany({
      where: { id: { in: alone }, endedAt: null },
      data: { endedAt: now },
    });
    if (count !== 1 || closed.count !== 2) throw new Refusal("invitation_gone");
    await moveInto(db, shared, both);
  });
}

/**
 * Ends the couple: at once, by one person, for good. Each goes on in a new space of their own, which holds nothing yet;
 * what each wrote stays with its author. Throws `not_in_a_couple`.
 */
export async function leave(viewer: SignedIn): Promise<void> {
  if (!viewer.partnerId) throw new Refusal("not_in_a_couple");
  const [row] = await asSystem(
    [viewer.coupleId],
    (db) => db.$queryRaw<{ ended: number }[]>`select app.leave(${viewer.coupleId}::uuid) as ended`,
  );
  if (row?.ended !== 1) throw new Refusal("not_in_a_couple");
}

/** Names one's own part, or retires the name: `unsaid` leaves no row. */
export async function chooseRole(
  db: ViewerDb,
  viewer: Viewer,
  role: Role | "unsaid",
  audience: Audience,
): Promise<void> {
  const key = { coupleId: viewer.coupleId, authorId: viewer.id };
  if (role === "unsaid") return void (await db.memberRole.deleteMany({ where: key }));
  await db.memberRole.upsert({
    where: { coupleId_authorId: key },
    create: { ...key, role, audience },
    update: { role, audience },
  });
}
