import "server-only";
import type { SignedIn } from "@/lib/auth/gate";
import { type WritingHelp, writingHelpFor } from "@/lib/coach/rules";
import { hashCode, hashToken, hex } from "@/lib/crypto/tokens";
import type { Role } from "@/lib/db/generated/enums";
import { asSystem } from "@/lib/db/system";
import type { Viewer, ViewerDb } from "@/lib/db/viewer";

type Found = {
  readonly coupleId: string;
  readonly authorId: string;
  readonly id: string;
  readonly subject: string;
};

/** The live invitation that a link token or six words open, or null. Used, withdrawn, expired and never made are one answer. */
export async function foundBy(key: string): Promise<Found | null> {
  for (const hash of [hashToken(key), hashCode(key)]) {
    const subject = hex(hash);
    const found = await asSystem([subject], (db) =>
      db.invitation.findFirst({
        where: {
          OR: [{ linkHash: hash }, { codeHash: hash }],
          revokedAt: null,
          acceptedAt: null,
          expiresAt: { gt: new Date() },
        },
        select: { coupleId: true, authorId: true, id: true },
      }),
    );
    if (found) return { ...found, subject };
  }
  return null;
}

/** Whose invitation a key opens, by name, or null. */
export async function inviterOf(key: string): Promise<{ id: string; name: string } | null> {
  const invitation = await foundBy(key);
  if (!invitation) return null;
  const profile = await asSystem([invitation.authorId], (db) =>
    db.profile.findUnique({ where: { accountId: invitation.authorId } }),
  );
  return profile && { id: profile.accountId, name: profile.name };
}

/** When the viewer's open invitation ends, or null where there is none. Its link and words are known only to whoever was shown them. */
async function openInvitation(db: ViewerDb, viewer: Viewer): Promise<{ expiresAt: Date } | null> {
  return db.invitation.findFirst({
    where: { authorId: viewer.id, revokedAt: null, acceptedAt: null, expiresAt: { gt: new Date() } },
    select: { expiresAt: true },
  });
}

/** How the viewer names their own part in the present space, or null where they do not. */
export async function ownRole(db: ViewerDb, { coupleId, id: authorId }: SignedIn): Promise<Role | null> {
  const own = await db.memberRole.findUnique({ where: { coupleId_authorId: { coupleId, authorId } } });
  return own?.role ?? null;
}

/** Whether the viewer has help with what they write here, is offered it, or neither. */
export const writingHelpOf = async (db: ViewerDb, viewer: SignedIn): Promise<WritingHelp> =>
  writingHelpFor(viewer.writingHelp, await ownRole(db, viewer));

/** The same where it is not offered: nothing is asked for whoever has not chosen it. */
export const chosenHelpOf = async (db: ViewerDb, viewer: SignedIn): Promise<WritingHelp> =>
  viewer.writingHelp ? writingHelpOf(db, viewer) : "off";

/** What the page about the two of them shows: the viewer's part as they name it, their partner's where it is shown, an open invitation. */
export async function partnerPage(db: ViewerDb, viewer: SignedIn) {
  const roleOf = (authorId: string) =>
    db.memberRole.findUnique({
      where: { coupleId_authorId: { coupleId: viewer.coupleId, authorId } },
      select: { role: true, audience: true },
    });
  return {
    role: await roleOf(viewer.id),
    partnersRole: viewer.partnerId ? ((await roleOf(viewer.partnerId))?.role ?? null) : null,
    invitation: await openInvitation(db, viewer),
  };
}
