import { feelingsOnPaper } from "@/components/packets/paper-felt";
import { courseOnPaper } from "@/components/packets/paper-figure";
import { heardOnPaper } from "@/components/packets/paper-heard";
import { toldFelt, toldHeard } from "@/components/packets/picture-words";
import type { Voice } from "@/components/packets/voices";
import type { PacketWords } from "@/components/packets/words";
import { sentenceOf } from "@/components/trends/sentences";
import { dimensions } from "@/lib/check-ins/rules";
import { isAnnotation } from "@/lib/entries/rules";
import { feelingsIn, heardIn, numbersIn, strengthsIn } from "@/lib/packets/rules";
import type { Figure, Leaf, Voice as Side } from "@/lib/paper/description";
import { type Day, numberOf } from "@/lib/time/day";
import { courseOf, daysFelt, feltOf, givenOf, heardOf, highest, type Span } from "@/lib/trends/rules";

type Pictured = { readonly from: Day; readonly to: Day; readonly voices: readonly Voice[] };

/** What is drawn of each who speaks: its name, and the picture of one of them with what it says. */
export type Picture = { readonly title: string; readonly of: (voice: Voice, side: Side) => Leaf[] };

/** The pictures of a packet in their order. What nobody said anything of has none. */
export function picturesOf({ from, to, voices }: Pictured, words: PacketWords): Picture[] {
  const span = { from: numberOf(from), to: numberOf(to) };
  return [...courses(voices, span, words), ...felt(voices, span, words), ...heard(voices, span, words)];
}

function courses(voices: readonly Voice[], span: Span, words: PacketWords): Picture[] {
  const { t, messages, sentences, format } = words;
  const rows = new Map(voices.map((voice) => [voice, numbersIn(voice.entries)]));
  const marked = voices.flatMap(({ entries }) =>
    entries.filter(isAnnotation).map(({ day }) => numberOf(day)),
  );
  const drawn = dimensions.filter((one) => [...rows.values()].some((of) => givenOf(of, one).length > 0));
  return drawn.map((dimension) => ({
    title: messages.check_in[dimension],
    of: (voice, side) => {
      const given = givenOf(rows.get(voice) ?? [], dimension);
      const sentence = sentenceOf(messages.check_in[dimension], t("view.within"), given, sentences);
      return told(voice, sentence, words, (alt) =>
        given.length > 0
          ? courseOnPaper({ span, side, alt, given, course: courseOf(given, span), marked }, format)
          : null,
      );
    },
  }));
}

function felt(voices: readonly Voice[], span: Span, words: PacketWords): Picture[] {
  const says = new Map(voices.map((voice) => [voice, toldFelt(voice.entries, words)]));
  if ([...says.values()].every(({ times }) => times === 0)) return [];
  const of = (voice: Voice, side: Side) => {
    const { isDrawn, sentence } = says.get(voice) ?? toldFelt([], words);
    const [checkIns, strengths] = [feelingsIn(voice.entries), strengthsIn(voice.entries)];
    const [moments, days] = [feltOf(checkIns, strengths, span), daysFelt(checkIns, strengths)];
    return told(voice, sentence, words, (alt) =>
      isDrawn ? feelingsOnPaper({ span, side, alt, moments, days }, words) : null,
    );
  };
  return [{ title: words.t("view.felt_title"), of }];
}

function heard(voices: readonly Voice[], span: Span, words: PacketWords): Picture[] {
  const says = new Map(voices.map((voice) => [voice, toldHeard(voice.entries, span, words)]));
  if ([...says.values()].every(({ times }) => times === 0)) return [];
  const partsOf = ({ entries }: Voice) => heardOf(heardIn(entries), span);
  const most = highest(voices.flatMap(partsOf).flatMap(({ weeks }) => weeks));
  const of = (voice: Voice) => {
    const { isDrawn, sentence } = says.get(voice) ?? toldHeard([], span, words);
    return told(voice, sentence, words, (alt) =>
      isDrawn ? heardOnPaper({ span, alt, parts: partsOf(voice), most }, words) : null,
    );
  };
  return [{ title: words.t("view.heard_title"), of }];
}

/** The picture first: nothing comes between it and its name. What it says is read in its place too. */
function told(
  { name }: Voice,
  sentence: string,
  { t }: PacketWords,
  drawn: (alt: string) => Figure | null,
): Leaf[] {
  const alt = t("view.figure", { name, sentence });
  const figure = drawn(alt);
  return [...(figure ? [figure] : []), { is: "paragraph", style: "small", text: alt }];
}
