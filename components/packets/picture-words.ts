import type { PacketWords } from "@/components/packets/words";
import type { EntryView } from "@/lib/entries/rules";
import { feltIn, heardIn, isEnoughToDraw } from "@/lib/packets/rules";
import { heardAnswers, heardOf, type Span } from "@/lib/trends/rules";

/** What a picture says in a sentence, and whether there is enough of it for the picture too. */
export type ToldPicture = { readonly times: number; readonly isDrawn: boolean; readonly sentence: string };

/** Which feelings one person named, and on how many days. */
export function toldFelt(entries: readonly EntryView[], { t, messages }: PacketWords): ToldPicture {
  const names: Readonly<Record<string, string>> = messages.feelings;
  const { days, feelings } = feltIn(entries);
  const list = feelings.map(({ of, times }) => t("view.times", { what: names[of] ?? of, times })).join(", ");
  return told(days, t("view.felt", { days, list }), t);
}

/** Whether answers were felt to hear one person. */
export function toldHeard(entries: readonly EntryView[], span: Span, words: PacketWords): ToldPicture {
  const { t, messages } = words;
  const { heard_told, heard_answers } = messages.between;
  const rows = heardIn(entries);
  const list = heardOf(rows, span).flatMap(({ part, counts }) => {
    const said = heardAnswers.flatMap((answer, at) =>
      counts[at] ? t("view.times", { what: heard_answers[answer], times: counts[at] }) : [],
    );
    return said.length > 0 ? t("view.heard_part", { part: heard_told[part], answers: said.join(", ") }) : [];
  });
  const times = t("view.heard_times", { times: rows.length });
  const sentence = list.length > 0 ? t("view.heard_said", { times, list: list.join(". ") }) : times;
  return told(rows.length, sentence, t);
}

function told(times: number, sentence: string, t: PacketWords["t"]): ToldPicture {
  const isDrawn = isEnoughToDraw(times);
  return { times, isDrawn, sentence: isDrawn || times === 0 ? sentence : t("view.not_drawn", { sentence }) };
}
