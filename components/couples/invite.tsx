import { useFormatter, useTranslations } from "next-intl";
import { ActionForm, Shown } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/fields";
import { OneTime } from "@/components/ui/one-time";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { inviteAction, withdrawInvitationAction } from "@/lib/couples/actions";

/** `expiresAt` is when the open invitation ends, null where there is none. */
export function Invite({ expiresAt, timeZone }: { expiresAt: Date | null; timeZone: string }) {
  const t = useTranslations("partner");
  const format = useFormatter();
  const day = expiresAt && format.dateTime(expiresAt, { dateStyle: "long", timeZone });
  return (
    <Section id="invite" title={t("alone_title")} lead={t("alone")}>
      {day && <p className="text-sm">{t("again_lead", { day })}</p>}
      <ActionForm action={inviteAction} afterwards={<Made />}>
        <SubmitButton>{day ? t("again") : t("invite")}</SubmitButton>
      </ActionForm>
      {day && (
        <ActionForm action={withdrawInvitationAction}>
          <SubmitButton tone="quiet">{t("withdraw")}</SubmitButton>
        </ActionForm>
      )}
      <p>
        <TextLink href="/join">{t("have_words")}</TextLink>
      </p>
    </Section>
  );
}

function Made() {
  const t = useTranslations("partner");
  return (
    <OneTime title={t("words")} lead={t("made")}>
      <Shown name="words" />
      <span className="mt-3 block text-sm font-normal text-muted">{t("link")}</span>
      <span className="block text-sm font-normal break-all">
        <Shown name="link" />
      </span>
    </OneTime>
  );
}
