import { daysTold } from "@/components/packets/days";
import { linesOf } from "@/components/packets/entry-lines";
import { picturesOf } from "@/components/packets/paper-pictures";
import { toldSummary } from "@/components/packets/summary-words";
import { toldOfChoice, toldToGuest, type Voice } from "@/components/packets/voices";
import type { PacketWords } from "@/components/packets/words";
import type { EntryView } from "@/lib/entries/rules";
import { numbersIn, toldOf } from "@/lib/packets/rules";
import type { Block, Description, Leaf, Voice as Side } from "@/lib/paper/description";
import { type Day, forDisplay } from "@/lib/time/day";
import { unhurried } from "@/lib/unhurried";

/** A packet to be put on paper. */
export type OnPaper = {
  readonly from: Day;
  readonly to: Day;
  /** The day it is printed on. */
  readonly day: Day;
  readonly joint: boolean;
  readonly voices: readonly Voice[];
  /** Where it is a guest's: what stands faintly on every page. */
  readonly watermark?: string;
};

/** The packet as its page says it: a summary, pictures, and then the days. Its title and its file say of which days it is. */
export async function packetOnPaper(
  packet: OnPaper,
  words: PacketWords,
  language: string,
): Promise<Description> {
  const { t } = words;
  const title = daysTold(packet, words);
  const names = packet.voices.map(({ name }) => name).join(" · ");
  return {
    title,
    language,
    day: packet.day,
    size: "a4",
    ...(packet.watermark ? { watermark: packet.watermark } : {}),
    footer: {
      text: `${names} · ${title}`,
      pages: t("paper.pages", { page: "{page}", pages: "{pages}" }),
    },
    blocks: [
      { is: "heading", level: 1, text: title },
      { is: "paragraph", text: names },
      ...(await unhurried(piecesOf(packet, words))).flat(),
    ],
  };
}

/** What stands below its title, in pieces that are made one after the other. */
function* piecesOf(packet: OnPaper, words: PacketWords): Generator<readonly Block[]> {
  const { t } = words;
  yield [
    ...notes(packet, words),
    { is: "heading", level: 2, text: t("view.summary") },
    ...beside(packet, (voice) => summaryBlocks(voice, words)),
  ];
  yield* pictures(packet, words);
  yield [
    { is: "pageBreak" },
    { is: "heading", level: 2, text: t("view.timeline") },
    { is: "paragraph", style: "small", text: t("view.timeline_about") },
  ];
  yield* days(packet, words);
}

function notes({ joint, voices, watermark }: OnPaper, { t }: PacketWords): Leaf[] {
  const reader = voices.find(({ mine }) => mine)?.name;
  const said = [
    toldOfChoice(voices, t),
    ...(joint && watermark ? [toldToGuest(voices, t)] : []),
    ...(joint && reader
      ? voices.filter(({ mine }) => !mine).map(({ name }) => t("paper.not_all", { name, reader }))
      : []),
  ];
  return said.map((text) => ({ is: "paragraph", style: "quiet", text }));
}

/** What each of two says beside what the other does, under their names unless it says them itself; or what one alone says. */
function beside(
  { voices }: OnPaper,
  blocksOf: (voice: Voice, side: Side) => Leaf[],
  named: "named" | "by itself" = "named",
): Block[] {
  const [left, right] = voices;
  if (!left) return [];
  if (!right) return blocksOf(left, 0);
  const column = (voice: Voice, side: Side) => ({
    voice: side,
    name: named === "named" ? voice.name : "",
    blocks: blocksOf(voice, side),
  });
  return [{ is: "voices", columns: [column(left, 0), column(right, 1)] }];
}

function summaryBlocks(voice: Voice, words: PacketWords): Leaf[] {
  const { t } = words;
  const told = toldSummary(voice, words);
  const quiet = (text: string): Leaf => ({ is: "paragraph", style: "small", text });
  const isShort = told.spreads.some(({ cells }) => cells[1] === "–");
  return [
    { is: "heading", level: 3, text: t("view.numbers_title") },
    { is: "paragraph", text: told.numbers },
    {
      is: "table",
      head: [t("view.number"), t("view.mean"), t("view.swing")],
      rows: told.spreads.map(({ cells }) => cells),
      rowHeads: true,
      widths: [2, 1, 1],
    },
    ...(isShort ? [quiet(t("view.too_few"))] : []),
    ...(told.commitments ? commitmentBlocks(told.commitments, t) : []),
    { is: "heading", level: 3, text: t("view.heard_title") },
    ...(told.heard.length > 0
      ? [{ is: "keyValue" as const, rows: told.heard.map(({ part, answers }) => [part, answers] as const) }]
      : [quiet(t("view.heard_none"))]),
    { is: "heading", level: 3, text: t("view.asked_title") },
    ...(told.asked.length > 0
      ? told.asked.map((text): Leaf => ({ is: "paragraph", text }))
      : [quiet(t("view.asked_none"))]),
  ];
}

function commitmentBlocks(
  commitments: readonly { readonly what: string; readonly numbers: string }[],
  t: PacketWords["t"],
): Leaf[] {
  return [
    { is: "heading", level: 3, text: t("view.commitments_title") },
    ...(commitments.length > 0
      ? commitments.flatMap(({ what, numbers }): Leaf[] => [
          { is: "paragraph", text: what },
          { is: "paragraph", style: "small", text: numbers },
        ])
      : [{ is: "paragraph" as const, style: "small" as const, text: t("view.commitments_none") }]),
  ];
}

function* pictures(packet: OnPaper, words: PacketWords): Generator<readonly Block[]> {
  const { t } = words;
  const drawn = picturesOf(packet, words);
  if (drawn.length === 0) return;
  yield [{ is: "heading", level: 2, text: t("view.pictures") }];
  if (packet.voices.some(({ entries }) => numbersIn(entries).length > 0))
    yield [{ is: "paragraph", style: "small", text: t("view.drawn") }];
  for (const { title, of } of drawn) {
    const heading: Leaf = { is: "heading", level: 3, text: title };
    const [alone, other] = packet.voices;
    yield alone && !other
      ? [{ is: "keepTogether", blocks: [heading, ...of(alone, 0)] }]
      : [heading, ...beside(packet, of, "by itself")];
  }
}

function* days(packet: OnPaper, words: PacketWords): Generator<readonly Block[]> {
  const { t, format } = words;
  const said = (side: Side, { name }: Voice, entries: readonly EntryView[]): Leaf[] =>
    entries.map((entry) => {
      const { kind, chosen, texts } = linesOf(entry, words);
      return {
        is: "said",
        voice: side,
        name,
        kind,
        ...(chosen.length > 0 ? { numbers: chosen.join(" · ") } : {}),
        ...(texts.length > 0 ? { text: texts.map(labelled).join("\n\n") } : {}),
      };
    });
  for (const one of toldOf(packet.voices, packet))
    yield "day" in one
      ? [
          { is: "heading", level: 3, text: format.dateTime(forDisplay(one.day), { dateStyle: "full" }) },
          ...beside(packet, (voice, side) => said(side, voice, one.of[side] ?? []), "by itself"),
        ]
      : [{ is: "gap", text: t("view.gap", { span: daysTold(one, words) }) }];
}

const labelled = ({ label, text }: { readonly label: string | null; readonly text: string }) =>
  label ? `${label}: ${text}` : text;
