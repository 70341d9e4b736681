import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/fields";
import { ConfirmIdentity } from "@/components/settings/confirm-identity";
import { ButtonLink } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { leaveAction } from "@/lib/couples/actions";
import type { Confirming } from "@/lib/passkeys/rules";

export function Leave({ confirming }: { confirming: Confirming }) {
  const t = useTranslations("partner");
  const shell = useTranslations("shell");
  return (
    <Section id="leave" title={t("leave_title")} lead={t("leave_lead")}>
      <p>{t("leave_keep")}</p>
      <Disclosure summary={t("leave_title")}>
        <div className="space-y-5">
          <Notice tone="caution">
            <p>{t("leave_safety")}</p>
            <ButtonLink tone="quiet" href="/help">
              {shell("help")}
            </ButtonLink>
          </Notice>
          <ActionForm action={leaveAction}>
            <ConfirmIdentity id="leave-passphrase" confirming={confirming} />
            <SubmitButton tone="danger">{t("leave_yes")}</SubmitButton>
          </ActionForm>
        </div>
      </Disclosure>
    </Section>
  );
}
