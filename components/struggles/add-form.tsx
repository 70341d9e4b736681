import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { EntryId } from "@/components/forms/entry-id";
import { FormTextArea } from "@/components/forms/fields";
import { Folded } from "@/components/forms/folded";
import { KeepOrShow } from "@/components/forms/keep-or-show";
import { KeepsDraft } from "@/components/forms/keeps-draft";
import type { Draft } from "@/lib/drafts/rules";
import { addStruggleAction } from "@/lib/struggles/actions";
import { STRUGGLE_LIMIT } from "@/lib/struggles/schema";

type Props = { entryId: string; form: string; partnerName: string | null; draft: Draft | null };

/** Names what stays hard. It is kept, or put on the list of both, by the button it is sent with. */
export function AddStruggleForm({ entryId, form, partnerName, draft }: Props) {
  const t = useTranslations("struggles");
  return (
    <ActionForm action={addStruggleAction} className="space-y-3">
      <EntryId fresh={entryId} />
      <Folded summary={t(draft ? "go_on" : "new")}>
        <FormTextArea
          name="note"
          id="struggle"
          label={t("note")}
          hint={t("note_hint")}
          rows={3}
          maxLength={STRUGGLE_LIMIT}
          defaultValue={draft?.note?.[0] ?? ""}
        />
        <div className="space-y-3">
          <KeepsDraft form={form} draft={draft} />
          <KeepOrShow keep={t("keep")} show={partnerName && t("list")} />
          {partnerName && <p className="text-sm text-muted">{t("list_hint", { name: partnerName })}</p>}
        </div>
      </Folded>
    </ActionForm>
  );
}
