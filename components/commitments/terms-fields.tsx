import { useTranslations } from "next-intl";
import { FormManyPills, FormPills, FormSelect, FormTextArea, FormTextInput } from "@/components/forms/fields";
import { LONGEST } from "@/lib/commitments/rules";
import { often, WHAT_LIMIT } from "@/lib/commitments/schema";
import type { Draft } from "@/lib/drafts/rules";
import { addDays, type Day } from "@/lib/time/day";
import { weekdays } from "@/lib/time/recurrence";
import { WORDS_LIMIT } from "@/lib/web/fields";

type Props = {
  whatLabel: string;
  partnerName: string;
  today: Day;
  /** Raw field values. */
  startsWith: Draft;
};

/** What, how often, from when until when, and why. What belongs to one way of "how often" shows with it, script or not. */
export function TermsFields({ whatLabel, partnerName, today, startsWith }: Props) {
  const t = useTranslations("commitments");
  const first = (field: string) => startsWith[field]?.[0] ?? "";
  const onlyWith = "hidden pt-1";
  return (
    <>
      <FormTextArea
        name="what"
        label={whatLabel}
        hint={t("what_hint")}
        rows={2}
        maxLength={WHAT_LIMIT}
        defaultValue={first("what")}
      />
      <div className="group/often space-y-4">
        <FormPills
          name="often"
          label={t("often")}
          options={often.map((value) => ({ value, label: t(`oftens.${value}`) }))}
          defaultValue={first("often") || "daily"}
        />
        <div className={`${onlyWith} group-has-[[value=weekdays]:checked]/often:block`}>
          <FormManyPills
            name="days"
            label={t("days")}
            options={weekdays.map((value) => ({ value, label: t(`weekdays.${value}`) }))}
            startsWith={startsWith.days ?? []}
          />
        </div>
        <div className={`${onlyWith} max-w-56 group-has-[[value=weekly]:checked]/often:block`}>
          <FormSelect
            name="times"
            label={t("times")}
            defaultValue={first("times") || "3"}
            options={[1, 2, 3, 4, 5, 6, 7].map((times) => ({ value: String(times), label: String(times) }))}
          />
        </div>
        <div className={`${onlyWith} max-w-56 group-has-[[value=once]:checked]/often:block`}>
          <FormTextInput name="by" type="date" label={t("by")} min={today} defaultValue={first("by")} />
        </div>
      </div>
      <div className="grid gap-5 mid:grid-cols-2">
        <FormTextInput
          name="from"
          type="date"
          label={t("from")}
          min={today}
          defaultValue={first("from") || today}
        />
        <FormTextInput
          name="review"
          type="date"
          label={t("review")}
          min={addDays(today, 1)}
          max={addDays(today, 2 * LONGEST)}
          defaultValue={first("review") || addDays(today, REVIEW_AFTER)}
        />
        <p className="-mt-3 text-sm text-muted mid:col-span-2">{t("review_hint")}</p>
      </div>
      <FormTextArea
        name="why"
        label={t("why")}
        hint={t("why_hint", { name: partnerName })}
        rows={3}
        maxLength={WORDS_LIMIT}
        defaultValue={first("why")}
      />
    </>
  );
}

/** Four weeks fit what is looked at together. */
const REVIEW_AFTER = 28;
