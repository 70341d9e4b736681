import { useTranslations } from "next-intl";
import { type ContentWords, useContentWords } from "@/components/check-ins/content-words";
import type { Shown } from "@/lib/visibility/rules";

/** Everything a card says by itself. */
export type CardWords = ContentWords & {
  readonly you: string;
  readonly partner: string;
  readonly later: string;
  readonly elsewhere: string;
  readonly shown: Record<Shown, string>;
  readonly open: string;
  readonly changeShown: string;
  readonly withdrawHint: string;
};

/** The words of any number of cards, once. */
export function useCardWords(partnerName: string | null): CardWords {
  const t = useTranslations("timeline");
  const name = partnerName ?? "";
  return {
    ...useContentWords(),
    you: t("you"),
    partner: name,
    later: t("later"),
    elsewhere: t("elsewhere"),
    shown: {
      only_me: t("badge.only_me"),
      numbers: t("badge.numbers", { name }),
      numbers_and_words: t("badge.numbers_and_words", { name }),
    },
    open: t("open"),
    changeShown: t("change_shown"),
    withdrawHint: t("withdraw_hint"),
  };
}
