import type { Route } from "next";
import { useFormatter, useTranslations } from "next-intl";
import { useCardWords } from "@/components/timeline/card-words";
import { DeleteForm } from "@/components/timeline/delete-form";
import { EntryReading } from "@/components/timeline/entry-card";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { ShowEntry } from "@/components/visibility/show-entry";
import { isAnnounced, roomOf } from "@/lib/announcements/rules";
import {
  type CheckInView,
  canBeShown,
  type EntryView,
  isAnnotation,
  isTherapyPart,
} from "@/lib/entries/rules";
import { isReflectionKind } from "@/lib/reflections/rules";
import { forDisplay } from "@/lib/time/day";

type Props = { entry: Exclude<EntryView, CheckInView>; partnerName: string | null };

/** What one wrote to the other, on a page of its own: shown, taken back or deleted whole. It is never rewritten. */
export function OwnWritingPage({ entry, partnerName }: Props) {
  const t = useTranslations("between");
  const shell = useTranslations("shell");
  const reflections = useTranslations("reflections");
  const therapy = useTranslations("therapy");
  const struggles = useTranslations("struggles");
  const format = useFormatter();
  const words = useCardWords(partnerName);
  return (
    <>
      <PageHeader
        title={t("own_title")}
        lead={<p>{t("own_lead")}</p>}
        back={entry.here ? wayBack(entry) : undefined}
      >
        <p className="text-muted">{format.dateTime(forDisplay(entry.day), { dateStyle: "full" })}</p>
      </PageHeader>
      <Card as="article" submerged={entry.shown === "only_me"}>
        <EntryReading entry={entry} words={words} />
      </Card>
      {entry.here && partnerName && canBeShown(entry) && (
        <Section id="shown" title={words.changeShown}>
          <ShowEntry entry={entry} words={words} />
          <TextLink href={`/entries/${entry.id}/seen` as Route}>{words.seen}</TextLink>
        </Section>
      )}
      <div className="mt-10 border-t border-line pt-4">
        <DeleteForm entry={entry.id} />
      </div>
    </>
  );

  function wayBack({ kind, id }: Props["entry"]): { href: Route; label: string } {
    if (isAnnounced(kind)) return { href: `/${roomOf[kind]}/${id}` as Route, label: shell("back") };
    if (kind === "acknowledgement_answer") return { href: "/acknowledgements", label: shell("back") };
    if (entry.kind === "follow_through_note" || entry.kind === "noticing")
      return { href: `/commitments/${entry.commitment}` as Route, label: shell("commitments") };
    if (kind === "struggle" || kind === "struggle_part")
      return { href: "/struggles", label: struggles("title") };
    if (kind === "therapy_session") return { href: `/therapy/${id}` as Route, label: therapy("title") };
    if (isTherapyPart(entry)) return { href: `/therapy/${entry.to.id}` as Route, label: therapy("title") };
    if (isReflectionKind(kind)) return { href: "/mine", label: reflections("title") };
    if (isAnnotation(entry)) return { href: "/trends", label: shell("together") };
    return { href: "/feelings", label: t("title") };
  }
}
