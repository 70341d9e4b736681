import * as of from "@/tests/privacy/tables/guest-sentences";
import {
  type Asker,
  BYTES,
  concerned,
  hexOf,
  mine,
  mineHere,
  type Row,
  type Rule,
  type Snapshot,
  SPARE,
  type TablePromise,
} from "@/tests/privacy/tables/promise";

const DAY_MS = 24 * 60 * 60_000;

/** Whether a link opens anything at this moment: neither ended nor over, in a space that goes on. */
const stillOpens: Rule = ({ couple_id, revoked_at, made_at, days }, _asker, all) =>
  revoked_at === null &&
  (made_at as Date).getTime() + Number(days) * DAY_MS > Date.now() &&
  (all.couples ?? []).some((row) => row.id === couple_id && row.ended_at === null) &&
  !(all.departures ?? []).some(
    (row) => row.couple_id === couple_id && (row.leave_at as Date).getTime() <= Date.now(),
  );

const held = concerned(hexOf("token_hash"));
const visiting: Rule = (row, asker, all) =>
  held(row, asker, all) && (row.open_until as Date).getTime() > Date.now();

/** The links that a guest has open. */
export const openTo = (asker: Asker, all: Snapshot): Row[] =>
  (all.guest_links ?? []).filter(
    (link) =>
      stillOpens(link, asker, all) &&
      (all.guest_visits ?? []).some((row) => row.link_id === link.id && visiting(row, asker, all)),
  );

const foundByBoth: Rule = (row, asker, all) =>
  asker.subjects.includes(hexOf("link_hash")(row)) &&
  asker.subjects.includes(hexOf("code_hash")(row)) &&
  stillOpens(row, asker, all);

const samePart = (one: Row, other: Row) =>
  ["couple_id", "maker_id", "packet_id", "author_id"].every((column) => one[column] === other[column]);

/** A part of the asker's that they have agreed to, and so has everybody else whose packet it is. */
const agreedBy = (asker: Asker, all: Snapshot) =>
  (all.packet_parts ?? []).find((part) => {
    const packet = (all.packets ?? []).find(
      (row) => row.id === part.packet_id && row.author_id === part.maker_id,
    );
    return mineHere(part, asker, all) && part.consented_on !== null && packet?.kind === "own";
  });

export const guest_links: TablePromise = {
  key: ["couple_id", "author_id", "id"],
  columns: {
    couple_id: "plain",
    maker_id: "plain",
    packet_id: "plain",
    author_id: "plain",
    id: "plain",
    link_hash: "hash",
    code_hash: "hash",
    made_at: "plain",
    days: "plain",
    revoked_at: "plain",
    ciphertext: "ciphertext",
  },
  viewer: {
    read: { rows: mine, never: ["link_hash", "code_hash"] },
    add: {
      columns: [
        "couple_id",
        "maker_id",
        "packet_id",
        "author_id",
        "id",
        "link_hash",
        "code_hash",
        "days",
        "ciphertext",
      ],
      row: (asker, all) => {
        const part = agreedBy(asker, all);
        return part
          ? {
              couple_id: part.couple_id,
              maker_id: part.maker_id,
              packet_id: part.packet_id,
              author_id: part.author_id,
              id: SPARE.couple,
              link_hash: BYTES,
              code_hash: BYTES,
              days: 7,
              ciphertext: BYTES,
            }
          : null;
      },
    },
    change: { rows: mine, columns: { revoked_at: "now()" } },
  },
  system: { read: { rows: foundByBoth } },
  guest: {
    read: {
      rows: (row, asker, all) => openTo(asker, all).includes(row),
      never: ["link_hash", "code_hash"],
    },
  },
  particulars: of.guest_links,
};

export const guest_visits: TablePromise = {
  key: ["couple_id", "author_id", "link_id", "id"],
  columns: {
    couple_id: "plain",
    author_id: "plain",
    link_id: "plain",
    id: "plain",
    token_hash: "hash",
    opened_at: "plain",
    open_until: "plain",
    saved_at: "plain",
  },
  viewer: { read: { rows: mine, never: ["token_hash", "open_until"] } },
  system: {
    add: {
      columns: ["couple_id", "author_id", "link_id", "id", "token_hash"],
      row: (asker, all) => {
        const link = (all.guest_links ?? []).find((row) => foundByBoth(row, asker, all));
        return link
          ? {
              couple_id: link.couple_id,
              author_id: link.author_id,
              link_id: link.id,
              id: SPARE.couple,
              token_hash: BYTES,
            }
          : null;
      },
    },
  },
  guest: {
    read: { rows: held, never: ["saved_at"] },
    change: { rows: visiting, columns: { open_until: "now()", saved_at: "now()" } },
  },
  particulars: of.guest_visits,
};

/** What a guest reads of packets: the parts whose links they have open, and what is named by those. */
export const asAGuest = {
  parts: {
    read: {
      rows: (row: Row, asker: Asker, all: Snapshot) =>
        row.consented_on !== null && openTo(asker, all).some((link) => samePart(link, row)),
    },
  },
  items: {
    read: {
      rows: (row: Row, asker: Asker, all: Snapshot) => openTo(asker, all).some((link) => samePart(link, row)),
      never: ["shown"],
    },
  },
  packets: {
    read: {
      rows: (row: Row, asker: Asker, all: Snapshot) =>
        openTo(asker, all).some(
          (link) =>
            link.couple_id === row.couple_id && link.maker_id === row.author_id && link.packet_id === row.id,
        ),
    },
  },
  names: {
    read: {
      rows: (row: Row, asker: Asker, all: Snapshot) =>
        openTo(asker, all).some((link) => link.author_id === row.account_id),
    },
  },
} as const;
