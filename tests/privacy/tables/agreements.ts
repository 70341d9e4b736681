import * as of from "@/tests/privacy/tables/agreement-sentences";
import {
  BYTES,
  here,
  inASpaceOf,
  mine,
  mineHere,
  nobody,
  type Rule,
  spaceOf,
  type TablePromise,
} from "@/tests/privacy/tables/promise";

const partners: Rule = (row, asker) => asker.partner !== null && row.author_id === asker.partner;

export const agreed_words: TablePromise = {
  key: ["couple_id", "subject", "about_id", "turn"],
  columns: {
    couple_id: "plain",
    subject: "plain",
    about_id: "plain",
    turn: "plain",
    author_id: "plain",
    agreed: "plain",
    agreed_on: "plain",
    ciphertext: "ciphertext",
  },
  viewer: {
    read: {
      rows: (row, asker, all) =>
        inASpaceOf(row, asker, all) &&
        (row.agreed === true || mine(row, asker, all) || here(row, asker, all)),
    },
    add: {
      row: (asker) =>
        asker.partner
          ? spaceOf(asker) && {
              ...spaceOf(asker),
              subject: "review_time",
              about_id: asker.couple,
              turn: 99,
              agreed: false,
              ciphertext: BYTES,
            }
          : null,
    },
    change: {
      rows: (row, asker, all) => here(row, asker, all) && partners(row, asker, all),
      columns: { agreed: "true" },
    },
    remove: { rows: (row, asker, all) => mineHere(row, asker, all) && row.agreed === false },
  },
  system: nobody,
  particulars: of.agreed_words,
};
