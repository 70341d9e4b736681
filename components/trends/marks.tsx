import type { Route } from "next";
import { useFormatter, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { EntryId } from "@/components/forms/entry-id";
import { FormPills, FormTextInput } from "@/components/forms/fields";
import { Folded } from "@/components/forms/folded";
import { KeepOrShow } from "@/components/forms/keep-or-show";
import type { Onlooker } from "@/components/trends/people";
import { Link } from "@/components/ui/link";
import { markDayAction } from "@/lib/annotations/actions";
import { annotationKinds } from "@/lib/annotations/rules";
import { MARK_LIMIT } from "@/lib/annotations/schema";
import type { AnnotationView } from "@/lib/entries/rules";
import { forDisplay } from "@/lib/time/day";

type Props = {
  annotations: readonly AnnotationView[];
  onlooker: Onlooker;
  newEntryId: () => string;
};

/** What either marked on the days of a picture, and a form to mark one. */
export function Marks({ annotations, onlooker, newEntryId }: Props) {
  const t = useTranslations("trends.marks");
  const format = useFormatter();
  const { partnerName, today } = onlooker;
  return (
    <div className="space-y-2">
      {annotations.length > 0 && (
        <ul aria-label={t("title")} className="text-sm">
          {annotations.map(({ id, mine, day, kind, texts }) => (
            <li key={`${mine}/${id}`} className="flex min-h-11 flex-wrap items-center gap-x-2 print:min-h-6">
              <span className="text-muted tabular-nums">
                {format.dateTime(forDisplay(day), { dateStyle: "medium" })}
              </span>
              <span>
                {[kind !== "marked_day" && t(`kinds.${kind}`), texts.note].filter(Boolean).join(": ")}
              </span>
              {mine ? (
                <Link
                  href={`/entries/${id}` as Route}
                  className="inline-flex min-h-11 items-center text-accent underline underline-offset-4 print:hidden"
                >
                  {t("change")}
                </Link>
              ) : (
                <span className="text-muted">{partnerName}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      <div className="print:hidden">
        <ActionForm action={markDayAction} className="max-w-narrow space-y-4">
          <EntryId fresh={newEntryId()} />
          <Folded summary={t("add")}>
            <FormPills
              name="kind"
              label={t("kind")}
              options={annotationKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
            />
            <FormTextInput name="day" type="date" label={t("day")} defaultValue={today} max={today} />
            <FormTextInput
              name="note"
              label={t("note")}
              hint={t("note_hint")}
              maxLength={MARK_LIMIT}
              autoComplete="off"
            />
            <KeepOrShow keep={t("keep")} show={partnerName && t("show", { name: partnerName })} />
          </Folded>
        </ActionForm>
      </div>
    </div>
  );
}
