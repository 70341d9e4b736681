import { useFormatter, useTranslations } from "next-intl";
import { Live } from "@/components/between/live";
import { GapStep } from "@/components/reviews/gap-step";
import { HardThingStep } from "@/components/reviews/hard-thing-step";
import { JointNote } from "@/components/reviews/joint-note";
import { MoveButton } from "@/components/reviews/move-button";
import { PromisesStep } from "@/components/reviews/promises-step";
import { ReviewOver } from "@/components/reviews/review-over";
import { SaidInStep } from "@/components/reviews/said-in-step";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Words } from "@/components/ui/words";
import type { ReviewPage } from "@/lib/reviews/queries";
import { stepsOf } from "@/lib/reviews/rules";
import { forDisplay } from "@/lib/time/day";

type Props = ReviewPage & { partnerName: string; newEntryId: string };

/** A review: the step both are on, or what was said in one that is over. */
export function ReviewTogether(page: Props) {
  const t = useTranslations("reviews");
  const format = useFormatter();
  const { review, partnerName: name } = page;
  return (
    <>
      <PageHeader title={t("title")} back={{ href: "/review", label: t("all") }}>
        <p className="text-muted">{format.dateTime(forDisplay(review.openedOn), { dateStyle: "full" })}</p>
      </PageHeader>
      <Live gone={t("gone")} waiting={{ says: t("moved", { name }), look: t("look") }} whenever />
      {review.open ? <Running {...page} /> : <ReviewOver {...page} />}
    </>
  );
}

function Running(page: Props) {
  const t = useTranslations("reviews");
  const { review } = page;
  const { step } = review;
  const all = stepsOf(review);
  const at = all.findIndex((one) => one.step === step);
  const next = all[at + 1];
  return (
    <>
      <p role="status" className="text-sm text-muted">
        {t("at", {
          step: at + 1,
          of: all.length,
          name: t(`steps.${step}`),
          minutes: all[at]?.minutes ?? 0,
        })}
      </p>
      <Section key={step} id={step} title={t(`steps.${step}`)} lead={t(`about.${step}`)}>
        <Step {...page} />
      </Section>
      {step === "closing" && <JointNote review={review.id} note={page.note} partnerName={page.partnerName} />}
      <div className="mt-10 space-y-4 border-t border-line pt-6">
        <p className="text-sm text-muted">{t("nothing_required")}</p>
        <div className="flex flex-wrap items-start gap-3">
          <MoveButton review={review} move="on" tone={isDone(page) ? "primary" : "quiet"}>
            {next ? t("on", { step: t(`steps.${next.step}`) }) : t("finish")}
          </MoveButton>
          <MoveButton review={review} move="stop">
            {t("stop")}
          </MoveButton>
        </div>
        <p className="text-sm text-muted">{t("stop_about")}</p>
      </div>
    </>
  );
}

/** Whether the reader has done what the step asks, as far as it asks anything: until then its own button is the one that stands out. */
function isDone({ review, parts }: Props): boolean {
  const { step, speaker, spoken } = review;
  if (step === "promises") return true;
  if (step === "hard_thing") return speaker === null && spoken > 0;
  if (step === "gap") return review.guessed;
  return parts.some((part) => part.mine && part.step === step);
}

function Step({ review, parts, guesses, kindnesses, promises, struggles, partnerName, newEntryId }: Props) {
  const t = useTranslations("reviews");
  const { step } = review;
  if (step === "promises") return <PromisesStep promises={promises} partnerName={partnerName} />;
  if (step === "hard_thing")
    return <HardThingStep review={review} struggles={struggles} partnerName={partnerName} />;
  if (step === "gap") return <GapStep review={review} guesses={guesses} partnerName={partnerName} />;
  return (
    <>
      {kindnesses.length > 0 && (
        <div className="space-y-2">
          <p className="text-sm text-muted">{t("kindnesses")}</p>
          <ul className="space-y-2">
            {kindnesses.map(({ id, mine, texts }) => (
              <li key={`${mine}/${id}`}>
                <Words>{texts.note ?? ""}</Words>
              </li>
            ))}
          </ul>
        </div>
      )}
      <SaidInStep
        // What was said is another form: what a field starts with is read once.
        key={`${step}/${parts.find((part) => part.mine && part.step === step)?.id}`}
        review={review.id}
        step={step}
        parts={parts}
        partnerName={partnerName}
        newEntryId={newEntryId}
      />
    </>
  );
}
