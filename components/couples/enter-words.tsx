import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormTextInput, SubmitButton } from "@/components/forms/fields";
import { PageHeader } from "@/components/ui/page-header";
import { openInvitationAction } from "@/lib/couples/actions";

export function EnterWords() {
  const t = useTranslations("join");
  return (
    <>
      <PageHeader title={t("title")} lead={<p>{t("lead")}</p>} />
      <ActionForm action={openInvitationAction}>
        <FormTextInput
          name="code"
          label={t("words")}
          hint={t("words_hint")}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={200}
        />
        <SubmitButton className="w-full">{t("open")}</SubmitButton>
      </ActionForm>
    </>
  );
}
