import { CLOCK } from "@/components/between/moment";
import { html, type Markup } from "@/components/export/html";
import type { DocumentWords } from "@/components/export/words";
import { dimensions } from "@/lib/check-ins/rules";
import type { ExportedEntry } from "@/lib/export/schema";
import { type Day, forDisplay } from "@/lib/time/day";

/** One entry, as it stands, and what stood there before. */
export function entryReading(entry: ExportedEntry, words: DocumentWords): Markup {
  const { t, format } = words;
  const later = entry.written_on > entry.happened_on && entry.written_on;
  return html`<article>
<p class="meta">${t(`kinds.${entry.kind}`)} · ${audienceOf(entry, words)}${later && ` · ${t("later", { day: longDay(format, later) })}`}</p>
${detailsOf(entry, words)}
${entry.words.filter(({ stands }) => stands).map((row) => textReading(row, words))}
${entry.check_ins?.filter(({ stands }) => !stands).map((row) => before(row, numbersOf(row, words), words))}
${entry.words.filter(({ stands }) => !stands).map((row) => before(row, textReading(row, words), words))}
</article>
`;
}

export const longDay = (format: DocumentWords["format"], day: string) =>
  format.dateTime(forDisplay(day as Day), { dateStyle: "long" });

export function audienceOf({ audience, words: all }: ExportedEntry, { t }: DocumentWords): string {
  const standing = all.filter(({ stands }) => stands);
  const kept = standing.length > 0 && standing.every((row) => row.audience === "only_me");
  return t(`audience.${audience === "partner" && kept ? "numbers" : audience}`);
}

type Text = ExportedEntry["words"][number];
type Numbers = NonNullable<ExportedEntry["check_ins"]>[number];

/** What each of a person's texts is called. */
export const fieldsIn = ({
  acknowledgements,
  between,
  check_in,
  corrections,
}: DocumentWords["messages"]) => ({
  note: check_in.note,
  own_feeling: check_in.own_feeling,
  promise: between.promise_told,
  would_help: between.would_help,
  said: corrections.said,
  is_true: corrections.is_true,
  ...acknowledgements.parts,
  will_do: corrections.will_do,
  missing: acknowledgements.missing,
});

function textReading({ field, text }: Text, { messages }: DocumentWords): Markup {
  const label = field !== "note" && fieldsIn(messages)[field];
  return html`${label && html`<p class="label">${label}</p>`}<p class="words" dir="auto">${text}</p>`;
}

function before(
  { superseded_on, shown }: { superseded_on: string | null; shown: boolean },
  what: Markup,
  { t, format }: DocumentWords,
): Markup {
  const until = superseded_on ? t("before", { day: longDay(format, superseded_on) }) : t("before_hidden");
  return html`<div class="before"><p class="meta">${until}${shown && ` · ${t("was_shown")}`}</p>${what}</div>`;
}

function numbersOf(row: Numbers, { messages, timeline }: DocumentWords): Markup {
  const given = dimensions.filter((dimension) => row[dimension] !== null);
  const feelings = row.feelings.map((feeling) => messages.feelings[feeling]).join(", ");
  const need = row.need && timeline("need", { need: messages.needs[row.need] });
  const told = [feelings, need].filter(Boolean).join(" · ");
  return html`${given.length > 0 && html`<ul class="numbers">${given.map((dimension) => html`<li><b>${row[dimension]}</b> ${messages.check_in[dimension]}</li>`)}</ul>`}${told && html`<p>${told}</p>`}`;
}

function detailsOf(entry: ExportedEntry, words: DocumentWords): Markup {
  const said = saidIn(entry, words);
  const standing = entry.check_ins?.filter(({ stands }) => stands) ?? [];
  return html`${standing.map((row) => numbersOf(row, words))}${said.length > 0 && html`<p>${said.join(" · ")}</p>`}`;
}

/** What an entry says beside numbers and words: what was chosen in it. */
export function saidIn(entry: ExportedEntry, words: DocumentWords): string[] {
  const { t, messages, format } = words;
  const { acknowledgements, announcements, between, questions, follow_through, feelings } = messages;
  const {
    shared_feeling,
    reply,
    felt_heard,
    question_answer,
    space_request,
    remark,
    correction,
    acknowledgement,
    acknowledgement_answer,
    review_part,
    therapy_session,
  } = entry;
  const at = (moment: string) =>
    format.dateTime(new Date(moment), {
      ...{ year: "numeric", month: "long", day: "numeric" },
      ...CLOCK,
      timeZone: entry.time_zone,
    });
  return [
    ...(shared_feeling?.parts.map(({ feeling, intensity }) =>
      intensity === null ? feelings[feeling] : `${feelings[feeling]} ${intensity}`,
    ) ?? []),
    shared_feeling && between.wish_told[shared_feeling.wish],
    reply?.needs_until && t("needs_until", { moment: at(reply.needs_until) }),
    ...(["understood", "accepted", "cared_for"] as const).map((part) => {
      const answer = felt_heard?.[part];
      return answer && `${between.heard_told[part]}: ${between.heard_answers[answer]}`;
    }),
    question_answer && questions.standings[question_answer.standing],
    space_request && t("space_until", { moment: at(space_request.until) }),
    remark && t("of_day", { day: longDay(format, remark.day) }),
    remark?.perceived && follow_through.perceived[remark.perceived],
    correction && announcements.ways[correction.way],
    acknowledgement?.way && announcements.ways[acknowledgement.way],
    acknowledgement_answer && acknowledgements.answers[acknowledgement_answer.received],
    therapy_session && messages.therapy.kinds[therapy_session.kind],
    therapy_session?.local_time,
    review_part && messages.reviews.steps[review_part.step],
    review_part?.number?.toString(),
  ].filter((part): part is string => typeof part === "string");
}
