import {
  accountRows,
  draftOf,
  guessedIn,
  type Said,
  settingsIn,
  weekly,
} from "@/components/export/person-reading";
import type { DocumentWords } from "@/components/export/words";
import { withStanding } from "@/lib/agreements/rules";
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
  const rows = (what: string, turns: readonly Said[], on: string | null = null) =>
    withStanding(turns).map(({ standing, agreed_on: agreedOn, text }) => [
      ...[space, on ?? agreedOn ?? null, what],
      ...[t(`said.${standing}`), text],
    ]);
  return [
    ...rows(t("sentences"), exported.sentences),
    ...(exported.agreements ?? []).flatMap(({ turns }) => rows(messages.agreements.title, turns)),
    ...rows(
      t("reviews"),
      exported.review_times.map((time) => ({ ...time, text: weekly(time.text, messages) })),
    ),
    ...exported.reviews.flatMap(({ opened_on, stopped, notes, guesses }) => [
      [space, opened_on, t("reviews"), null, stopped ? t("review_stopped") : guessedIn(guesses, t)],
      ...rows(t("reviews"), notes, opened_on),
    ]),
  ];
}
