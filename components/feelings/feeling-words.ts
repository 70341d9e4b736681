import { useMessages, useTranslations } from "next-intl";

type Catalogue = ReturnType<typeof useMessages>;

/** What the reading of a shared feeling, a reply or felt heard says beside what the person said. */
export type FeelingWords = {
  readonly feelings: Catalogue["feelings"];
  readonly wishes: Catalogue["between"]["wish_told"];
  readonly heardParts: Catalogue["between"]["heard_told"];
  readonly heardAnswers: Catalogue["between"]["heard_answers"];
  readonly wouldHelp: string;
  readonly promise: string;
  readonly timeTold: string;
};

/** The catalogue's words for any number of them. */
export function useFeelingWords(): FeelingWords {
  const { feelings, between } = useMessages();
  const t = useTranslations("between");
  return {
    feelings,
    wishes: between.wish_told,
    heardParts: between.heard_told,
    heardAnswers: between.heard_answers,
    wouldHelp: t("would_help"),
    promise: t("promise_told"),
    timeTold: t("time_told"),
  };
}
