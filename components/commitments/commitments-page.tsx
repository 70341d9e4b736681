import { useTranslations } from "next-intl";
import { AnnouncedList } from "@/components/announcements/announced";
import { CommitmentCard } from "@/components/commitments/commitment-card";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { Unopened } from "@/lib/announcements/queries";
import type { Lists } from "@/lib/follow-through/queries";
import type { Day } from "@/lib/time/day";

type Props = {
  lists: Lists;
  announced: readonly Unopened[];
  partnerName: string | null;
  today: Day;
};

const inOrder = ["waiting", "review", "mine", "theirs", "ended"] as const;

/** What the two have agreed on, what waits, and what has ended. */
export function CommitmentsPage({ lists, announced, partnerName, today }: Props) {
  const t = useTranslations("commitments");
  const correct = useTranslations("corrections");
  const acknowledgements = useTranslations("acknowledgements");
  const agreements = useTranslations("agreements");
  const reflections = useTranslations("reflections");
  const between = useTranslations("between");
  const empty = inOrder.every((list) => lists[list].length === 0);
  return (
    <>
      <PageHeader title={t("title")} lead={<p>{t("lead")}</p>} />
      <AnnouncedList announced={announced} partnerName={partnerName} />
      {partnerName ? (
        <div className="mb-8 flex flex-wrap gap-3">
          <ButtonLink href="/commitments/new?whose=mine">{t("new")}</ButtonLink>
          <ButtonLink tone="quiet" href="/commitments/new?whose=theirs">
            {t("ask")}
          </ButtonLink>
        </div>
      ) : (
        <EmptyState title={t("alone_title")}>{t("alone")}</EmptyState>
      )}
      {partnerName && empty && <EmptyState title={t("empty_title")}>{t("empty")}</EmptyState>}
      {inOrder.map(
        (list) =>
          lists[list].length > 0 && (
            <Section key={list} id={list} title={t(`lists.${list}`, { name: partnerName ?? "" })}>
              <ul className="space-y-3">
                {lists[list].map((one) => (
                  <CommitmentCard key={one.commitment.id} {...one} partnerName={partnerName} today={today} />
                ))}
              </ul>
            </Section>
          ),
      )}
      <div className="mt-10 flex flex-wrap gap-x-6 border-t border-line pt-3">
        <TextLink href="/mine">{reflections("link")}</TextLink>
        <TextLink href="/agreements">{agreements("title")}</TextLink>
        <TextLink href="/acknowledgements">{acknowledgements("link")}</TextLink>
        {partnerName && <TextLink href="/corrections/new">{correct("link")}</TextLink>}
        {!empty && <TextLink href="/timeline?kind=commitment">{between("on_timeline")}</TextLink>}
      </div>
    </>
  );
}
