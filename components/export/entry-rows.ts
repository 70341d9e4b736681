import { audienceOf, fieldsIn, saidIn } from "@/components/export/entry-reading";
import type { DocumentWords } from "@/components/export/words";
import { dimensions } from "@/lib/check-ins/rules";
import { WordsField } from "@/lib/db/generated/enums";
import type { ExportedEntry } from "@/lib/export/schema";
import type { Cell } from "@/lib/web/csv";

const fields = Object.values(WordsField);
const numbers = [...dimensions, "feelings", "need"] as const;
const where = ["space", "day", "kind"] as const;

export const entryColumns = [
  ...where,
  ...["written_on", "shown", ...numbers, "chosen", ...fields, "id", "answers"],
] as const;
export const earlierColumns = [
  ...where,
  ...["until", "was_shown", ...numbers, "field", "text", "id"],
] as const;

type Numbers = NonNullable<ExportedEntry["check_ins"]>[number];

/** An entry as it stands. */
export function entryRow(space: number, entry: ExportedEntry, words: DocumentWords): Cell[] {
  const { reply, felt_heard, question_answer, struggle_part } = entry;
  const texts = entry.words.filter(({ stands }) => stands);
  const answered = reply ?? felt_heard ?? question_answer ?? struggle_part;
  return [
    ...whereOf(space, entry, words),
    entry.written_on,
    audienceOf(entry, words),
    ...numbersOf(
      entry.check_ins?.find(({ stands }) => stands),
      words,
    ),
    saidIn(entry, words).join(" · "),
    ...fields.map((field) => texts.find((row) => row.field === field)?.text ?? null),
    entry.id,
    answered?.to ?? null,
  ];
}

/** What an entry said before it was changed, a row each for numbers and for words. */
export function earlierRows(space: number, entry: ExportedEntry, words: DocumentWords): Cell[][] {
  const { t, messages } = words;
  const row = (
    version: Pick<Numbers, "superseded_on" | "shown">,
    said: Numbers | undefined,
    text: readonly Cell[],
  ) => [
    ...whereOf(space, entry, words),
    version.superseded_on,
    version.shown ? t("was_shown") : null,
    ...numbersOf(said, words),
    ...text,
    entry.id,
  ];
  return [
    ...(entry.check_ins ?? [])
      .filter(({ stands }) => !stands)
      .map((version) => row(version, version, [null, null])),
    ...entry.words
      .filter(({ stands }) => !stands)
      .map((version) => row(version, undefined, [fieldsIn(messages)[version.field], version.text])),
  ];
}

const whereOf = (space: number, { happened_on, kind }: ExportedEntry, { t }: DocumentWords): Cell[] => [
  space,
  happened_on,
  t(`kinds.${kind}`),
];

const numbersOf = (row: Numbers | undefined, { messages }: DocumentWords): Cell[] => [
  ...dimensions.map((dimension) => row?.[dimension] ?? null),
  row?.feelings.map((feeling) => messages.feelings[feeling]).join(", ") || null,
  row?.need ? messages.needs[row.need] : null,
];
