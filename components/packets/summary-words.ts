import { useFormatter, useMessages, useTranslations } from "next-intl";
import { dimensions } from "@/lib/check-ins/rules";
import { tallied } from "@/lib/follow-through/rules";
import { type PartContent, summaryOf } from "@/lib/packets/rules";
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

export function useToldSummary(): (content: PartContent) => ToldSummary {
  const t = useTranslations("packets.view");
  const five = useTranslations("follow_through.five");
  const { check_in, between, needs } = useMessages();
  const format = useFormatter();
  const tenth = (number: number) =>
    format.number(number, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (content) => {
    const { days, spreads, heard, wishes, needs: needed } = summaryOf(content);
    const times = (list: typeof wishes, names: Readonly<Record<string, string>>) =>
      list.map(({ of, times }) => t("times", { what: names[of] ?? of, times })).join(", ");
    return {
      numbers: t("numbers_of", { days }),
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
          numbers: (["due", ...tallied] as const).map((one) => `${five(one)} ${numbers[one]}`).join(" · "),
        })) ?? null,
      heard: heardParts.flatMap((part) => {
        const said = heardAnswers.filter((answer) => heard[part][answer] > 0);
        const answers = said.map((answer) => `${between.heard_answers[answer]} ${heard[part][answer]}`);
        return said.length > 0 ? [{ part: between.heard_told[part], answers: answers.join(", ") }] : [];
      }),
      asked: [
        ...(wishes.length > 0 ? [t("wishes", { list: times(wishes, between.wishes) })] : []),
        ...(needed.length > 0 ? [t("needs", { list: times(needed, needs) })] : []),
      ],
    };
  };
}
