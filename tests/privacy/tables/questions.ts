import { asItsEntry, bareOf, nobody, type TablePromise } from "@/tests/privacy/tables/promise";
import * as of from "@/tests/privacy/tables/question-sentences";

export const question_answers: TablePromise = {
  key: ["couple_id", "author_id", "entry_id"],
  columns: {
    couple_id: "plain",
    author_id: "plain",
    entry_id: "plain",
    to_author_id: "plain",
    to_entry_id: "plain",
    standing: "plain",
    place: "plain",
  },
  viewer: {
    read: asItsEntry,
    add: {
      row: (asker, all) => {
        const at = bareOf(asker, all, "only_me");
        const asked = (all.entries ?? []).find(
          (row) =>
            row.kind === "question" &&
            row.couple_id === asker.couple &&
            row.author_id === asker.partner &&
            row.audience === "partner",
        );
        return at && asked
          ? { ...at, to_author_id: asked.author_id, to_entry_id: asked.id, standing: "not_yet", place: 9 }
          : null;
      },
    },
  },
  system: nobody,
  particulars: of.question_answers,
};
