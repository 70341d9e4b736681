import { longDay } from "@/components/export/entry-reading";
import { html, type Markup } from "@/components/export/html";
import type { DocumentWords } from "@/components/export/words";
import { withStanding } from "@/lib/agreements/rules";
import { WORDS } from "@/lib/drafts/rules";
import { toWhich } from "@/lib/drafts/schema";
import type { ExportedPerson, ExportedSpace } from "@/lib/export/schema";
import { weekdays } from "@/lib/time/recurrence";

type Drafted = ExportedPerson["drafts"][number];

/** What is half written, and the account it is all kept in. */
export function personReading(person: ExportedPerson, words: DocumentWords): Markup {
  const { t } = words;
  return html`<h2>${t("account")}</h2>
<dl>${accountRows(person, words).map(([what, values]) => html`<dt class="meta">${what}</dt>${values.map((value) => html`<dd>${value}</dd>`)}`)}</dl>
${person.drafts.length > 0 && html`<h3>${t("half_written")}</h3>${person.drafts.map((draft) => draftReading(draft, words))}`}
`;
}

/** What the account says, each under its name. */
export function accountRows(
  person: ExportedPerson,
  { t, messages, format }: DocumentWords,
): readonly (readonly [string, readonly string[]])[] {
  const { settings } = messages;
  const stretch = (from: string, to: string) =>
    from === to ? longDay(format, from) : t("days", { from: longDay(format, from), to: longDay(format, to) });
  const rows: readonly (readonly [string, readonly string[]])[] = [
    [t("address"), [person.email]],
    [settings.time_zone, [person.time_zone.replaceAll("_", " ")]],
    [t("notice_read"), person.notice_read_on ? [longDay(format, person.notice_read_on)] : []],
    [t("recovery"), [person.recovery_by_mail ? settings.by_mail_on : settings.by_mail_off]],
    [settings.writing, [person.writing_help ? messages.writing.help_on : messages.writing.help_off]],
    [
      t("mails"),
      person.reminders.map(({ kind, local_time }) =>
        t("mail_at", { kind: settings[`reminder_${kind}`], time: local_time }),
      ),
    ],
    [
      t("devices"),
      person.devices.map(
        ({ label, signed_in_on, last_used_on }) => `${label}, ${stretch(signed_in_on, last_used_on)}`,
      ),
    ],
    [
      settings.passkeys,
      person.passkeys.map(({ label, added_on }) => `${label}, ${longDay(format, added_on)}`),
    ],
  ];
  return rows.filter(([, values]) => values.length > 0);
}

/** A form half filled in: what it is for, and what is written in it. */
export function draftOf({ form, fields }: Drafted, { t, format }: DocumentWords) {
  const [kind = ""] = form.split("/");
  const key = `kinds.${kind}` as "kinds.check_in";
  const of = kind === "check_in" ? ` · ${longDay(format, toWhich(form))}` : "";
  return {
    what: `${t.has(key) ? t(key) : kind}${of}`,
    texts: WORDS.flatMap((field) => fields[field] ?? []).filter((text) => text.trim() !== ""),
  };
}

function draftReading(draft: Drafted, words: DocumentWords): Markup {
  const { what, texts } = draftOf(draft, words);
  return html`<article><p class="meta">${what}</p>${texts.map((text) => html`<p class="words" dir="auto">${text}</p>`)}</article>`;
}

/** What was set in a space, what both say together in it, and the reviews they held. */
export function spaceReading(space: ExportedSpace, words: DocumentWords): Markup {
  const { sentences, agreements = [], from, to, reviews, review_times: times } = space;
  const { t, messages, format } = words;
  const set = settingsIn(space, words);
  return html`<h2>${t(space.present ? "present" : "earlier")}</h2>
<p class="meta">${from && to ? t("days", { from: longDay(format, from), to: longDay(format, to) }) : t("nothing")}</p>
${set.length > 0 && html`<ul class="plain meta">${set.map((line) => html`<li>${line}</li>`)}</ul>`}
${sentences.length > 0 && html`<h3>${t("sentences")}</h3>${saidReading(sentences, words)}`}
${agreements.length > 0 && html`<h3>${messages.agreements.title}</h3>${agreements.flatMap(({ turns }) => saidReading(turns, words))}`}
${
  reviews.length > 0 &&
  html`<h3>${t("reviews")}</h3>${saidReading(
    times.map((time) => ({ ...time, text: weekly(time.text, messages) })),
    words,
  )}${reviews.map((review) => reviewReading(review, words))}`
}
`;
}

/** What a person set for themselves in a space, a sentence each. */
export function settingsIn(
  {
    role,
    starts_with,
    corrections_reach_me: reach,
    invitations,
    guest_links,
    struggles_can_rest,
  }: ExportedSpace,
  { t, partner, messages, format }: DocumentWords,
): string[] {
  const rest = struggles_can_rest.length;
  return [
    role && t("my_role", { role: partner(`role.${role.role}`), audience: t(`audience.${role.audience}`) }),
    ...starts_with.map(({ numbers, words }) =>
      t("starts_with", {
        audience: t(`audience.${numbers === "partner" && words === "only_me" ? "numbers" : numbers}`),
      }),
    ),
    reach && t("way", { way: messages.announcements.ways[reach.way] }),
    rest > 0 && t("can_rest", { count: rest }),
    ...invitations.map(({ expires_on }) => t("invited", { day: longDay(format, expires_on) })),
    ...(guest_links ?? []).map(({ for_whom: whom, revoked_on, ends_on, opened }) =>
      t("guest_link", {
        named: whom ? "yes" : "no",
        whom,
        day: longDay(format, revoked_on ?? ends_on),
        times: opened.length,
      }),
    ),
  ].filter((line): line is string => typeof line === "string");
}

export type Said = ExportedSpace["sentences"][number];

/** What was said of one thing, in its order. */
const saidReading = (turns: readonly Said[], { t, format }: DocumentWords): Markup[] =>
  withStanding(turns).map(
    ({ standing, agreed_on: day, text }) =>
      html`<article><p class="meta">${t(`said.${standing}`)}${day && ` · ${longDay(format, day)}`}</p><p class="words" dir="auto">${text}</p></article>`,
  );

export const weekly = (
  { weekday, at, timeZone }: ExportedSpace["review_times"][number]["text"],
  { commitments }: DocumentWords["messages"],
) => `${commitments.weekdays[weekdays[weekday - 1] ?? "MO"]}, ${at} (${timeZone})`;

/** A review, with the notes of both and what the person guessed. */
function reviewReading(
  { opened_on, stopped, notes, guesses }: ExportedSpace["reviews"][number],
  words: DocumentWords,
): Markup {
  const { t, format } = words;
  const guessed = guessedIn(guesses, t);
  return html`<article><p class="meta">${longDay(format, opened_on)}${stopped && ` · ${t("review_stopped")}`}</p>${guessed && html`<p>${guessed}</p>`}</article>${saidReading(notes, words)}`;
}

type Guesses = ExportedSpace["reviews"][number]["guesses"];

/** What was guessed in a review, as a sentence. */
export const guessedIn = (guesses: Guesses, t: DocumentWords["t"]) =>
  guesses &&
  t("guessed", {
    own: [guesses.pain, guesses.closeness].map((number) => number ?? "–").join(", "),
    other: [guesses.guessed_pain, guesses.guessed_closeness].map((number) => number ?? "–").join(", "),
  });
