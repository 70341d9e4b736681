import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/fields";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { readNoticeAction } from "@/lib/accounts/actions";

/** What everyone reads once before the first entry. */
export function PlainNotice({ operator }: { operator?: string }) {
  const t = useTranslations("notice");
  return (
    <>
      <PageHeader title={t("title")} lead={<p>{t("lead")}</p>} />
      <Section id="court" title={t("court_title")}>
        <p>{t("court")}</p>
      </Section>
      <Section id="therapy" title={t("therapy_title")}>
        <p>{t("therapy")}</p>
      </Section>
      <Section id="server" title={t("server_title")}>
        <p>{t("server", { operator: operator ?? t("operator_unnamed") })}</p>
      </Section>
      <ActionForm action={readNoticeAction} className="mt-8">
        <SubmitButton>{t("agree")}</SubmitButton>
      </ActionForm>
    </>
  );
}
