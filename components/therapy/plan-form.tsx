import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { EntryId } from "@/components/forms/entry-id";
import { FormChoices, FormTextInput, SubmitButton } from "@/components/forms/fields";
import { Folded } from "@/components/forms/folded";
import { planSessionAction } from "@/lib/therapy/actions";
import { WHERE_LIMIT } from "@/lib/therapy/schema";
import type { Day } from "@/lib/time/day";

type Props = { entryId: string; partnerName: string | null; today: Day };

/** Notes a session that is or was. Whether it is of both is said by whoever notes it, and nothing is chosen beforehand. */
export function PlanForm({ entryId, partnerName, today }: Props) {
  const t = useTranslations("therapy");
  const choice = (kind: "couple" | "individual") => ({
    value: kind,
    title: t(`kinds.${kind}`),
    description: t(`kinds_about.${kind}`, { name: partnerName ?? "" }),
  });
  return (
    <ActionForm action={planSessionAction} className="space-y-3">
      <EntryId fresh={entryId} />
      <Folded summary={t("new")}>
        {partnerName ? (
          <FormChoices
            name="session_kind"
            label={t("kind")}
            choices={[choice("couple"), choice("individual")]}
          />
        ) : (
          <input type="hidden" name="session_kind" value="individual" />
        )}
        <div className="grid gap-4 mid:grid-cols-2">
          <FormTextInput name="day" type="date" label={t("day")} defaultValue={today} />
          <FormTextInput name="at" type="time" label={t("at")} hint={t("at_hint")} />
        </div>
        <FormTextInput
          name="note"
          label={t("where")}
          hint={t("where_hint")}
          maxLength={WHERE_LIMIT}
          autoComplete="off"
        />
        <SubmitButton>{t("save")}</SubmitButton>
      </Folded>
    </ActionForm>
  );
}
