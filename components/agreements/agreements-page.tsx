import { useFormatter, useTranslations } from "next-intl";
import { ProposalCard } from "@/components/agreements/proposal-card";
import { ProposeForm } from "@/components/agreements/propose-form";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Words } from "@/components/ui/words";
import { agreeToAgreementAction, takeAgreementBackAction } from "@/lib/agreements/actions";
import type { Agreement, Turn } from "@/lib/agreements/rules";
import { forDisplay } from "@/lib/time/day";

type Props = {
  agreements: readonly Agreement[];
  coupleId: string;
  partnerName: string | null;
  newId: string;
};

/** What holds between two people, what one of them proposes, and how it read before. */
export function AgreementsPage({ agreements, coupleId, partnerName, newId }: Props) {
  const t = useTranslations("agreements");
  const commitments = useTranslations("commitments");
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={<p>{t("lead")}</p>}
        back={{ href: "/commitments", label: commitments("title") }}
      />
      {!partnerName && <EmptyState title={t("alone_title")}>{t("alone")}</EmptyState>}
      {partnerName && agreements.length === 0 && (
        <EmptyState title={t("empty_title")}>{t("empty")}</EmptyState>
      )}
      <ul className="space-y-6">
        {agreements.map((agreement) => (
          <li key={agreement.id} className="space-y-3">
            <AgreementReading agreement={agreement} coupleId={coupleId} partnerName={partnerName} />
          </li>
        ))}
      </ul>
      {partnerName && (
        <div className="mt-8">
          <ProposeForm id={newId} instead={null} coupleId={coupleId} partnerName={partnerName} />
        </div>
      )}
    </>
  );
}

type ReadingProps = { agreement: Agreement; coupleId: string; partnerName: string | null };

function AgreementReading({ agreement, coupleId, partnerName }: ReadingProps) {
  const t = useTranslations("agreements");
  const { id, holds, earlier, proposal } = agreement;
  const name = partnerName ?? "";
  return (
    <>
      {holds && (
        <Card as="article">
          <Words>{holds.text}</Words>
          <AgreedOn turn={holds} />
          {earlier.length > 0 && (
            <Disclosure summary={t("earlier")}>
              <ol className="space-y-4">
                {earlier.map((turn) => (
                  <li key={turn.name}>
                    <Words>{turn.text}</Words>
                    <AgreedOn turn={turn} />
                  </li>
                ))}
              </ol>
            </Disclosure>
          )}
        </Card>
      )}
      {proposal && (
        <ProposalCard
          proposal={{ turn: proposal.name, mine: proposal.mine }}
          about={{ agreement: id }}
          agree={{ action: agreeToAgreementAction, says: t("agree") }}
          takeBack={{ action: takeAgreementBackAction, says: t("back") }}
        >
          <p className="mb-2 text-sm text-muted">
            {t(`${holds ? "instead" : "proposed"}.${proposal.mine ? "mine" : "theirs"}`, { name })}
          </p>
          <Words>{proposal.text}</Words>
          {!proposal.mine && <p className="mt-2 text-sm text-muted">{t("no_answer")}</p>}
        </ProposalCard>
      )}
      {partnerName && (
        <ProposeForm
          id={id}
          instead={(proposal ?? holds)?.text ?? ""}
          coupleId={coupleId}
          partnerName={partnerName}
        />
      )}
    </>
  );
}

function AgreedOn({ turn: { on } }: { turn: Turn }) {
  const t = useTranslations("agreements");
  const format = useFormatter();
  const day = on && format.dateTime(forDisplay(on), { dateStyle: "long" });
  return <p className="mt-2 text-sm text-muted">{day ? t("agreed_on", { day }) : t("agreed_before")}</p>;
}
