import { useTranslations } from "next-intl";
import { Temporal } from "temporal-polyfill";
import { ActionForm } from "@/components/forms/action-form";
import { FormTextInput, SubmitButton } from "@/components/forms/fields";
import { ConfirmIdentity } from "@/components/settings/confirm-identity";
import { Section } from "@/components/ui/section";
import { leaveLaterAction } from "@/lib/departures/actions";
import { FURTHEST } from "@/lib/departures/rules";
import type { Confirming } from "@/lib/passkeys/rules";
import { addDays, dayIn } from "@/lib/time/day";

type Props = { leaveAt: Date | null; timeZone: string; confirming: Confirming };

export function LeaveLater({ leaveAt, timeZone, confirming }: Props) {
  const t = useTranslations("leaving");
  const today = dayIn(timeZone);
  const chosen =
    leaveAt && Temporal.Instant.fromEpochMilliseconds(leaveAt.getTime()).toZonedDateTimeISO(timeZone);
  return (
    <Section id="later" title={t("later_title")} lead={t("later_about", { days: FURTHEST })}>
      <ActionForm action={leaveLaterAction}>
        <div className="flex flex-wrap gap-4">
          <FormTextInput
            name="day"
            type="date"
            label={t("day")}
            min={today}
            max={addDays(today, FURTHEST)}
            defaultValue={chosen?.toPlainDate().toString() ?? ""}
          />
          <FormTextInput
            name="at"
            type="time"
            label={t("at")}
            defaultValue={chosen?.toPlainTime().toString({ smallestUnit: "minute" }) ?? ""}
          />
        </div>
        <p className="text-sm text-muted">{t("zone", { zone: timeZone.replaceAll("_", " ") })}</p>
        <ConfirmIdentity id="later-passphrase" confirming={confirming} />
        <SubmitButton tone="quiet">{chosen ? t("later_change") : t("later_yes")}</SubmitButton>
      </ActionForm>
    </Section>
  );
}
