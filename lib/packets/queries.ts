import "server-only";
import { createHash } from "node:crypto";
import type { SignedIn } from "@/lib/auth/gate";
import { commitmentsAmong } from "@/lib/commitments/queries";
import { places } from "@/lib/crypto/places";
import { open } from "@/lib/crypto/words";
import type { Packet, PacketItem, PacketPart } from "@/lib/db/generated/client";
import type { PacketKind } from "@/lib/db/generated/enums";
import type { ViewerDb } from "@/lib/db/viewer";
import { withContent } from "@/lib/entries/queries";
import type { EntryView } from "@/lib/entries/rules";
import { answersIn, saidAmong } from "@/lib/follow-through/queries";
import { sumOf, talliesOf } from "@/lib/follow-through/rules";
import { groupBy } from "@/lib/group-by";
import {
  type Candidate,
  type CommitmentKept,
  candidatesOf,
  entriesFrom,
  type Item,
  isShown,
  itemOf,
  type PartContent,
  type Snapshot,
  snapshotOf,
} from "@/lib/packets/rules";
import { type Day, fromColumn, toColumn } from "@/lib/time/day";
import { unhurried } from "@/lib/unhurried";

/** A packet as its readers know it. `maker`: who began it, by whose it is. */
export type PacketHead = {
  readonly id: string;
  readonly mine: boolean;
  readonly kind: PacketKind;
  readonly from: Day;
  readonly to: Day;
  readonly madeOn: Day;
};

/** Where a part stands, and whether it is whose packet it is to begin with. The other's is known of once they have consented. */
export type PartState = {
  readonly mine: boolean;
  readonly makers: boolean;
  readonly consentedOn: Day | null;
};

export type Listed = PacketHead & { readonly parts: readonly PartState[] };

/** The packets of the present space, newest first. */
export async function packetsHere(db: ViewerDb, viewer: SignedIn): Promise<Listed[]> {
  const rows = await db.packet.findMany({
    where: { coupleId: viewer.coupleId },
    orderBy: [{ madeOn: "desc" }, { id: "desc" }],
  });
  const parts = await db.packetPart.findMany({ where: { coupleId: viewer.coupleId } });
  return rows.map((row) => ({
    ...headOf(viewer, row),
    parts: parts
      .filter(({ makerId, packetId }) => makerId === row.authorId && packetId === row.id)
      .map((part) => stateOf(viewer, part)),
  }));
}

const headOf = (viewer: SignedIn, { id, authorId, kind, fromDay, toDay, madeOn }: Packet): PacketHead => ({
  id,
  mine: authorId === viewer.id,
  kind,
  from: fromColumn(fromDay),
  to: fromColumn(toDay),
  madeOn: fromColumn(madeOn),
});

const stateOf = (viewer: SignedIn, { makerId, authorId, consentedOn }: PacketPart): PartState => ({
  mine: authorId === viewer.id,
  makers: authorId === makerId,
  consentedOn: consentedOn && fromColumn(consentedOn),
});

/** A packet of the present space by its id, one's own rather than the other's, or null. */
export async function packetNamed(
  db: ViewerDb,
  viewer: SignedIn,
  id: string,
  whose?: "mine" | "theirs",
): Promise<Packet | null> {
  const rows = await db.packet.findMany({ where: { coupleId: viewer.coupleId, id } });
  const own = rows.find(({ authorId }) => authorId === viewer.id) ?? null;
  const theirs = rows.find(({ authorId }) => authorId !== viewer.id) ?? null;
  return whose ? { mine: own, theirs }[whose] : (own ?? theirs);
}

export const partKey = (packet: Packet, authorId: string) => ({
  coupleId: packet.coupleId,
  makerId: packet.authorId,
  packetId: packet.id,
  authorId,
});

/** What one person puts in, as its reader finds it: as it was at their consent, or as it stands while they prepare it. */
export type PartPage = PartState & PartContent;

export type PacketPage = PacketHead & {
  /** One's own, once it is begun; and the other's, once they have consented. */
  readonly parts: readonly PartPage[];
  /** What one would consent to, by its digest; null where one has consented, or has not begun. */
  readonly seen: string | null;
};

export async function packetPage(db: ViewerDb, viewer: SignedIn, id: string): Promise<PacketPage | null> {
  const packet = await packetNamed(db, viewer, id);
  if (!packet) return null;
  const { coupleId, authorId: makerId } = packet;
  const rows = await db.packetPart.findMany({ where: { coupleId, makerId, packetId: id } });
  const own = rows.find(({ authorId }) => authorId === viewer.id);
  const theirs = rows.find(({ authorId }) => authorId !== viewer.id);
  const draft = own && !own.consentedOn ? await contentNow(db, viewer, packet, own) : null;
  const parts = [
    ...(own ? [{ ...stateOf(viewer, own), ...(draft?.content ?? (await contentKept(db, own, true))) }] : []),
    ...(theirs ? [{ ...stateOf(viewer, theirs), ...(await contentKept(db, theirs, false)) }] : []),
  ];
  return { ...headOf(viewer, packet), parts, seen: draft && digestOf(draft) };
}

/** As it lies in the packet since its author consented: of the other's, what could be read then and still can. */
async function contentKept(db: ViewerDb, part: PacketPart, mine: boolean): Promise<PartContent> {
  return contentOf(part, (asked) => db.packetItem.findMany(asked), mine);
}

/** Asks for some rows of a part, in the order of their entries. */
export type ReadItems = (asked: {
  readonly where: PartKey & { readonly entryId?: { readonly gte: string } };
  readonly orderBy: { readonly entryId: "asc" };
  readonly take: number;
}) => Promise<PacketItem[]>;
type PartKey = Pick<PacketItem, "coupleId" | "makerId" | "packetId" | "authorId">;

/** So many rows at once keep nobody waiting. */
const SLICE = 200;

/** What a part says, from its rows. `mine`: whether its reader put it in. */
export async function contentOf(part: PacketPart, read: ReadItems, mine: boolean): Promise<PartContent> {
  const { withCommitments, ciphertext } = part;
  const items: Item[] = [];
  for await (const rows of slicesOf(part, read)) items.push(...(await unhurried(opened(rows))));
  const commitments =
    ciphertext && (JSON.parse(open(ciphertext, places.packetPart(part))) as CommitmentKept[]);
  return {
    entries: entriesFrom(items, mine),
    commitments: withCommitments ? (commitments ?? []) : null,
  };
}

async function* slicesOf({ coupleId, makerId, packetId, authorId }: PartKey, read: ReadItems) {
  const key = { coupleId, makerId, packetId, authorId };
  for (let from: string | undefined; ; ) {
    const where = { ...key, ...(from && { entryId: { gte: from } }) };
    const rows = await read({ where, orderBy: { entryId: "asc" }, take: SLICE });
    const last = rows.length === SLICE ? rows.at(-1)?.entryId : undefined;
    // More may follow of the last entry: the next slice begins with it.
    yield rows.filter(({ entryId }) => entryId !== last);
    if (!last) return;
    from = last;
  }
}

/** Without what was put in and never consented to. */
function* opened(rows: readonly PacketItem[]): Generator<Item> {
  for (const row of rows) {
    const { portion, shown, ciphertext } = row;
    if (!ciphertext) continue;
    const snapshot = JSON.parse(open(ciphertext, places.packetItem(row))) as Snapshot;
    yield { portion, shown, snapshot };
  }
}

/** What consenting at this moment would put into the packet. */
export type Prepared = {
  readonly rows: readonly (Item & Pick<PacketItem, "entryId">)[];
  readonly content: PartContent;
};

export async function contentNow(
  db: ViewerDb,
  viewer: SignedIn,
  packet: Packet,
  part: PacketPart,
): Promise<Prepared> {
  const chosen = await db.packetItem.findMany({
    where: partKey(packet, viewer.id),
    orderBy: [{ entryId: "asc" }, { portion: "asc" }],
  });
  const wanted = new Set(chosen.map(({ entryId }) => entryId));
  const entries = await ownEntriesIn(db, viewer, packet);
  const views = await withContent(
    db,
    viewer,
    entries.filter(({ id }) => wanted.has(id)),
  );
  const byId = new Map(views.map((view) => [view.id, view]));
  const rows = chosen.flatMap((row) => {
    const view = byId.get(row.entryId);
    if (!view) return [];
    return { ...row, shown: isShown(view, row.portion), snapshot: snapshotOf(view, row.portion) };
  });
  return {
    rows,
    content: {
      entries: entriesFrom(rows, true),
      commitments: part.withCommitments ? await commitmentsKept(db, viewer, packet) : null,
    },
  };
}

/** Tells one preview from another: consent is to what was seen. */
export const digestOf = ({ rows, content }: Prepared): string =>
  createHash("sha256")
    .update(
      JSON.stringify([
        rows.map(({ portion, shown, snapshot }) => [portion, shown, snapshot]),
        content.commitments,
      ]),
    )
    .digest("hex");

const ownEntriesIn = (db: ViewerDb, { id }: SignedIn, { coupleId, fromDay, toDay }: Packet) =>
  db.entry.findMany({
    where: { coupleId, authorId: id, happenedOn: { gte: fromDay, lte: toDay } },
    orderBy: [{ happenedOn: "asc" }, { id: "asc" }],
  });

/** What became of the viewer's own commitments within the days of a packet. */
async function commitmentsKept(db: ViewerDb, viewer: SignedIn, packet: Packet): Promise<CommitmentKept[]> {
  const [from, to] = [fromColumn(packet.fromDay), fromColumn(packet.toDay)];
  const all = await commitmentsAmong(db, viewer, { coupleId: viewer.coupleId, accepted: true }, to);
  const own = all.filter(({ mine }) => mine);
  const said = await saidAmong(db, own);
  return own.flatMap(({ id, holds, standing }) => {
    // A period that runs beyond the last day is not reckoned on it.
    const tallies = talliesOf(standing.agreement, answersIn(said.get(id) ?? []), to).filter(
      ({ on }) => from <= on && on <= to,
    );
    const numbers = sumOf(tallies);
    return numbers.due > 0 ? [{ what: holds.texts.what ?? "", numbers }] : [];
  });
}

/** Everything of one's own within the days of a packet that can be put in, and what of it is. */
export type Choosing = {
  readonly head: PacketHead;
  readonly candidates: readonly Candidate[];
  readonly chosen: ReadonlySet<string>;
  readonly withCommitments: boolean;
  readonly consented: boolean;
};

export async function choosingFor(db: ViewerDb, viewer: SignedIn, packet: Packet): Promise<Choosing | null> {
  const part = await db.packetPart.findFirst({ where: partKey(packet, viewer.id) });
  if (!part) return null;
  const items = await db.packetItem.findMany({ where: partKey(packet, viewer.id) });
  return {
    head: headOf(viewer, packet),
    candidates: await candidatesIn(db, viewer, packet),
    chosen: new Set(items.map(({ entryId, portion }) => itemOf({ entry: entryId, portion }))),
    withCommitments: part.withCommitments,
    consented: part.consentedOn !== null,
  };
}

export async function candidatesIn(db: ViewerDb, viewer: SignedIn, packet: Packet): Promise<Candidate[]> {
  const entries = await ownEntriesIn(db, viewer, packet);
  const own = { coupleId: packet.coupleId, authorId: viewer.id };
  const words = groupBy(
    await db.entryWords.findMany({
      where: {
        ...own,
        supersededOn: null,
        entry: { happenedOn: { gte: packet.fromDay, lte: packet.toDay } },
      },
      select: { entryId: true, audience: true },
    }),
    ({ entryId }) => entryId,
  );
  const marks = await db.therapyMark.findMany({ where: { ...own, toAuthorId: viewer.id } });
  const marked = new Set(marks.map(({ toEntryId }) => toEntryId));
  return entries.flatMap(({ id, kind, happenedOn, audience }) => {
    const said = words.get(id);
    return candidatesOf({
      id,
      kind,
      day: fromColumn(happenedOn),
      numbersShown: audience === "partner",
      wordsShown: said ? said.every((row) => row.audience === "partner") : null,
      marked: marked.has(id),
    });
  });
}

/** Of what could be put in, the entries of one month, with what they say. */
export async function entriesOfMonth(
  db: ViewerDb,
  viewer: SignedIn,
  candidates: readonly Candidate[],
  month: string,
): Promise<EntryView[]> {
  const ids = candidates.filter(({ day }) => day.startsWith(month)).map(({ entry }) => entry);
  const rows = await db.entry.findMany({
    where: { coupleId: viewer.coupleId, authorId: viewer.id, id: { in: [...new Set(ids)] } },
    orderBy: [{ happenedOn: "asc" }, { id: "asc" }],
  });
  return withContent(db, viewer, rows);
}

export const columnsOf = ({ from, to }: { readonly from: Day; readonly to: Day }) => ({
  fromDay: toColumn(from),
  toDay: toColumn(to),
});
