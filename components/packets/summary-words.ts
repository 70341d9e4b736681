import type { PacketWords } from "@/components/packets/words";
import { dimensions } from "@/lib/check-ins/rules";
import { tallied } from "@/lib/follow-through/rules";
import { type Asked, type PartContent, summaryOf } from "@/lib/packets/rules";
import { heardAnswers, heardParts } from "@/lib/trends/rules";

/** What is said in a summary of one person's part, ready to be read: on a page as on paper. */
export type ToldSummary = {
  readonly numbers: string;
  /** Name, mean and swing of each number; both are a dash where there are too few. */
  readonly spreads: readonly { readonly key: string; readonly cells: readonly [string, string, string] }[];
  /** Null where the part has none in it. */
  readonly commitments: readonly { readonly what: string; readonly numbers: string }[] | null;
  readonly heard: readonly { readonly part: string; readonly answers: string }[];
  readonly asked: readonly string[];
};

export function toldSummary(content: PartContent, { t, messages, format }: PacketWords): ToldSummary {
  const { between, check_in, follow_through, needs: needNames } = messages;
  const { days, spreads, heard, wishes, needs } = summaryOf(content);
  const tenth = (number: number) =>
    format.number(number, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const times = (list: readonly Asked[], names: Readonly<Record<string, string>>) =>
    list.map(({ of, times }) => t("view.times", { what: names[of] ?? of, times })).join(", ");
  return {
    numbers: t("view.numbers_of", { days }),
    spreads: dimensions.map((key) => {
      const of = spreads[key];
      return {
        key,
        cells: [check_in[key], of ? tenth(of.mean) : "–", of ? `± ${tenth(of.deviation)}` : "–"],
      };
    }),
    commitments:
      content.commitments?.map(({ what, numbers }) => ({
        what,
        numbers: (["due", ...tallied] as const)
          .map((one) => `${follow_through.five[one]} ${numbers[one]}`)
          .join(" · "),
      })) ?? null,
    heard: heardParts.flatMap((part) => {
      const said = heardAnswers.filter((answer) => heard[part][answer] > 0);
      const answers = said.map((answer) => `${between.heard_answers[answer]} ${heard[part][answer]}`);
      return said.length > 0 ? [{ part: between.heard_told[part], answers: answers.join(", ") }] : [];
    }),
    asked: [
      ...(wishes.length > 0 ? [t("view.wishes", { list: times(wishes, between.wishes) })] : []),
      ...(needs.length > 0 ? [t("view.needs", { list: times(needs, needNames) })] : []),
    ],
  };
}
