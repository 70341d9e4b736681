import { useMessages, useTranslations } from "next-intl";
import { useDay } from "@/components/commitments/terms-words";
import type { RecordWords, ToldRecord } from "@/components/timeline/record-card";
import { statuses } from "@/lib/follow-through/rules";
import type { RecordOfDay } from "@/lib/record/rules";

export function useRecordWords(partnerName: string | null): RecordWords {
  const t = useTranslations("timeline");
  const days = useTranslations("follow_through");
  const someone = useTranslations("commitments")("someone");
  return {
    you: t("you"),
    partner: partnerName ?? someone,
    kind: t("on_commitments"),
    later: t("later"),
    volunteered: days("volunteered_told"),
    statuses: useMessages().follow_through.statuses,
    first: Object.fromEntries(
      statuses.map((status) => [status, t("first_said", { status: days(`statuses.${status}`) })]),
    ) as RecordWords["first"],
  };
}

/** Says what steps were, in the reader's words. */
export function useTold(partnerName: string | null): (record: RecordOfDay) => ToldRecord {
  const t = useTranslations("commitments");
  const say = useDay();
  const name = partnerName ?? t("someone");
  return ({ steps, ...record }) => ({
    ...record,
    steps: steps.map(({ commitment, what, name: step, until }) => {
      const day = until ? say(until) : "";
      return {
        commitment,
        what,
        told: record.mine
          ? t(`names_you.${step}`, { day })
          : t("reads", { name, step: t(`names.${step}`, { day }) }),
      };
    }),
  });
}
