import "server-only";
import type { SignedIn } from "@/lib/auth/gate";
import { places } from "@/lib/crypto/places";
import { hashToken, hex } from "@/lib/crypto/tokens";
import { open } from "@/lib/crypto/words";
import type { GuestLink, Packet } from "@/lib/db/generated/client";
import type { PacketKind } from "@/lib/db/generated/enums";
import { asGuest, type GuestDb } from "@/lib/db/guest";
import type { ViewerDb } from "@/lib/db/viewer";
import { endsAt, type LinkView } from "@/lib/guests/rules";
import { contentOf, type PartPage, type ReadItems } from "@/lib/packets/queries";
import { type Day, fromColumn } from "@/lib/time/day";

/** The viewer's own links to their part of a packet, the latest first, each with when it was opened. */
export async function ownLinks(db: ViewerDb, viewer: SignedIn, packet: PacketKey): Promise<LinkView[]> {
  const makerId = packet.mine ? viewer.id : viewer.partnerId;
  if (!makerId) return [];
  const links = await linksMade(db, viewer, { coupleId: viewer.coupleId, makerId, packetId: packet.id });
  return links.map((link) => ({
    id: link.id,
    forWhom: link.forWhom,
    endsAt: endsAt(link),
    open: link.revokedAt === null && endsAt(link) > new Date(),
    visits: link.visits,
  }));
}

/** A link as its author made it, for whom, and when it was opened, the latest first. */
export type LinkMade = Pick<GuestLink, "coupleId" | "id" | "madeAt" | "days" | "revokedAt"> &
  Pick<LinkView, "forWhom" | "visits">;

/** The viewer's own links, of one packet or of every one in every space, the latest first. */
export async function linksMade(
  db: ViewerDb,
  viewer: SignedIn,
  packet: Partial<Pick<GuestLink, "coupleId" | "makerId" | "packetId">> = {},
): Promise<LinkMade[]> {
  const rows = await db.guestLink.findMany({
    where: { authorId: viewer.id, ...packet },
    select: {
      coupleId: true,
      authorId: true,
      id: true,
      madeAt: true,
      days: true,
      revokedAt: true,
      ciphertext: true,
      visits: { select: { openedAt: true, savedAt: true }, orderBy: { openedAt: "desc" } },
    },
    orderBy: [{ madeAt: "desc" }, { id: "desc" }],
  });
  return rows.map((row) => ({ ...row, forWhom: forWhom(row) }));
}

type PacketKey = { readonly id: string; readonly mine: boolean };

const forWhom = (link: Pick<GuestLink, "coupleId" | "authorId" | "id" | "ciphertext">) =>
  open(link.ciphertext, places.guestLink(link));

export const hashesOf = (visits: readonly string[]) => visits.map((visit) => hex(hashToken(visit)));

/** A part of a packet that a guest reads, and whose it is. */
export type GuestPart = PartPage & { readonly link: string; readonly name: string };

/** What somebody without an account reads: of one packet, the parts whose links they have open. */
export type Notes = {
  readonly kind: PacketKind;
  readonly from: Day;
  readonly to: Day;
  readonly parts: readonly GuestPart[];
  /** For whom its links were made, where that was said. */
  readonly forWhom: readonly string[];
};

/** The notes that one of these visits' links leads to; null where none of them opens it at this moment, whatever the reason. */
export async function notesOf(visits: readonly string[], id: string): Promise<Notes | null> {
  return asGuest(hashesOf(visits), async (db) => {
    const links = await openLinks(db, visits);
    const asked = links.find((link) => link.id === id);
    if (!asked) return null;
    const { coupleId, makerId, packetId } = asked;
    const packet = await db.packet.findFirst({ where: { coupleId, authorId: makerId, id: packetId } });
    if (!packet) return null;
    const beside = links.filter((link) => link.makerId === makerId && link.packetId === packetId);
    const parts: GuestPart[] = [];
    for (const link of beside) parts.push(...(await partOf(db, link)));
    if (parts.length === 0) return null;
    return { ...aboutOf(packet), parts, forWhom: [...new Set(beside.map(forWhom).filter(Boolean))] };
  });
}

const aboutOf = ({ kind, fromDay, toDay }: Packet) => ({
  kind,
  from: fromColumn(fromDay),
  to: fromColumn(toDay),
});

type OpenLink = Pick<GuestLink, "coupleId" | "makerId" | "packetId" | "authorId" | "id" | "ciphertext">;

/** One for each person, of what they put into each packet. */
async function openLinks(db: GuestDb, visits: readonly string[]): Promise<OpenLink[]> {
  const opened = await db.guestVisit.findMany({
    where: { tokenHash: { in: visits.map(hashToken) } },
    select: { coupleId: true, authorId: true, linkId: true },
  });
  return db.guestLink.findMany({
    where: { OR: opened.map(({ linkId, ...whose }) => ({ ...whose, id: linkId })) },
    select: { coupleId: true, makerId: true, packetId: true, authorId: true, id: true, ciphertext: true },
    distinct: ["coupleId", "makerId", "packetId", "authorId"],
  });
}

async function partOf(
  db: GuestDb,
  { id: link, coupleId, makerId, packetId, authorId }: OpenLink,
): Promise<GuestPart[]> {
  const key = { coupleId, makerId, packetId, authorId };
  const part = await db.packetPart.findFirst({ where: key });
  const profile = await db.profile.findFirst({ where: { accountId: authorId } });
  if (!part?.consentedOn || !profile) return [];
  const read: ReadItems = async (asked) => {
    const rows = await db.packetItem.findMany({ ...asked, omit: { shown: true } });
    return rows.map((row) => ({ ...row, shown: true }));
  };
  const content = await contentOf(part, read, false);
  const about = { mine: false, makers: authorId === makerId, consentedOn: fromColumn(part.consentedOn) };
  return [{ ...about, ...content, link, name: profile.name }];
}
