import { useMessages, useTranslations } from "next-intl";
import type { FeelingKey } from "@/components/ui/feeling-look";
import { type NeedKey, needLook } from "@/components/ui/need-look";
import { dimensions } from "@/lib/check-ins/rules";

/** What the reading of a check-in says beside what the person said. */
export type ContentWords = {
  readonly figures: Record<(typeof dimensions)[number], string>;
  readonly feelings: Record<FeelingKey, string>;
  readonly needs: Record<NeedKey, string>;
  readonly nothingSaid: string;
};

/** The catalogue's words for any number of check-ins, so that each of sixty need not ask for them. */
export function useContentWords(): ContentWords {
  const { feelings, needs } = useMessages();
  const t = useTranslations("check_in");
  const timeline = useTranslations("timeline");
  return {
    figures: record(dimensions, (name) => t(name)),
    feelings,
    needs: record(Object.keys(needLook) as NeedKey[], (name) => timeline("need", { need: needs[name] })),
    nothingSaid: t("nothing_said"),
  };
}

const record = <K extends string>(keys: readonly K[], wordFor: (key: K) => string) =>
  Object.fromEntries(keys.map((key) => [key, wordFor(key)])) as Record<K, string>;
