import { useFormatter, useTranslations } from "next-intl";
import { BringForm } from "@/components/therapy/bring-form";
import { useCardWords } from "@/components/timeline/card-words";
import { EntryReading } from "@/components/timeline/entry-card";
import { Timeline } from "@/components/timeline/timeline";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import type { EntryView } from "@/lib/entries/rules";
import { markOf } from "@/lib/therapy/rules";
import { forDisplay } from "@/lib/time/day";
import { groupByDay } from "@/lib/timeline/rules";

type Props = {
  marked: readonly EntryView[];
  /** The one that was asked about by its address. */
  asked: EntryView | null;
  partnerName: string | null;
};

/** What the viewer wants to bring to a session, and the one entry they came from to mark it. */
export function MarksPage({ marked, asked, partnerName }: Props) {
  const t = useTranslations("therapy.bring");
  const therapy = useTranslations("therapy");
  const marks = new Set(marked.map(markOf));
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={<p>{t("lead")}</p>}
        back={{ href: "/therapy", label: therapy("title") }}
      />
      {asked && <Asked entry={asked} marked={marks.has(markOf(asked))} partnerName={partnerName} />}
      {marked.length > 0 && (
        <div className={asked ? "mt-10" : undefined}>
          <Timeline days={groupByDay(marked)} partnerName={partnerName} marked={marks} />
        </div>
      )}
      {marked.length === 0 && !asked && (
        <EmptyState
          title={t("empty_title")}
          action={<ButtonLink href="/timeline">{t("to_timeline")}</ButtonLink>}
        >
          {t("empty")}
        </EmptyState>
      )}
    </>
  );
}

function Asked({
  entry,
  marked,
  partnerName,
}: {
  entry: EntryView;
  marked: boolean;
  partnerName: string | null;
}) {
  const t = useTranslations("therapy.bring");
  const format = useFormatter();
  const words = useCardWords(partnerName);
  return (
    <Section id="asked" title={t("one_title")}>
      <p className="text-sm text-muted">
        {[
          entry.mine ? words.you : words.partner,
          format.dateTime(forDisplay(entry.day), { dateStyle: "full" }),
        ].join(" · ")}
      </p>
      <Card as="article" submerged={entry.mine && entry.shown === "only_me"}>
        <EntryReading entry={entry} words={words} />
      </Card>
      <BringForm entry={entry} marked={marked} words={words} />
    </Section>
  );
}
