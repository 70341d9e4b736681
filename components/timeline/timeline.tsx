import { useFormatter, useTranslations } from "next-intl";
import { AudienceControl, AudienceLabels } from "@/components/timeline/audience-control";
import { EntryCard } from "@/components/timeline/entry-card";
import { forDisplay } from "@/lib/time/day";
import type { TimelineDay } from "@/lib/timeline/rules";

/** Entries by the day they are about, newest first. */
export function Timeline({
  days,
  partnerName,
}: {
  days: readonly TimelineDay[];
  partnerName: string | null;
}) {
  const t = useTranslations("timeline");
  const entry = useTranslations("entry");
  const format = useFormatter();
  const name = partnerName ?? "";
  const choices = {
    only_me: t("badge.only_me"),
    numbers: t("badge.numbers", { name }),
    numbers_and_words: t("badge.numbers_and_words", { name }),
  };
  return (
    <AudienceLabels labels={{ summary: t("change_shown"), hint: entry("withdraw_hint"), choices }}>
      <ol className="space-y-8">
        {days.map(({ day, entries }) => (
          <li key={day}>
            <h2 className="mb-3 font-serif text-lg font-medium">
              <time dateTime={day}>{format.dateTime(forDisplay(day), { dateStyle: "full" })}</time>
            </h2>
            <div className="space-y-3">
              {entries.map((of) => (
                <EntryCard key={`${of.mine}-${of.id}`} entry={of} partnerName={partnerName}>
                  {of.here && partnerName && <AudienceControl entry={of.id} shown={of.shown} />}
                </EntryCard>
              ))}
            </div>
          </li>
        ))}
      </ol>
    </AudienceLabels>
  );
}
