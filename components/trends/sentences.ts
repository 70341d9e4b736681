import { useTranslations } from "next-intl";
import { type Given, type Range, summaryOf } from "@/lib/trends/rules";

type Words = ReturnType<typeof useTranslations<"trends.sentences">>;

/** What a picture of numbers says in one sentence, from its own rows alone. `when`: of which time they are, in words. */
export function sentenceOf(what: string, when: string, given: readonly Given[], t: Words): string {
  const days = given.length;
  if (days === 0) return t("nothing", { what, when });
  const said = summaryOf(given);
  if (!said) return t("few", { what, when, days });
  const { usual, half, least, most } = said;
  const [low, high] = half;
  if (least === most) return t("always", { what, when, days, least });
  if (low === least && high === most) return t("between", { what, when, days, least, most });
  if (usual !== null) return t("usual", { what, when, days, usual, least, most });
  return t("half", { what, when, days, low, high, least, most });
}

/** The same of one of the ranges there are. */
export function useSentence(range: Range): (what: string, given: readonly Given[]) => string {
  const t = useTranslations("trends.sentences");
  const when = useTranslations("trends")(`within.${range}`);
  return (what, given) => sentenceOf(what, when, given, t);
}
