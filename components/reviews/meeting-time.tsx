import { useFormatter, useTranslations } from "next-intl";
import { ProposalCard } from "@/components/agreements/proposal-card";
import { CLOCK } from "@/components/between/moment";
import { ActionForm } from "@/components/forms/action-form";
import { FormSelect, FormTextInput, SubmitButton } from "@/components/forms/fields";
import { Folded } from "@/components/forms/folded";
import { Section } from "@/components/ui/section";
import { agreeToTimeAction, proposeTimeAction, takeTimeBackAction } from "@/lib/reviews/actions";
import type { ReviewsHome } from "@/lib/reviews/queries";
import { nextMeeting, type WeeklyTime } from "@/lib/reviews/rules";
import { weekdays } from "@/lib/time/recurrence";

type Props = { time: ReviewsHome["time"]; partnerName: string; timeZone: string };

/** The time both agreed on, what is proposed in its place, and a way to propose another. */
export function MeetingTime({ time: { agreed, proposal }, partnerName: name, timeZone }: Props) {
  const t = useTranslations("reviews.time");
  const days = useTranslations("commitments.weekdays");
  const format = useFormatter();
  const told = (time: WeeklyTime) =>
    format.dateTime(new Date(nextMeeting(time, timeZone).epochMilliseconds), {
      timeZone,
      weekday: "long",
      ...CLOCK,
    });
  return (
    <Section id="time" title={t("title")}>
      <p>{agreed ? t("agreed", { time: told(agreed) }) : t("none")}</p>
      {proposal && (
        <ProposalCard
          proposal={proposal}
          agree={{ action: agreeToTimeAction, says: t("agree") }}
          takeBack={{ action: takeTimeBackAction, says: t("back") }}
        >
          <p>{t(proposal.mine ? "mine" : "theirs", { time: told(proposal.time), name })}</p>
        </ProposalCard>
      )}
      <ActionForm action={proposeTimeAction} className="space-y-3">
        <Folded summary={agreed || proposal ? t("other") : t("choose")}>
          <div className="grid gap-4 mid:grid-cols-2">
            <FormSelect
              name="weekday"
              label={t("weekday")}
              defaultValue={String(agreed?.weekday ?? 7)}
              options={weekdays.map((day, at) => ({ value: String(at + 1), label: days(day) }))}
            />
            <FormTextInput name="at" type="time" label={t("at")} defaultValue={agreed?.at ?? "19:00"} />
          </div>
          <SubmitButton tone="quiet">{t("propose", { name })}</SubmitButton>
        </Folded>
      </ActionForm>
    </Section>
  );
}
