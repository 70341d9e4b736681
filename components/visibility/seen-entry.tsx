import { useFormatter, useTranslations } from "next-intl";
import { useCardWords } from "@/components/timeline/card-words";
import { EarlierVersions } from "@/components/timeline/earlier-versions";
import { EntryCard } from "@/components/timeline/entry-card";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { ShowEntry } from "@/components/visibility/show-entry";
import { canBeShown, type EntryView } from "@/lib/entries/rules";
import { forDisplay } from "@/lib/time/day";

type Props = { own: EntryView; seen: EntryView | null; ownName: string; partnerName: string };

/** One entry of the viewer's own as their partner reads it, and the choice that makes it so. */
export function SeenEntry({ own, seen, ownName, partnerName }: Props) {
  const t = useTranslations("seen");
  const timeline = useTranslations("timeline");
  const format = useFormatter();
  const words = useCardWords(partnerName);
  const asTheyRead = useCardWords(ownName);
  const name = partnerName;
  return (
    <>
      <PageHeader title={t("title", { name })} back={{ href: "/timeline", label: timeline("title") }}>
        <p className="text-muted">{format.dateTime(forDisplay(own.day), { dateStyle: "full" })}</p>
      </PageHeader>
      {seen ? (
        <EntryCard
          entry={seen}
          words={asTheyRead}
          earlier={seen.kind === "check_in" && <EarlierVersions earlier={seen.earlier} />}
          still
        />
      ) : (
        <Card submerged>
          <p>{t("nothing_of_it", { name })}</p>
        </Card>
      )}
      {canBeShown(own) && (
        <Section id="shown" title={timeline("change_shown")}>
          <ShowEntry entry={own} words={words} />
        </Section>
      )}
    </>
  );
}
