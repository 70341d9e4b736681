import "server-only";
import type { SignedIn } from "@/lib/auth/gate";
import { places } from "@/lib/crypto/places";
import { seal } from "@/lib/crypto/words";
import type { Packet } from "@/lib/db/generated/client";
import { unlessTakenBack } from "@/lib/db/refused";
import type { ViewerDb } from "@/lib/db/viewer";
import { type Here, own } from "@/lib/entries/commands";
import { Refusal } from "@/lib/errors";
import { candidatesIn, columnsOf, contentNow, digestOf, packetNamed, partKey } from "@/lib/packets/queries";
import { beginsWith, type Candidate, isPutInWhole, itemOf, LONGEST } from "@/lib/packets/rules";
import type {
  BeginInput,
  CommitmentsInput,
  ConsentInput,
  GroupInput,
  ItemsInput,
  PacketInput,
} from "@/lib/packets/schema";
import { daysBetween, fromColumn, toColumn } from "@/lib/time/day";

/**
 * Begins a packet of some days with one's own part in it. Sent twice it is one. Throws `packet_range` for days that do not
 * follow, are ahead or too many, `not_in_a_couple` for one of both where there is nobody else, or `sent_already`.
 */
export async function beginPacket(db: ViewerDb, { viewer, today }: Here, input: BeginInput): Promise<void> {
  const { packet: id, packet_kind: kind, from, to } = input;
  if (from > to || to > today || daysBetween(from, to) >= LONGEST) throw new Refusal("packet_range");
  if (kind === "joint" && !viewer.partnerId) throw new Refusal("not_in_a_couple");
  const key = { ...own(viewer), id };
  const about = { kind, ...columnsOf(input) };
  const made = await db.packet.createMany({
    data: { ...key, ...about, madeOn: toColumn(today) },
    skipDuplicates: true,
  });
  const packet = await db.packet.findFirstOrThrow({ where: key });
  if (made.count === 1) return begin(db, viewer, packet);
  if (packet.kind !== kind || fromColumn(packet.fromDay) !== from || fromColumn(packet.toDay) !== to)
    throw new Refusal("sent_already");
}

/** Begins one's own part in what the other began. Throws `packet_gone`. */
export async function beginPart(db: ViewerDb, viewer: SignedIn, input: PacketInput): Promise<void> {
  const packet = await theirs(db, viewer, input);
  if ((await db.packetPart.count({ where: partKey(packet, viewer.id) })) === 0)
    await begin(db, viewer, packet);
}

async function begin(db: ViewerDb, viewer: SignedIn, packet: Packet): Promise<void> {
  const part = { ...partKey(packet, viewer.id), withCommitments: true };
  await unlessTakenBack(db.packetPart.createMany({ data: part, skipDuplicates: true }));
  await putIn(
    db,
    viewer,
    packet,
    beginsWith(await candidatesIn(db, viewer, packet), packet.kind === "joint"),
  );
}

/** Puts in a group, what of it the other can read already, or takes it out. Throws as `preparing` does. */
export async function putGroup(db: ViewerDb, viewer: SignedIn, input: GroupInput): Promise<void> {
  const packet = await preparing(db, viewer, input);
  const of = (await candidatesIn(db, viewer, packet)).filter(({ group }) => group === input.group);
  if (input.put === "none") return takeOut(db, viewer, packet, of);
  const whole = input.put === "all" && isPutInWhole(input.group);
  await putIn(db, viewer, packet, whole ? of : of.filter(({ shown }) => shown));
}

/** Of what was listed, puts in what was chosen and takes out the rest. Throws as `preparing` does. */
export async function putItems(db: ViewerDb, viewer: SignedIn, input: ItemsInput): Promise<void> {
  const packet = await preparing(db, viewer, input);
  const [listed, chosen] = [new Set(input.listed.map(itemOf)), new Set(input.item.map(itemOf))];
  const there = (await candidatesIn(db, viewer, packet)).filter((one) => listed.has(itemOf(one)));
  await takeOut(
    db,
    viewer,
    packet,
    there.filter((one) => !chosen.has(itemOf(one))),
  );
  await putIn(
    db,
    viewer,
    packet,
    there.filter((one) => chosen.has(itemOf(one))),
  );
}

/** Whether one's own commitments are in, with what became of them. Throws as `preparing` does. */
export async function putCommitments(db: ViewerDb, viewer: SignedIn, input: CommitmentsInput): Promise<void> {
  const packet = await preparing(db, viewer, input);
  await db.packetPart.updateMany({
    where: partKey(packet, viewer.id),
    data: { withCommitments: input.commitments === "yes" },
  });
}

const rowOf = (
  viewer: SignedIn,
  packet: Packet,
  { entry, portion }: Pick<Candidate, "entry" | "portion">,
) => ({
  ...partKey(packet, viewer.id),
  entryId: entry,
  portion,
});

async function putIn(
  db: ViewerDb,
  viewer: SignedIn,
  packet: Packet,
  some: readonly Candidate[],
): Promise<void> {
  if (some.length === 0) return;
  await db.packetItem.createMany({
    data: some.map((one) => rowOf(viewer, packet, one)),
    skipDuplicates: true,
  });
}

async function takeOut(
  db: ViewerDb,
  viewer: SignedIn,
  packet: Packet,
  some: readonly Candidate[],
): Promise<void> {
  for (const portion of ["numbers", "words"] as const) {
    const entryId = { in: some.filter((one) => one.portion === portion).map(({ entry }) => entry) };
    await db.packetItem.deleteMany({ where: { ...partKey(packet, viewer.id), portion, entryId } });
  }
}

/**
 * Consents to one's own part as it was previewed: it is kept as it stands at this moment. Throws `packet_changed` where it
 * is not what was seen, `packet_empty` where there is nothing in it, and as `preparing` does.
 */
export async function consentTo(db: ViewerDb, { viewer, today }: Here, input: ConsentInput): Promise<void> {
  const packet = await preparing(db, viewer, input);
  const where = partKey(packet, viewer.id);
  const part = await db.packetPart.findFirstOrThrow({ where });
  await holdEntries(db, where);
  const prepared = await contentNow(db, viewer, packet, part);
  const { commitments } = prepared.content;
  if (prepared.rows.length === 0 && !commitments?.length) throw new Refusal("packet_empty");
  if (digestOf(prepared) !== input.seen) throw new Refusal("packet_changed");
  await db.packetItem.deleteMany({ where });
  await db.packetItem.createMany({
    data: prepared.rows.map(({ entryId, portion, snapshot }) => {
      const key = { ...where, entryId, portion };
      return { ...key, ciphertext: seal(JSON.stringify(snapshot), places.packetItem(key)) };
    }),
  });
  // What was shown or taken back at this very moment.
  const kept = await db.packetItem.findMany({ where, select: { entryId: true, portion: true, shown: true } });
  const named = ({ entryId, portion }: Pick<(typeof kept)[number], "entryId" | "portion">) =>
    itemOf({ entry: entryId, portion });
  const asKept = new Map(kept.map((one) => [named(one), one.shown]));
  if (prepared.rows.some((one) => asKept.get(named(one)) !== one.shown)) throw new Refusal("packet_changed");
  await db.packetPart.updateMany({
    where,
    data: {
      consentedOn: toColumn(today),
      ciphertext: commitments && seal(JSON.stringify(commitments), places.packetPart(where)),
    },
  });
}

/** Who takes one of them back meanwhile comes before or after, and not into each other's way. */
async function holdEntries(db: ViewerDb, where: ReturnType<typeof partKey>): Promise<void> {
  const rows = await db.packetItem.findMany({ where, select: { entryId: true } });
  const ids = rows.map(({ entryId }) => entryId);
  await db.$queryRaw`
    select id from entries
    where couple_id = ${where.coupleId}::uuid and author_id = ${where.authorId}::uuid and id = any (${ids}::uuid[])
    order by id for share`;
}

/** Takes one's consent back: what was put in stays one's own to change, and nobody else finds any of it. Throws `packet_gone`. */
export async function withdraw(db: ViewerDb, viewer: SignedIn, input: PacketInput): Promise<void> {
  const packet = await theirs(db, viewer, input);
  const where = partKey(packet, viewer.id);
  await db.packetPart.updateMany({ where, data: { consentedOn: null, ciphertext: null } });
  // What was kept of it is forgotten; what was chosen stays chosen.
  const chosen = await db.packetItem.findMany({ where, select: { entryId: true, portion: true } });
  await db.packetItem.deleteMany({ where });
  if (chosen.length > 0)
    await db.packetItem.createMany({ data: chosen.map((one) => ({ ...where, ...one })) });
}

/**
 * Takes one's own part out, and with it what one began: unless the other has agreed to theirs, which is theirs to take out.
 * Throws `packet_gone`.
 */
export async function deletePacket(db: ViewerDb, viewer: SignedIn, input: PacketInput): Promise<void> {
  const packet = await theirs(db, viewer, input);
  await db.packetPart.deleteMany({ where: partKey(packet, viewer.id) });
  if (packet.authorId === viewer.id) await db.packet.deleteMany({ where: { ...own(viewer), id: packet.id } });
}

/** The packet that a form names. Throws `packet_gone` where it is not there any more. */
async function theirs(db: ViewerDb, viewer: SignedIn, { packet, whose }: PacketInput): Promise<Packet> {
  const found = await packetNamed(db, viewer, packet, whose);
  if (!found) throw new Refusal("packet_gone");
  return found;
}

/** The same, held against forms sent at the same moment. Throws `packet_signed` where one has consented already. */
async function preparing(db: ViewerDb, viewer: SignedIn, input: PacketInput): Promise<Packet> {
  const packet = await theirs(db, viewer, input);
  const { coupleId, authorId: makerId, id } = packet;
  const [part] = await db.$queryRaw<{ consented: boolean }[]>`
    select consented_on is not null as consented from packet_parts
    where (couple_id, maker_id, packet_id, author_id) = (${coupleId}::uuid, ${makerId}::uuid, ${id}::uuid, ${viewer.id}::uuid)
    for update`;
  if (!part) throw new Refusal("packet_gone");
  if (part.consented) throw new Refusal("packet_signed");
  return packet;
}
