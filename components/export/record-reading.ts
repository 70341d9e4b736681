import { sayDay, sayOften } from "@/components/commitments/terms-words";
import { longDay } from "@/components/export/entry-reading";
import { html, type Markup } from "@/components/export/html";
import type { DocumentWords } from "@/components/export/words";
import { namesOf } from "@/lib/commitments/rules";
import { agreedTurns } from "@/lib/export/rules";
import type { ExportedCommitment, ExportedOffer } from "@/lib/export/schema";
import { groupBy } from "@/lib/group-by";
import { type Day, forDisplay } from "@/lib/time/day";
import { fromRule } from "@/lib/time/recurrence";

type Terms = ExportedCommitment["steps"][number]["terms"];

/** A commitment: what was agreed on last, every step, and how it went, by months. */
export function commitmentReading(
  commitment: ExportedCommitment,
  present: boolean,
  words: DocumentWords,
): Markup {
  const { t, messages } = words;
  const { doer, area, cost } = commitment;
  const { areas, costs } = messages.commitments;
  return html`<article>
<h4 dir="auto">${agreedWhat(commitment)}</h4>
<p class="meta">${t(`doer.${doer}`, { present: String(present) })} · ${areas[area]} · ${costs[cost]}</p>
<ol class="steps">${stepsOf(commitment, present, words)}</ol>
${daysOf(commitment, words)}
</article>
`;
}

/** What it is: as both agreed on it last. */
export function agreedWhat({ steps }: ExportedCommitment): string | undefined {
  const agreed = agreedTurns(steps);
  return steps.findLast(({ turn, texts }) => agreed.has(turn) && texts.what)?.texts.what;
}

const stepsOf = (commitment: ExportedCommitment, present: boolean, words: DocumentWords): Markup[] =>
  stepsTold(commitment, present, words).map(
    ({ happened_on, told, terms, texts }) =>
      html`<li><p class="meta">${longDay(words.format, happened_on)} · ${told}</p>${offered(terms, texts, words)}</li>`,
  );

/** Each step of a commitment, and what it was, in words. */
export function stepsTold({ steps, doer }: ExportedCommitment, present: boolean, words: DocumentWords) {
  const { t, commitments, format } = words;
  const names = namesOf(
    steps.map(({ turn, by, step, happened_on, returns_on, terms, texts }) => ({
      ...{ turn, step, on: happened_on as Day, returnsOn: returns_on as Day | null },
      by: by === doer ? ("doer" as const) : ("partner" as const),
      terms: terms ? readTerms(terms) : null,
      ...{ what: texts.what ?? "", why: texts.why ?? "" },
    })),
  );
  return steps.map((step, at) => {
    const name = names[at] ?? "proposed";
    const day = step.returns_on ? sayDay(format)(step.returns_on as Day) : "";
    const told =
      step.by === "me"
        ? commitments(`names_you.${name}`, { day })
        : commitments("reads", {
            name: t("other", { present: String(present) }),
            step: commitments(`names.${name}`, { day }),
          });
    return { ...step, told };
  });
}

const readTerms = ({ rule, times, starts_on, review_on }: NonNullable<Terms>) => {
  const from = starts_on as Day;
  return { often: fromRule({ rule, times }, from), from, review: review_on as Day };
};

function offered(terms: Terms, texts: ExportedOffer["texts"], words: DocumentWords): Markup {
  const when = termsTold(terms, words);
  const said = [texts.what, texts.why, texts.closing_note].filter(
    (text) => text !== undefined && text !== "",
  );
  return html`${when && html`<p class="meta">${when}</p>`}${said.map((text) => html`<p class="words" dir="auto">${text}</p>`)}`;
}

/** How often, and until when. */
export function termsTold(terms: Terms, { commitments, format }: DocumentWords): string | undefined {
  const read = terms && readTerms(terms);
  return (
    read &&
    `${sayOften(commitments, format)(read)} · ${commitments("until", { day: sayDay(format)(read.review) })}`
  );
}

/** What was said of each day, a month a paragraph. */
function daysOf({ days }: ExportedCommitment, { t, messages, format }: DocumentWords): Markup | null {
  if (days.length === 0) return null;
  const { statuses, volunteered_told, filled_in_later } = messages.follow_through;
  const told = [...groupBy(days, ({ day }) => day)].map(([day, turns]) => {
    const [first, last] = [turns[0], turns.at(-1)];
    const beside = [
      turns.length > 1 && first && messages.timeline.first_said.replace("{status}", statuses[first.status]),
      last?.volunteered && volunteered_told,
      first && first.written_on > day && filled_in_later,
    ].filter((one): one is string => typeof one === "string");
    const more = beside.length > 0 ? ` (${beside.join(", ")})` : "";
    return { day, text: `${Number(day.slice(8))} ${last ? statuses[last.status] : ""}${more}` };
  });
  const months = groupBy(told, ({ day }) => day.slice(0, 7));
  return html`<p class="label">${t("days_said")}</p>${[...months].map(([month, all]) => {
    const named = format.dateTime(forDisplay(`${month}-01` as Day), { month: "long", year: "numeric" });
    return html`<p class="month"><b>${named}</b> ${all.map(({ text }) => text).join(" · ")}</p>`;
  })}`;
}

/** What was offered and came to nothing. */
export function offerReading({ offered_on, terms, texts }: ExportedOffer, words: DocumentWords): Markup {
  return html`<article>${offered_on && html`<p class="meta">${longDay(words.format, offered_on)}</p>`}${offered(terms, texts, words)}</article>
`;
}
