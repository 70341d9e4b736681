import { useTranslations } from "next-intl";
import { CheckInFields } from "@/components/check-ins/check-in-fields";
import { OtherVersion } from "@/components/check-ins/other-version";
import { ShownField } from "@/components/check-ins/shown-field";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/fields";
import { amendCheckInAction } from "@/lib/check-ins/actions";
import type { EntryView } from "@/lib/check-ins/queries";
import { asFields, basisOf } from "@/lib/check-ins/rules";

export function AmendForm({ entry, partnerName }: { entry: EntryView; partnerName: string | null }) {
  const t = useTranslations("entry");
  return (
    <ActionForm action={amendCheckInAction} className="space-y-8">
      <input type="hidden" name="entry" value={entry.id} />
      <OtherVersion basis={basisOf(entry.content)} label={t("other_version")} />
      <CheckInFields startsWith={asFields(entry.content)} />
      <ShownField partnerName={partnerName} startsWith={entry.shown} hint={t("withdraw_hint")} />
      <SubmitButton>{t("save")}</SubmitButton>
    </ActionForm>
  );
}
