import "server-only";
import { randomUUID } from "node:crypto";
import type { SignedIn } from "@/lib/auth/gate";
import { places } from "@/lib/crypto/places";
import { hashCode, hashToken, hex, newCode, newToken } from "@/lib/crypto/tokens";
import { seal } from "@/lib/crypto/words";
import { asGuest } from "@/lib/db/guest";
import { unlessNotAgreed } from "@/lib/db/refused";
import { asSystem } from "@/lib/db/system";
import type { ViewerDb } from "@/lib/db/viewer";
import { Refusal } from "@/lib/errors";
import { hashesOf } from "@/lib/guests/queries";
import { CODE_WORDS } from "@/lib/guests/rules";
import type { EndLinkInput, MakeLinkInput, OpenNotesInput } from "@/lib/guests/schema";
import { packetNamed, partKey } from "@/lib/packets/queries";

/**
 * Makes a link to one's own part of a packet, in place of any earlier one. Its token and its words are answered once, and kept
 * as hashes. Throws `packet_gone`, or `not_all_agreed` where somebody whose packet it is has not agreed to it.
 */
export async function makeLink(
  db: ViewerDb,
  viewer: SignedIn,
  { packet: id, whose, for_whom, days }: MakeLinkInput,
): Promise<{ token: string; words: string }> {
  const packet = await packetNamed(db, viewer, id, whose);
  if (!packet) throw new Refusal("packet_gone");
  const part = partKey(packet, viewer.id);
  // Of two made at once the second waits, and ends the first.
  await db.$queryRaw`
    select from packet_parts where (couple_id, maker_id, packet_id, author_id)
      = (${part.coupleId}::uuid, ${part.makerId}::uuid, ${part.packetId}::uuid, ${part.authorId}::uuid) for update`;
  await db.guestLink.updateMany({ where: { ...part, revokedAt: null }, data: { revokedAt: new Date() } });
  const [token, words] = [newToken(), newCode(CODE_WORDS)];
  const link = { ...part, id: randomUUID() };
  const made = db.guestLink.createMany({
    data: {
      ...link,
      linkHash: hashToken(token),
      codeHash: hashCode(words),
      days,
      ciphertext: seal(for_whom, places.guestLink(link)),
    },
  });
  await unlessNotAgreed(made);
  return { token, words };
}

/** Ends a link of one's own, at once and for good. One that has ended stays so. */
export async function endLink(db: ViewerDb, viewer: SignedIn, { link }: EndLinkInput): Promise<void> {
  await db.guestLink.updateMany({
    where: { authorId: viewer.id, id: link, revokedAt: null },
    data: { revokedAt: new Date() },
  });
}

/**
 * Opens what a link and its words open together, and answers the id it is read under and the token of the visit. Throws
 * `link_closed`, whichever of the two is wrong and whatever has become of the link.
 */
export async function openNotes({
  token,
  code,
}: OpenNotesInput): Promise<{ readonly link: string; readonly visit: string }> {
  const both = [hex(hashToken(token)), hex(hashCode(code))];
  return asSystem(both, async (db) => {
    const link = await db.guestLink.findFirst({
      where: { linkHash: hashToken(token) },
      select: { coupleId: true, authorId: true, id: true },
    });
    if (!link) throw new Refusal("link_closed");
    const visit = newToken();
    const { id: linkId, ...whose } = link;
    await db.guestVisit.createMany({
      data: { ...whose, linkId, id: randomUUID(), tokenHash: hashToken(visit) },
    });
    return { link: linkId, visit };
  });
}

/** Notes for its author that what somebody read was saved as a document. */
export async function noteSaved(visits: readonly string[], links: readonly string[]): Promise<void> {
  const hashes = hashesOf(visits);
  await asGuest(
    hashes,
    (db) => db.$executeRaw`
      update guest_visits set saved_at = now() where encode(token_hash, 'hex') = any (${hashes}) and link_id = any (${links}::uuid[])`,
  );
}

/** Ends visits before their time is over, by the clock that says when it is. */
export async function endVisits(visits: readonly string[]): Promise<void> {
  const hashes = hashesOf(visits);
  await asGuest(
    hashes,
    (db) =>
      db.$executeRaw`update guest_visits set open_until = now() where encode(token_hash, 'hex') = any (${hashes})`,
  );
}
