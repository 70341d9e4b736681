import { useFormatter, useTranslations } from "next-intl";
import { CheckInFields } from "@/components/check-ins/check-in-fields";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/fields";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { leaveCheckInAction } from "@/lib/left-check-ins/actions";
import { type Day, forDisplay } from "@/lib/time/day";

/** The fields of a check-in on a locked device: blank each time, and answered the same whatever there is. */
export function LeaveForm({ entryId, day }: { entryId: string; day: Day }) {
  const t = useTranslations("lock");
  const check_in = useTranslations("check_in");
  const format = useFormatter();
  const back = { href: "/locked", label: t("back") } as const;
  return (
    <>
      <PageHeader title={t("leave_title")} back={back}>
        <p className="text-muted">{format.dateTime(forDisplay(day), { dateStyle: "full" })}</p>
      </PageHeader>
      <ActionForm
        action={leaveCheckInAction}
        className="space-y-8"
        afterwards={
          <div className="space-y-5">
            <Notice title={t("left_title")}>{t("left")}</Notice>
            <ButtonLink href={back.href}>{t("unlock")}</ButtonLink>
          </div>
        }
      >
        <input type="hidden" name="entry" value={entryId} />
        <input type="hidden" name="day" value={day} />
        <CheckInFields startsWith={{}} />
        <div className="space-y-3">
          <p className="text-muted">{t("leave_about")}</p>
          <div className="flex flex-col gap-3 mid:flex-row">
            <SubmitButton className="mid:min-w-40">{check_in("save")}</SubmitButton>
            <SubmitButton tone="quiet" name="nothing" value="yes">
              {check_in("nothing")}
            </SubmitButton>
          </div>
        </div>
      </ActionForm>
    </>
  );
}
