import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormTextInput, SubmitButton } from "@/components/forms/fields";
import { PageHeader } from "@/components/ui/page-header";
import { openNotesAction } from "@/lib/guests/actions";

/** What a link leads to before its words are said: the same whether it opens anything or not. */
export function OpenNotes({ token }: { token: string }) {
  const t = useTranslations("guests.open");
  return (
    <div className="mx-auto w-full max-w-narrow pb-16">
      <PageHeader title={t("title")} lead={<p>{t("lead")}</p>} />
      <ActionForm action={openNotesAction}>
        <input type="hidden" name="token" value={token} />
        <FormTextInput
          name="code"
          label={t("words")}
          hint={t("words_hint")}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={200}
        />
        <p className="text-sm text-muted">{t("noted")}</p>
        <SubmitButton className="w-full">{t("open")}</SubmitButton>
      </ActionForm>
    </div>
  );
}
