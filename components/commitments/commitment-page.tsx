import type { Route } from "next";
import { useTranslations } from "next-intl";
import { StandsAt } from "@/components/commitments/commitment-card";
import { FiveNumbersReading } from "@/components/commitments/five-numbers";
import { History } from "@/components/commitments/history";
import { Offer } from "@/components/commitments/offer";
import { PutAway } from "@/components/commitments/put-away";
import { Settle } from "@/components/commitments/settle";
import { TermsReading } from "@/components/commitments/terms-reading";
import { useDay } from "@/components/commitments/terms-words";
import { DayPanel } from "@/components/follow-through/day-panel";
import { DaysTable } from "@/components/follow-through/days-table";
import { Legend } from "@/components/follow-through/legend";
import { Picture } from "@/components/follow-through/picture";
import { Remarks } from "@/components/follow-through/remarks";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { Words } from "@/components/ui/words";
import type { WritingHelp as Help } from "@/lib/coach/rules";
import { wasAgreed } from "@/lib/commitments/rules";
import type { CommitmentPage } from "@/lib/follow-through/queries";
import type { Day } from "@/lib/time/day";

type Props = {
  page: CommitmentPage;
  /** The day its reader has chosen in the picture. */
  chosen: Day | null;
  partnerName: string | null;
  today: Day;
  help: Help;
  newEntryId: () => string;
};

/** One commitment: what was agreed, how it went, and everything that came about with it. */
export function CommitmentReading({ page, chosen, partnerName, today, help, newEntryId }: Props) {
  const t = useTranslations("commitments");
  const days = useTranslations("follow_through");
  const say = useDay();
  const { commitment, numbers, picture, said, remarks, source, partOf } = page;
  const { area, holds, standing, here, mine, id, steps } = commitment;
  const { agreed: newest } = commitment;
  const next = newest?.terms && newest.turn !== holds.turn ? newest : null;
  const name = (here && partnerName) || t("someone");
  const agreed = wasAgreed(standing);
  const open = here && partnerName !== null;
  return (
    <>
      <PageHeader title={titleOf()} back={{ href: "/commitments", label: t("title") }}>
        <p className="text-muted">{t(`areas.${area}`)}</p>
      </PageHeader>
      <div className="space-y-4">
        {!here && agreed && <p className="text-sm text-muted">{t("read_only")}</p>}
        <Card as="article" submerged={standing.state === "declined"}>
          {holds.terms && <TermsReading terms={holds.terms} texts={holds.texts} />}
          <div className="mt-4 border-t border-line pt-3">
            <StandsAt commitment={commitment} name={name} today={today} />
            {partOf && (
              <div className="mt-2">
                <p className="text-sm text-muted">{t("part_of")}</p>
                <Words>{partOf}</Words>
                {here && <TextLink href="/agreements">{t("part_of_link")}</TextLink>}
              </div>
            )}
            {source && (
              <TextLink href={`/${source.kind}s/${source.id}` as Route}>
                {t(`source_link.${source.kind}`)}
              </TextLink>
            )}
            <p className="mt-2 text-sm text-muted">{t(`nots.${area}`)}</p>
          </div>
        </Card>
        {next?.terms && (
          <Card as="section">
            <h2 className="mb-3 font-serif text-lg font-medium">
              {t("from_then", { day: say(next.terms.from) })}
            </h2>
            <TermsReading terms={next.terms} texts={next.texts} />
          </Card>
        )}
        {open && standing.awaits && <Offer commitment={commitment} partnerName={name} />}
        {(standing.state === "declined" || (!here && !agreed && steps[0]?.mine)) && (
          <PutAway commitment={commitment} />
        )}
      </div>
      {agreed && (
        <Section id="four-weeks" title={days("four_weeks")} lead={<p>{days("four_weeks_about")}</p>}>
          <FiveNumbersReading numbers={numbers} />
          <Picture
            picture={picture}
            commitment={id}
            chosen={chosen}
            leads={({ day, canSay, shows }) =>
              here &&
              (mine ? canSay && day <= today : said.some((one) => one.day === day) && shows !== "none")
            }
          />
          <Legend />
          <Disclosure summary={days("as_table")}>
            <DaysTable said={said} commitment={id} leads={(day) => open && day <= today} />
          </Disclosure>
        </Section>
      )}
      {open && agreed && (
        <DayPanel
          page={page}
          chosen={chosen}
          partnerName={name}
          today={today}
          help={help}
          newEntryId={newEntryId}
        />
      )}
      {remarks.length > 0 && <Remarks remarks={remarks} partnerName={name} />}
      {open && agreed && standing.state !== "ended" && (
        <Settle commitment={commitment} partnerName={name} today={today} help={help} />
      )}
      <div className="mt-8">
        <History steps={steps} partnerName={name} />
      </div>
    </>
  );

  function titleOf(): string {
    if (agreed) return t(mine ? "own_title" : "theirs_title", { name });
    const byMe = holds.mine;
    if (mine) return t(byMe ? "own_offered_title" : "own_asked_title", { name });
    return t(byMe ? "theirs_asked_title" : "theirs_offered_title", { name });
  }
}
