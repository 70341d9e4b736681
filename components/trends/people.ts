import { useTranslations } from "next-intl";
import type { Day } from "@/lib/time/day";

/** Who looks at pictures, with whom, and when. */
export type Onlooker = { readonly name: string; readonly partnerName: string | null; readonly today: Day };

/** How each of the two is named and coloured in pictures: alike in all of them. */
export function usePeople(partnerName: string | null) {
  const t = useTranslations("timeline");
  return (mine: boolean) =>
    mine ? { name: t("you"), hue: "hue-accent" } : { name: partnerName ?? "", hue: "hue-plum" };
}
