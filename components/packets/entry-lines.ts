import type { PacketWords } from "@/components/packets/words";
import { dimensions } from "@/lib/check-ins/rules";
import type { EntryKind, WordsField } from "@/lib/db/generated/enums";
import { type EntryView, textsOf } from "@/lib/entries/rules";

/** An entry as lines of text: what it is, what was chosen in it, and what it says. */
export type EntryLines = {
  readonly kind: string;
  readonly chosen: readonly string[];
  readonly texts: readonly { readonly label: string | null; readonly text: string }[];
};

export function linesOf(entry: EntryView, words: PacketWords): EntryLines {
  const { t, messages } = words;
  const { between, corrections, acknowledgements } = messages;
  const kinds: Record<Exclude<EntryKind, "check_in">, string> = between.kinds;
  const labels: Record<WordsField, string | null> = {
    note: null,
    own_feeling: null,
    promise: between.promise_told,
    would_help: between.would_help,
    said: corrections.said,
    is_true: corrections.is_true,
    ...acknowledgements.parts,
    will_do: corrections.will_do,
    missing: acknowledgements.missing,
  };

  return {
    kind: entry.kind === "check_in" ? t("check_in") : kinds[entry.kind],
    chosen: chosenIn(entry, words).filter((one): one is string => typeof one === "string" && one !== ""),
    texts: Object.entries(textsOf(entry)).flatMap(([field, text]) =>
      text ? [{ label: labels[field as WordsField], text }] : [],
    ),
  };
}

function chosenIn(
  entry: EntryView,
  { timeline, messages }: PacketWords,
): readonly (string | null | undefined | false)[] {
  const {
    acknowledgements,
    between,
    check_in,
    feelings,
    follow_through,
    needs,
    questions,
    reviews,
    space,
    therapy,
  } = messages;
  switch (entry.kind) {
    case "check_in": {
      const { content } = entry;
      const need = content.need && timeline("need", { need: needs[content.need] });
      return [
        ...dimensions.map((one) => content[one] !== null && `${check_in[one]} ${content[one]}`),
        ...content.feelings.map((feeling) => feelings[feeling]),
        need,
      ];
    }
    case "shared_feeling":
      return [
        ...entry.parts.map(({ feeling, intensity }) =>
          intensity === null ? feelings[feeling] : `${feelings[feeling]} ${intensity}`,
        ),
        between.wish_told[entry.wish],
      ];
    case "reply":
      return [entry.needsUntil && between.time_told];
    case "felt_heard":
      return (
        [
          ["understood", entry.understood],
          ["accepted", entry.accepted],
          ["cared_for", entry.caredFor],
        ] as const
      ).map(([part, answer]) => answer && `${between.heard_told[part]}: ${between.heard_answers[answer]}`);
    case "question_answer":
      return [questions.standings[entry.standing]];
    case "acknowledgement_answer":
      return [acknowledgements.answers[entry.received]];
    case "space":
      return [space.told];
    case "noticing":
      return [entry.perceived && follow_through.perceived[entry.perceived]];
    case "review_part":
      return [reviews.steps[entry.step], entry.number?.toString()];
    case "therapy_session":
      return [therapy.kinds[entry.session], entry.localTime];
    default:
      return [];
  }
}
