import type { Route } from "next";
import { useTranslations } from "next-intl";
import { daysTold } from "@/components/packets/days";
import { ChooseCommitments, ChooseGroups } from "@/components/packets/groups-form";
import { ChooseMonths } from "@/components/packets/months-form";
import { usePacketWords } from "@/components/packets/words";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import type { EntryView } from "@/lib/entries/rules";
import type { Choosing } from "@/lib/packets/queries";

type Props = {
  choosing: Choosing;
  month: string | null;
  /** Those of the month that is open. */
  entries: readonly EntryView[];
  partnerName: string | null;
};

/** What one puts in: all of a kind at once, and one by one, a month at a time. */
export function ChoosePage({ choosing, month, entries, partnerName }: Props) {
  const t = useTranslations("packets.choose");
  const words = usePacketWords();
  const { head, candidates, consented } = choosing;
  const back = `/therapy/packets/${head.id}` as Route;
  const name = head.kind === "joint" ? partnerName : null;
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={
          <>
            <p>{t("lead")}</p>
            {name && <p>{t("joint", { name })}</p>}
          </>
        }
        back={{ href: back, label: daysTold(head, words) }}
      />
      {consented ? (
        <Notice>{t("agreed")}</Notice>
      ) : (
        <>
          {candidates.length === 0 && <p>{t("nothing")}</p>}
          {candidates.length > 0 && (
            <Section
              id="groups"
              title={t("groups_title")}
              lead={name && <p>{t("groups_about", { name })}</p>}
            >
              <ChooseGroups choosing={choosing} readerName={name} />
            </Section>
          )}
          <ChooseCommitments choosing={choosing} />
          {candidates.length > 0 && (
            <Section id="months" title={t("months_title")} lead={<p>{t("months_about")}</p>}>
              <ChooseMonths choosing={choosing} month={month} entries={entries} partnerName={partnerName} />
            </Section>
          )}
        </>
      )}
      <div className="mt-8 flex flex-wrap gap-3">
        <ButtonLink href={back}>{t("look")}</ButtonLink>
      </div>
    </>
  );
}
