import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { EntryId } from "@/components/forms/entry-id";
import { FormPills, FormTextArea, SubmitButton } from "@/components/forms/fields";
import { Folded } from "@/components/forms/folded";
import { Knowing } from "@/components/forms/knowing";
import type { RemarkView } from "@/lib/entries/rules";
import { noticeDayAction } from "@/lib/follow-through/actions";
import type { Day } from "@/lib/time/day";
import { type Shown, wholeChoices } from "@/lib/visibility/rules";
import { WORDS_LIMIT } from "@/lib/web/fields";

type Props = {
  entryId: string;
  commitment: string;
  day: Day;
  /** What the reader has said of that day before. */
  before: RemarkView | null;
  startsShown: Shown;
  partnerName: string;
};

/** "I noticed this", or that it was not felt. Neither is a verdict, and neither is owed. */
export function NoticeForm({ entryId, commitment, day, before, startsShown, partnerName }: Props) {
  const t = useTranslations("follow_through");
  const labels = {
    only_me: t("only_me"),
    numbers_and_words: t("shown_whole", { name: partnerName }),
  } as const;
  return (
    <ActionForm action={noticeDayAction} className="space-y-3">
      <EntryId fresh={entryId} />
      <input type="hidden" name="commitment" value={commitment} />
      <input type="hidden" name="day" value={day} />
      <Knowing name="before" value={before?.id ?? ""} />
      <Folded summary={t(before ? "notice_again" : "notice")} open={!before}>
        <p className="text-sm text-muted">{t("notice_about")}</p>
        <FormPills
          name="perceived"
          label={t("notice")}
          hideLabel
          options={(["noticed", "not_felt"] as const).map((value) => ({
            value,
            label: t(`perceived.${value}`),
          }))}
          defaultValue={before?.perceived ?? undefined}
        />
        <FormTextArea
          name="note"
          label={t("notice_words")}
          rows={2}
          maxLength={WORDS_LIMIT}
          defaultValue={before?.texts.note ?? ""}
        />
        <FormPills
          name="shown"
          label={t("shown")}
          options={wholeChoices.map((value) => ({ value, label: labels[value] }))}
          defaultValue={startsShown}
        />
        <SubmitButton>{t("notice_save")}</SubmitButton>
      </Folded>
    </ActionForm>
  );
}
