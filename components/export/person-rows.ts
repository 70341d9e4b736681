import { accountRows, draftOf, guessedIn, settingsIn, weekly } from "@/components/export/person-reading";
import type { DocumentWords } from "@/components/export/words";
import type { ExportedPerson, ExportedSpace } from "@/lib/export/schema";
import type { Cell } from "@/lib/web/csv";

export const setColumns = ["space", "name", "text"] as const;
export const saidColumns = ["space", "day", "name", "agreed", "text"] as const;

/** The account, and what is half written. It is in no space. */
export const personRows = (person: ExportedPerson, words: DocumentWords): Cell[][] => [
  [null, words.t("columns.name"), person.name],
  ...accountRows(person, words).flatMap(([what, values]) => values.map((value) => [null, what, value])),
  ...person.drafts.flatMap((draft) => {
    const { what, texts } = draftOf(draft, words);
    return texts.map((text) => [null, `${words.t("half_written")}: ${what}`, text]);
  }),
];

/** A space: which it is, its days, and what was set in it. */
export function spaceRows(space: number, exported: ExportedSpace, words: DocumentWords): Cell[][] {
  const { t } = words;
  const { present, from, to } = exported;
  const what = t(present ? "present" : "earlier");
  return [
    [space, what, from && to ? t("days", { from, to }) : t("nothing")],
    ...settingsIn(exported, words).map((line) => [space, what, line]),
  ];
}

/** What both say together in a space, or one proposed, and the reviews they held. */
export function saidRows(space: number, exported: ExportedSpace, words: DocumentWords): Cell[][] {
  const { t, messages } = words;
  const row = (day: string | null, what: string, { agreed, text }: { agreed: boolean; text: string }) => [
    ...[space, day, what],
    ...[t(agreed ? "sentence_agreed" : "sentence_proposed"), text],
  ];
  return [
    ...exported.sentences.map((sentence) => row(null, t("sentences"), sentence)),
    ...(exported.agreements ?? []).flatMap(({ turns }) =>
      turns.map((turn) => row(turn.agreed_on ?? null, messages.agreements.title, turn)),
    ),
    ...exported.review_times.map(({ text, agreed }) =>
      row(null, t("reviews"), { agreed, text: weekly(text, messages) }),
    ),
    ...exported.reviews.flatMap(({ opened_on, stopped, notes, guesses }) => [
      [space, opened_on, t("reviews"), null, stopped ? t("review_stopped") : guessedIn(guesses, t)],
      ...notes.map((note) => row(opened_on, t("reviews"), note)),
    ]),
  ];
}
