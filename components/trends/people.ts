import { useTranslations } from "next-intl";

/** How each of the two is named and coloured in pictures: alike in all of them. */
export function usePeople(partnerName: string | null) {
  const t = useTranslations("timeline");
  return (mine: boolean) =>
    mine ? { name: t("you"), hue: "hue-accent" } : { name: partnerName ?? "", hue: "hue-plum" };
}
