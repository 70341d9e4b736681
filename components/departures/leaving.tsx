import { useTranslations } from "next-intl";
import { ChosenMoment } from "@/components/departures/chosen-moment";
import { LeaveLater } from "@/components/departures/leave-later";
import { LeaveNow } from "@/components/departures/leave-now";
import { WhatStays } from "@/components/departures/what-stays";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/fields";
import { ConfirmIdentity } from "@/components/settings/confirm-identity";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { stayAction } from "@/lib/departures/actions";
import type { Confirming } from "@/lib/passkeys/rules";

type Props = { partnerName: string | null; leaveAt: Date | null; timeZone: string; confirming: Confirming };

/** Safety first, then one's own things, then what becomes of everything, and only then the step itself. */
export function Leaving({ partnerName, leaveAt, timeZone, confirming }: Props) {
  const t = useTranslations("leaving");
  const partner = useTranslations("partner");
  const shell = useTranslations("shell");
  const back = { href: "/settings/partner", label: partner("title") } as const;
  if (!partnerName)
    return (
      <>
        <PageHeader title={t("title")} back={back} />
        <EmptyState title={t("alone_title")}>{t("alone")}</EmptyState>
      </>
    );
  return (
    <>
      <PageHeader title={t("title")} lead={<p>{t("lead")}</p>} back={back} />
      <Notice tone="caution" title={t("safety_title")}>
        <p>{t("safety")}</p>
        <p>{t("safety_device")}</p>
        <ButtonLink tone="quiet" href="/help">
          {shell("help")}
        </ButtonLink>
      </Notice>
      <Section id="export" title={t("export_title")} lead={t("export")}>
        <ButtonLink tone="quiet" href="/settings/export">
          {t("export_link")}
        </ButtonLink>
      </Section>
      <WhatStays name={partnerName} />
      {leaveAt && (
        <Section id="chosen" title={t("chosen_title")} lead={t("chosen_about")}>
          <ChosenMoment leaveAt={leaveAt} timeZone={timeZone} />
          <ActionForm action={stayAction}>
            <input type="hidden" name="stay" value="yes" />
            <ConfirmIdentity id="stay-passphrase" confirming={confirming} />
            <SubmitButton tone="quiet">{t("take_back")}</SubmitButton>
          </ActionForm>
        </Section>
      )}
      <LeaveNow name={partnerName} confirming={confirming} />
      <LeaveLater leaveAt={leaveAt} timeZone={timeZone} confirming={confirming} />
    </>
  );
}
