import { asAGuest } from "@/tests/privacy/tables/guests";
import * as of from "@/tests/privacy/tables/packet-sentences";
import {
  BYTES,
  bareOf,
  FREE_DAY,
  here,
  inShownEntry,
  mineHere,
  nobody,
  type Row,
  type Rule,
  type Snapshot,
  SPARE,
  type TablePromise,
} from "@/tests/privacy/tables/promise";

const known: Rule = (row, asker, all) =>
  here(row, asker, all) && (mineHere(row, asker, all) || row.kind === "joint");

const packetOf = ({ couple_id, maker_id, packet_id }: Row, all: Snapshot) =>
  (all.packets ?? []).find(
    (row) => row.couple_id === couple_id && row.author_id === maker_id && row.id === packet_id,
  );
/** Whether somebody else than who began it has agreed to a part. */
const otherAgreed = ({ couple_id, author_id, id }: Row, all: Snapshot) =>
  (all.packet_parts ?? []).some(
    (row) =>
      row.couple_id === couple_id &&
      row.maker_id === author_id &&
      row.packet_id === id &&
      row.author_id !== author_id &&
      row.consented_on !== null,
  );
const partOf = ({ couple_id, maker_id, packet_id, author_id }: Row, all: Snapshot) =>
  (all.packet_parts ?? []).find(
    (row) =>
      row.couple_id === couple_id &&
      row.maker_id === maker_id &&
      row.packet_id === packet_id &&
      row.author_id === author_id,
  );
const consentedTo: Rule = (row, asker, all) => {
  const packet = packetOf(row, all);
  return packet !== undefined && known(packet, asker, all) && partOf(row, all)?.consented_on !== null;
};

export const packets: TablePromise = {
  key: ["couple_id", "author_id", "id"],
  columns: {
    couple_id: "plain",
    author_id: "plain",
    id: "plain",
    kind: "plain",
    from_day: "plain",
    to_day: "plain",
    made_on: "plain",
  },
  viewer: {
    read: { rows: known },
    add: {
      row: (asker) =>
        asker.id && asker.couple
          ? {
              couple_id: asker.couple,
              author_id: asker.id,
              id: SPARE.couple,
              kind: "own",
              from_day: FREE_DAY,
              to_day: FREE_DAY,
              made_on: FREE_DAY,
            }
          : null,
    },
    remove: { rows: (row, asker, all) => mineHere(row, asker, all) && !otherAgreed(row, all) },
  },
  system: nobody,
  guest: asAGuest.packets,
  particulars: of.packets,
};

export const packet_parts: TablePromise = {
  key: ["couple_id", "maker_id", "packet_id", "author_id"],
  columns: {
    couple_id: "plain",
    maker_id: "plain",
    packet_id: "plain",
    author_id: "plain",
    with_commitments: "plain",
    consented_on: "plain",
    ciphertext: "ciphertext",
  },
  viewer: {
    read: {
      rows: (row, asker, all) =>
        mineHere(row, asker, all) || (here(row, asker, all) && consentedTo(row, asker, all)),
    },
    add: {
      first: "delete from packet_parts",
      columns: ["couple_id", "maker_id", "packet_id", "author_id", "with_commitments", "ciphertext"],
      row: (asker, all) => {
        const packet = (all.packets ?? []).find((row) => mineHere(row, asker, all));
        return packet
          ? {
              couple_id: packet.couple_id,
              maker_id: packet.author_id,
              packet_id: packet.id,
              author_id: asker.id,
              with_commitments: true,
            }
          : null;
      },
    },
    change: {
      rows: mineHere,
      columns: { with_commitments: "with_commitments", consented_on: "null", ciphertext: "ciphertext" },
    },
    remove: { rows: mineHere },
  },
  system: nobody,
  guest: asAGuest.parts,
  particulars: of.packet_parts,
};

export const packet_items: TablePromise = {
  key: ["couple_id", "maker_id", "packet_id", "author_id", "entry_id", "portion"],
  columns: {
    couple_id: "plain",
    maker_id: "plain",
    packet_id: "plain",
    author_id: "plain",
    entry_id: "plain",
    portion: "plain",
    shown: "plain",
    ciphertext: "ciphertext",
  },
  viewer: {
    read: {
      rows: (row, asker, all) =>
        mineHere(row, asker, all) ||
        (row.shown === true && consentedTo(row, asker, all) && inShownEntry(row, asker, all)),
    },
    add: {
      first: "delete from packet_items; update packet_parts set consented_on = null",
      row: (asker, all) => {
        const at = bareOf(asker, all, "only_me");
        const part = (all.packet_parts ?? []).find((row) => mineHere(row, asker, all));
        return at && part
          ? {
              couple_id: at.couple_id,
              maker_id: part.maker_id,
              packet_id: part.packet_id,
              author_id: at.author_id,
              entry_id: at.entry_id,
              portion: "numbers",
              shown: true,
              ciphertext: BYTES,
            }
          : null;
      },
    },
    remove: { rows: mineHere },
  },
  system: nobody,
  guest: asAGuest.items,
  particulars: of.packet_items,
};
