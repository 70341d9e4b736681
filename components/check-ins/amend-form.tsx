import { useTranslations } from "next-intl";
import { CheckInFields } from "@/components/check-ins/check-in-fields";
import { OtherVersion } from "@/components/check-ins/other-version";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/fields";
import { ShownField } from "@/components/visibility/shown-field";
import { amendCheckInAction } from "@/lib/check-ins/actions";
import type { OwnEntry } from "@/lib/check-ins/queries";
import { asFields } from "@/lib/check-ins/rules";

type Props = { entry: OwnEntry; forLater: boolean; partnerName: string | null };

export function AmendForm({ entry, forLater, partnerName }: Props) {
  const t = useTranslations("entry");
  const timeline = useTranslations("timeline");
  return (
    <ActionForm action={amendCheckInAction} className="space-y-8">
      <input type="hidden" name="entry" value={entry.id} />
      <OtherVersion basis={entry.basis} label={t("other_version")} />
      <CheckInFields startsWith={asFields(entry.content)} />
      <ShownField
        partnerName={partnerName}
        startsWith={forLater ? "later" : entry.shown}
        hint={timeline("withdraw_hint")}
        later
      />
      <SubmitButton>{t("save")}</SubmitButton>
    </ActionForm>
  );
}
