import { useTranslations } from "next-intl";
import { CheckInFields } from "@/components/check-ins/check-in-fields";
import { ExistingEntry } from "@/components/check-ins/existing-entry";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/fields";
import { KeepsDraft } from "@/components/forms/keeps-draft";
import { ShownField } from "@/components/visibility/shown-field";
import { recordCheckInAction } from "@/lib/check-ins/actions";
import type { Draft } from "@/lib/drafts/rules";
import { draftOf } from "@/lib/drafts/schema";
import type { Day } from "@/lib/time/day";
import type { Shown } from "@/lib/visibility/rules";

type Props = {
  /** The id of the entry this form makes: sent twice, it makes one. */
  entryId: string;
  coupleId: string;
  day: Day;
  /** Whether the day is past, and filled in afterwards. */
  earlier: boolean;
  draft: Draft | null;
  startsShown: Shown;
  partnerName: string | null;
};

export function CheckInForm({ entryId, coupleId, day, earlier, draft, startsShown, partnerName }: Props) {
  const t = useTranslations("check_in");
  return (
    <ActionForm action={recordCheckInAction} className="space-y-8">
      <input type="hidden" name="entry" value={entryId} />
      <input type="hidden" name="day" value={day} />
      <input type="hidden" name="space" value={coupleId} />
      <ExistingEntry label={t("open_existing")} />
      <CheckInFields startsWith={draft ?? {}} />
      <ShownField partnerName={partnerName} startsWith={draft?.shown?.[0] ?? startsShown} later />
      <div className="space-y-3">
        <KeepsDraft form={draftOf.checkIn(day)} draft={draft} />
        <div className="flex flex-col gap-3 mid:flex-row">
          <SubmitButton className="mid:min-w-40">{t("save")}</SubmitButton>
          <SubmitButton tone="quiet" name="nothing" value="yes">
            {earlier ? t("nothing_earlier") : t("nothing")}
          </SubmitButton>
        </div>
      </div>
    </ActionForm>
  );
}
