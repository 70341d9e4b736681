import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/fields";
import { Disclosure } from "@/components/ui/disclosure";
import { deleteEntryAction } from "@/lib/entries/actions";

/** Deletes an entry for good, a tap after one is told so. */
export function DeleteForm({ entry }: { entry: string }) {
  const t = useTranslations("timeline");
  return (
    <Disclosure summary={t("delete")}>
      <ActionForm action={deleteEntryAction} className="space-y-3">
        <input type="hidden" name="entry" value={entry} />
        <p className="text-sm text-muted">{t("delete_sure")}</p>
        <SubmitButton tone="danger">{t("delete_yes")}</SubmitButton>
      </ActionForm>
    </Disclosure>
  );
}
