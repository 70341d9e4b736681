import type { Route } from "next";
import { useTranslations } from "next-intl";
import { StepButton } from "@/components/commitments/step-button";
import { TermsReading } from "@/components/commitments/terms-reading";
import { useDay } from "@/components/commitments/terms-words";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Words } from "@/components/ui/words";
import type { CommitmentView, StepView } from "@/lib/commitments/queries";
import { wasAgreed } from "@/lib/commitments/rules";

type Props = { commitment: CommitmentView; partnerName: string };

/** What waits for an answer, and the answers there are. */
export function Offer({ commitment, partnerName }: Props) {
  const t = useTranslations("commitments");
  const { id, standing, steps } = commitment;
  const offered = steps.find(({ turn }) => turn === standing.awaits?.turn);
  if (!offered) return null;
  const agreed = wasAgreed(standing);
  const { mine, name: named, texts } = offered;
  return (
    <Card as="section" submerged={mine}>
      <h2 className="font-serif text-lg font-medium">
        <OfferTitle offered={offered} commitment={commitment} partnerName={partnerName} />
      </h2>
      {agreed && offered.terms && (
        <div className="mt-3">
          <TermsReading terms={offered.terms} texts={texts} />
        </div>
      )}
      {texts.closing_note && (
        <div className="mt-3">
          <Words>{texts.closing_note}</Words>
        </div>
      )}
      {standing.awaits?.late && <p className="mt-3 text-sm text-muted">{t("late")}</p>}
      <div className="mt-4 flex flex-wrap gap-3">
        {mine ? (
          <>
            <StepButton commitment={commitment} step="withdrawn" tone="quiet">
              {t("withdraw")}
            </StepButton>
            {offered.terms && (
              <ButtonLink tone="quiet" href={`/commitments/${id}/change` as Route}>
                {t("again")}
              </ButtonLink>
            )}
          </>
        ) : (
          <>
            {!standing.awaits?.late && (
              <StepButton commitment={commitment} step="accepted">
                {t(acceptLabel(named))}
              </StepButton>
            )}
            <ButtonLink tone="quiet" href={`/commitments/${id}/change` as Route}>
              {t("amend")}
            </ButtonLink>
            <StepButton commitment={commitment} step="declined" tone="quiet">
              {t(agreed ? "keep_as_is" : "decline")}
            </StepButton>
          </>
        )}
      </div>
      {!mine && !agreed && <p className="mt-3 text-sm text-muted">{t("decline_about")}</p>}
    </Card>
  );
}

const acceptLabel = (named: StepView["name"]) =>
  named === "renewal_offered" ? "accept_renewal" : named === "ending_offered" ? "accept_ending" : "accept";

function OfferTitle({ offered, commitment, partnerName }: Props & { offered: StepView }) {
  const t = useTranslations("commitments");
  const say = useDay();
  const { mine, name: named, terms } = offered;
  const what =
    named === "renewal_offered"
      ? "renewal"
      : named === "ending_offered"
        ? "ending"
        : named === "change_offered"
          ? "change"
          : commitment.mine === mine
            ? "first"
            : "asks";
  return t(`${mine ? "offer_mine" : "offer_theirs"}.${what}`, {
    name: partnerName,
    day: terms ? say(terms.review) : "",
  });
}
