import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { PacketPictures } from "@/components/packets/packet-pictures";
import { packetOnPaper } from "@/components/packets/paper";
import { voicesOf } from "@/components/packets/voices";
import { blank, numbersOf } from "@/lib/check-ins/rules";
import type { Feeling, Heard } from "@/lib/db/generated/enums";
import type { CheckInView, EntryView } from "@/lib/entries/rules";
import messages from "@/lib/i18n/en.json";
import { feltIn, isPictured } from "@/lib/packets/rules";
import type { Block, Figure, Leaf } from "@/lib/paper/description";
import { addDays } from "@/lib/time/day";
import { packetWords } from "@/tests/support/packet-words";
import { allTags, drawn, read } from "@/tests/support/paper";
import { day } from "@/tests/support/people";

const FROM = day("2026-03-02");
const TO = day("2026-03-29");
const on = (at: number) => addDays(FROM, at);
const seen = { mine: true, here: true, filledInLater: false, shown: "numbers_and_words" } as const;

const checkIn = (at: number, says: Partial<CheckInView["content"]>): EntryView => ({
  ...seen,
  id: `${at}-check-in`,
  day: on(at),
  kind: "check_in",
  content: { ...blank, ...says },
  earlier: [],
});
const pain = (at: number, feeling: Feeling, intensity: number | null): EntryView => ({
  ...seen,
  id: `${at}-${feeling}-${intensity}`,
  day: on(at),
  kind: "shared_feeling",
  texts: {},
  wish: "comfort",
  parts: [{ feeling, intensity }],
});
const answered = (at: number, understood: Heard): EntryView => ({
  ...seen,
  id: `${at}-heard`,
  day: on(at),
  kind: "felt_heard",
  texts: {},
  to: { mine: false, id: "a" },
  understood,
  accepted: null,
  caredFor: null,
});
const days = (many: number, of: (at: number) => EntryView) => Array.from({ length: many }, (_, at) => of(at));
const sad = (many: number) => days(many, (at) => checkIn(at, { feelings: ["sad"] }));
const heard = (many: number) => days(many, (at) => answered(at * 3, "partly"));

const voices = (ada: readonly EntryView[], ben: readonly EntryView[]) => {
  const part = (mine: boolean, entries: readonly EntryView[]) => ({
    mine,
    makers: mine,
    consentedOn: TO,
    entries: entries.map((entry) => ({ ...entry, mine }) as EntryView),
    commitments: null,
  });
  return voicesOf([part(true, ada), part(false, ben)], ({ mine }) => (mine ? "Ada" : "Ben"));
};
const onPaper = async (ada: readonly EntryView[], ben: readonly EntryView[] = []) => {
  const packet = { from: FROM, to: TO, day: TO, joint: true, voices: voices(ada, ben) };
  return (await packetOnPaper(packet, packetWords, "en")).blocks;
};
const onPage = (ada: readonly EntryView[], ben: readonly EntryView[] = []) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={messages}>
      <PacketPictures span={{ from: FROM, to: TO }} voices={voices(ada, ben)} />
    </NextIntlClientProvider>,
  );

const leaves = (blocks: readonly Block[], column: 0 | 1): Leaf[] =>
  blocks.flatMap((block) => (block.is === "voices" ? block.columns[column].blocks : []));
const figures = (blocks: readonly Block[], column: 0 | 1): Figure[] =>
  leaves(blocks, column).filter((leaf) => leaf.is === "figure");
const said = (blocks: readonly Block[], column: 0 | 1) =>
  leaves(blocks, column).flatMap((leaf) => (leaf.is === "paragraph" ? leaf.text : []));

describe("the feelings of a packet", () => {
  it("are named on the days they were chosen or shown, the most frequent first", () => {
    const entries = [
      checkIn(0, { feelings: ["hurt", "sad"] }),
      checkIn(1, { feelings: ["sad"] }),
      pain(1, "hurt", 6),
      pain(2, "hurt", null),
      checkIn(3, { trust: 4 }),
    ];
    expect(feltIn(entries)).toEqual({
      days: 3,
      feelings: [
        { of: "hurt", times: 3 },
        { of: "sad", times: 2 },
      ],
    });
  });

  it("are drawn for each by themselves, in the rows and with the counts of their own", async () => {
    const blocks = await onPaper(sad(5), [...sad(4), pain(4, "angry", 8)]);
    const [ada] = figures(blocks, 0);
    const [ben] = figures(blocks, 1);
    expect(ada?.alt).toBe("Ada: Named on 5 days: Sad 5.");
    expect(ben?.alt).toBe("Ben: Named on 5 days: Sad 4, Angry 1.");
    for (const [figure, column] of [[ada, 0] as const, [ben, 1] as const])
      expect(said(blocks, column)).toContain(figure?.alt);
    const named = Object.values(messages.feelings);
    const rows = ada?.texts?.map(({ text }) => text).filter((text) => named.includes(text));
    expect(rows).toEqual(named);
    // What the other named changes nothing of one's own picture.
    expect(figures(await onPaper(sad(5)), 0)).toEqual(figures(blocks, 0));
    expect(figures(await onPaper(sad(5)), 1)).toEqual([]);
  });

  it("differ by height, so that paper without colour tells them apart", async () => {
    const blocks = await onPaper([...sad(4), pain(5, "sad", 2), pain(6, "sad", 5), pain(7, "sad", 9)]);
    const [{ paths } = { paths: [] }] = figures(blocks, 0);
    const heights = paths
      .filter(({ fill }) => fill === "voice-0")
      .slice(0, 4)
      .map(({ d }) => Number(/v-([\d.]+)/.exec(d)?.[1]));
    expect(heights).toHaveLength(4);
    expect(heights).toEqual(heights.toSorted((one, other) => one - other));
    expect(new Set(heights).size).toBe(4);
  });

  it("have the strongest of several on a day", async () => {
    const high = async (entries: readonly EntryView[]) => figures(await onPaper(entries), 0)[0]?.paths;
    const both = [...sad(4), pain(5, "hurt", 9), pain(5, "hurt", 2)];
    expect(await high(both)).toEqual(await high([...sad(4), pain(5, "hurt", 9)]));
    expect(await high(both.toReversed())).toEqual(await high(both));
  });

  it("are said and not drawn on fewer than four days, on the page as on paper", async () => {
    const blocks = await onPaper(sad(3));
    expect(figures(blocks, 0)).toEqual([]);
    const sentence = "Named on 3 days: Sad 3. Too few for a picture.";
    expect(said(blocks, 0)).toContain(`Ada: ${sentence}`);
    expect(onPage(sad(3))).toContain(sentence);
    expect(onPage(sad(3))).not.toContain("<svg");
    expect(figures(await onPaper(sad(4)), 0)).toHaveLength(1);
    expect(onPage(sad(4))).toContain("<svg");
  });

  it("are not taken from words that were put in without their numbers", async () => {
    const wordsAlone = days(9, (at) => checkIn(at, { note: "heavy", own_feeling: "grey" }));
    expect(isPictured(wordsAlone)).toBe(false);
    expect(onPage(wordsAlone)).toBe("");
    expect(figures(await onPaper(wordsAlone), 0)).toEqual([]);
    const apart = [...sad(4), ...days(9, (at) => checkIn(at + 10, { note: "heavy" }))];
    expect(figures(await onPaper(apart), 0)).toEqual(figures(await onPaper(sad(4)), 0));
  });

  it("leave a day without any feeling known, and a day of which nothing was put in unknown", async () => {
    const washed = async (entries: readonly EntryView[]) =>
      figures(await onPaper(entries), 0)[0]?.paths.find(({ fill }) => fill === "wash")?.d;
    const numbersAlone = checkIn(9, numbersOf({ ...blank, feelings: [] }));
    const before = await washed(sad(4));
    expect(await washed([...sad(4), numbersAlone])).toBe(before);
    expect(await washed([...sad(4), checkIn(9, { need: "rest" })])).not.toBe(before);
  });
});

describe("being heard, in a packet", () => {
  it("is drawn by week for each part, and each answer looks different without colour", async () => {
    const entries = [answered(0, "yes"), answered(7, "partly"), answered(14, "not_yet"), answered(15, "yes")];
    const blocks = await onPaper(entries);
    const [figure] = figures(blocks, 0);
    expect(figure?.alt).toBe("Ada: Said after 4 answers. Understood: Yes 2, Partly 1, Not yet 1.");
    expect(said(blocks, 0)).toContain(figure?.alt);
    const texts = figure?.texts?.map(({ text }) => text);
    for (const text of [...Object.values(messages.between.heard_told), "Yes", "Partly", "Not yet"])
      expect(texts).toContain(text);
    const looks = new Set(
      figure?.paths
        .slice(-3)
        .map(({ fill, dash }) => JSON.stringify([dash, typeof fill === "object" && fill.tint])),
    );
    expect(looks.size).toBe(3);
  });

  it("has one scale for both, and is drawn only of whom there is enough", async () => {
    const many = days(6, (at) => answered(at, "yes"));
    const highest = (blocks: readonly Block[], column: 0 | 1) =>
      figures(blocks, column)[0]?.texts?.find(({ anchor }) => anchor === "end")?.text;
    const blocks = await onPaper(many, heard(4));
    expect([highest(blocks, 0), highest(blocks, 1)]).toEqual(["6", "6"]);
    const short = await onPaper(many, heard(3));
    expect(figures(short, 1)).toEqual([]);
    expect(said(short, 1)).toContain(
      "Ben: Said after 3 answers. Understood: Partly 3. Too few for a picture.",
    );
    expect(said(await onPaper(many), 1)).toContain("Ben: Nothing here.");
  });
});

describe("the pictures of a packet", () => {
  it("are not there at all where nothing is in it to draw or to count", async () => {
    expect(onPage([])).toBe("");
    const blocks = await onPaper([]);
    expect(blocks.some((block) => block.is === "heading" && block.text === "Pictures")).toBe(false);
  });

  it("say how numbers are drawn where there are numbers, and not of feelings alone", async () => {
    const says = async (entries: readonly EntryView[]) =>
      (await onPaper(entries)).some(
        (block) => block.is === "paragraph" && block.text.startsWith("Dots are days"),
      );
    expect(await says(sad(4))).toBe(false);
    expect(await says([checkIn(0, { trust: 4 })])).toBe(true);
  });

  it("are read aloud in words, on the page as on paper", async () => {
    const entries = [...sad(6), ...heard(5)];
    const { pages } = await read(drawn(await onPaper(entries, sad(4))));
    const alts = allTags(pages.flatMap(({ tags }) => tags)).flatMap(({ role, alt }) =>
      role === "Figure" ? alt : [],
    );
    const sentences = [
      "Named on 6 days: Sad 6.",
      "Named on 4 days: Sad 4.",
      "Said after 5 answers. Understood: Partly 5.",
    ];
    expect(alts.toSorted()).toEqual([`Ada: ${sentences[0]}`, `Ada: ${sentences[2]}`, `Ben: ${sentences[1]}`]);
    const page = onPage(entries, sad(4));
    for (const sentence of [...sentences.slice(0, 2), "Said after 5 answers.", "Partly 5"])
      expect(page).toContain(sentence);
  });

  it("stay within their measures over three years", async () => {
    const from = addDays(TO, -1095);
    const all = [
      ...sad(27),
      ...days(300, (at) => ({ ...answered(0, "yes"), id: `${at}`, day: addDays(from, at * 3) })),
    ];
    const { blocks } = await packetOnPaper(
      { from, to: TO, day: TO, joint: true, voices: voices(all, all) },
      packetWords,
      "en",
    );
    for (const { paths, texts = [], viewBox } of figures(blocks, 0)) {
      const [left, upper, wide, high] = viewBox;
      for (const { x, y } of texts) {
        expect(x).toBeGreaterThanOrEqual(left);
        expect(x).toBeLessThanOrEqual(left + wide);
        expect(y).toBeGreaterThan(upper);
        expect(y).toBeLessThanOrEqual(upper + high);
      }
      for (const { d } of paths)
        for (const [, x, y] of d.matchAll(/M([-\d.]+) ([-\d.]+)/g)) {
          expect(Number(x)).toBeGreaterThanOrEqual(left);
          expect(Number(x)).toBeLessThanOrEqual(left + wide);
          expect(Number(y)).toBeLessThanOrEqual(upper + high);
        }
    }
  });
});
