import { entryReading, longDay } from "@/components/export/entry-reading";
import { html, Markup } from "@/components/export/html";
import { personReading, spaceReading } from "@/components/export/person-reading";
import { commitmentReading, offerReading } from "@/components/export/record-reading";
import { style } from "@/components/export/style";
import type { DocumentWords } from "@/components/export/words";
import type { ExportedEntry, ExportedPerson, Part } from "@/lib/export/schema";
import { type Day, forDisplay } from "@/lib/time/day";

/**
 * The parts as one page that reads by itself: no script, nothing from anywhere else, and a policy of its own that says so.
 * By space, and in a space by day, the
 * oldest first; what is half written and the account itself come last.
 */
export async function* asDocument(parts: AsyncIterable<Part>, words: DocumentWords): AsyncGenerator<string> {
  let person: ExportedPerson | null = null;
  let present = false;
  let day = "";
  for await (const part of parts) {
    if (part.is === "person") {
      ({ person } = part);
      yield head(part.madeOn, person, words).text;
    } else if (part.is === "space") {
      day = "";
      ({ present } = part.space);
      yield spaceReading(part.space, words).text;
    } else if (part.is === "entries") {
      yield part.entries
        .map((entry, at) => dated(entry, part.entries[at - 1]?.happened_on ?? day, words))
        .join("");
      day = part.entries.at(-1)?.happened_on ?? day;
    } else yield recordReading(part, present, words).text;
  }
  yield html`${person && personReading(person, words)}</main></body></html>
`.text;
}

const head = (madeOn: string, person: ExportedPerson, words: DocumentWords): Markup => html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${madeOn}</title><style>${new Markup(style)}</style></head>
<body><main>
<header><h1>${person.name}</h1>
<p class="meta">${words.t("made_on", { day: longDay(words.format, madeOn) })}</p>
<p class="meta">${words.t("about", { name: person.name })}</p></header>
`;

/** An entry, below its day where it is the first of it. */
function dated(entry: ExportedEntry, dayBefore: string, words: DocumentWords): string {
  const { happened_on } = entry;
  const day = words.format.dateTime(forDisplay(happened_on as Day), { dateStyle: "full" });
  return html`${happened_on !== dayBefore && html`<h3>${day}</h3>`}${entryReading(entry, words)}`.text;
}

function recordReading(
  { commitments, offers }: Extract<Part, { is: "record" }>,
  present: boolean,
  words: DocumentWords,
): Markup {
  const { t } = words;
  const section = (title: string, all: readonly Markup[]) => all.length > 0 && html`<h3>${title}</h3>${all}`;
  return html`${section(
    t("record"),
    commitments.map((one) => commitmentReading(one, present, words)),
  )}${section(
    t("offers"),
    offers.map((one) => offerReading(one, words)),
  )}`;
}
