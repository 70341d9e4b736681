import { useFormatter, useTranslations } from "next-intl";
import type { Listed } from "@/lib/packets/queries";
import { forDisplay } from "@/lib/time/day";

/** How far each of the two is, in a sentence each. */
export function useStates(partnerName: string | null): (packet: Pick<Listed, "kind" | "parts">) => string[] {
  const t = useTranslations("packets.state");
  const format = useFormatter();
  const name = partnerName ?? "";
  return ({ kind, parts }) => {
    const own = parts.find(({ mine }) => mine);
    const theirs = parts.find(({ mine }) => !mine);
    const on = (of: typeof own) =>
      of?.consentedOn && format.dateTime(forDisplay(of.consentedOn), { dateStyle: "long" });
    const [mineOn, theirsOn] = [on(own), on(theirs)];
    return [
      !own ? t("not_begun") : mineOn ? t("agreed", { day: mineOn }) : t("choosing"),
      ...(kind === "joint"
        ? [theirsOn ? t("other_agreed", { name, day: theirsOn }) : t("other_waits", { name })]
        : []),
    ];
  };
}
