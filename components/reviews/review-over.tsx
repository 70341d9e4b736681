import { useTranslations } from "next-intl";
import { GapStep } from "@/components/reviews/gap-step";
import { JointNote } from "@/components/reviews/joint-note";
import { SaidParts } from "@/components/reviews/said-in-step";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import type { ReviewPage } from "@/lib/reviews/queries";
import { saidSteps } from "@/lib/reviews/rules";

type Props = ReviewPage & { partnerName: string };

/** What was said in a review that is over, and what both keep of it. */
export function ReviewOver({ review, parts, guesses, note, partnerName }: Props) {
  const t = useTranslations("reviews");
  return (
    <>
      {review.stopped && (
        <div className="mb-6 space-y-4">
          <Notice title={t("stopped")}>
            <p>{t("stopped_about")}</p>
          </Notice>
          <ButtonLink tone="quiet" href="/space">
            {t("ask_space")}
          </ButtonLink>
        </div>
      )}
      {parts.length === 0 && !guesses.theirs && <p className="text-muted">{t("nothing_said")}</p>}
      {saidSteps.map((step) => {
        const said = parts.filter((part) => part.step === step);
        return (
          said.length > 0 && (
            <Section key={step} id={step} title={t(`steps.${step}`)}>
              <SaidParts parts={said} partnerName={partnerName} />
            </Section>
          )
        );
      })}
      {guesses.mine && guesses.theirs && (
        <Section id="gap" title={t("steps.gap")}>
          <GapStep review={review} guesses={guesses} partnerName={partnerName} />
        </Section>
      )}
      <JointNote review={review.id} note={note} partnerName={partnerName} />
    </>
  );
}
