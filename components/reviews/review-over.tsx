import { useTranslations } from "next-intl";
import { GapStep } from "@/components/reviews/gap-step";
import { JointNote } from "@/components/reviews/joint-note";
import { SaidParts } from "@/components/reviews/said-in-step";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import type { ReviewPage } from "@/lib/reviews/queries";
import { steps } from "@/lib/reviews/rules";

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
      {steps.map(({ step }) => {
        const said = parts.filter((part) => part.step === step);
        const shown = step === "gap" && guesses.mine && guesses.theirs;
        return (
          (said.length > 0 || shown) && (
            <Section key={step} id={step} title={t(`steps.${step}`)}>
              <SaidParts parts={said} partnerName={partnerName} />
              {shown && <GapStep review={review} guesses={guesses} partnerName={partnerName} />}
            </Section>
          )
        );
      })}
      <JointNote review={review.id} note={note} partnerName={partnerName} />
    </>
  );
}
