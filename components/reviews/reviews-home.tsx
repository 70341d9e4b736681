import type { Route } from "next";
import { useFormatter, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/fields";
import { MeetingTime } from "@/components/reviews/meeting-time";
import { TogetherTabs } from "@/components/together/tabs";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { Words } from "@/components/ui/words";
import { beginReviewAction, chooseToGuessAction } from "@/lib/reviews/actions";
import type { ReviewsHome as Home } from "@/lib/reviews/queries";
import { forDisplay } from "@/lib/time/day";

type Props = Home & { partnerName: string | null; timeZone: string; newReviewId: string };

/** When two people sit down, the review that runs, and those that are over. */
export function ReviewsHome({
  time,
  wantsToGuess,
  running,
  past,
  partnerName,
  timeZone,
  newReviewId,
}: Props) {
  const t = useTranslations("reviews");
  const together = useTranslations("together");
  const format = useFormatter();
  return (
    <>
      <PageHeader title={together("title")} lead={<p>{t("lead")}</p>} />
      <TogetherTabs current="review" />
      {!partnerName && <EmptyState title={t("alone_title")}>{t("alone")}</EmptyState>}
      {partnerName && (
        <>
          <Card>
            {running ? (
              <div className="space-y-3">
                <p>{t("runs")}</p>
                <ButtonLink href={`/review/${running.id}` as Route}>{t("go_on")}</ButtonLink>
              </div>
            ) : (
              // The page asks nobody into one, and looks the same for whoever is not to be asked.
              <Disclosure summary={t("begin_one")}>
                <ActionForm action={beginReviewAction} className="space-y-3">
                  <input type="hidden" name="review" value={newReviewId} />
                  <p>{t("begin_about", { name: partnerName })}</p>
                  <SubmitButton>{t("begin")}</SubmitButton>
                </ActionForm>
              </Disclosure>
            )}
          </Card>
          <MeetingTime time={time} partnerName={partnerName} timeZone={timeZone} />
          <Section id="guessing" title={t("gap.title")} lead={t("gap.lead")}>
            <ActionForm action={chooseToGuessAction} className="space-y-3">
              <input type="hidden" name="wanted" value={wantsToGuess ? "no" : "yes"} />
              <p>{t(wantsToGuess ? "gap.wanted" : "gap.unwanted")}</p>
              <SubmitButton tone="quiet">{t(wantsToGuess ? "gap.rather_not" : "gap.want")}</SubmitButton>
            </ActionForm>
          </Section>
        </>
      )}
      {past.length > 0 && (
        <Section id="past" title={t("past")}>
          <ul className="space-y-4">
            {past.map(({ review, note }) => (
              <li key={review.id}>
                <Card>
                  <h3 className="font-semibold">
                    {format.dateTime(forDisplay(review.openedOn), { dateStyle: "long" })}
                  </h3>
                  {note && (
                    <div className="mt-2">
                      <Words>{note}</Words>
                    </div>
                  )}
                  <TextLink href={`/review/${review.id}` as Route}>{t("open")}</TextLink>
                </Card>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
