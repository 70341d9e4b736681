import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { EntryId } from "@/components/forms/entry-id";
import { FormTextArea } from "@/components/forms/fields";
import { Folded } from "@/components/forms/folded";
import { KeepOrShow } from "@/components/forms/keep-or-show";
import { KeepsDraft } from "@/components/forms/keeps-draft";
import type { Draft } from "@/lib/drafts/rules";
import { draftOf } from "@/lib/drafts/schema";
import type { PartKind } from "@/lib/entries/rules";
import { addPartAction } from "@/lib/therapy/actions";
import { WORDS_LIMIT } from "@/lib/web/fields";

export type AddPartProps = {
  kind: PartKind;
  to: string;
  whose: "mine" | "theirs";
  entryId: string;
  draft: Draft | null;
  /** Who could read it; null where nobody else does. */
  reader: string | null;
};

/** Says something for a session: kept, or shown to the other, by the button it is sent with. */
export function AddPartForm({ kind, to, whose, entryId, draft, reader }: AddPartProps) {
  const t = useTranslations("therapy");
  const of = useTranslations(`therapy.parts.${kind}`);
  return (
    <ActionForm action={addPartAction} className="space-y-3">
      <EntryId fresh={entryId} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="to" value={to} />
      <input type="hidden" name="whose" value={whose} />
      <Folded summary={of(draft ? "go_on" : "add")}>
        <FormTextArea
          name="note"
          id={kind}
          label={of("note")}
          rows={3}
          maxLength={WORDS_LIMIT}
          defaultValue={draft?.note?.[0] ?? ""}
        />
        <div className="space-y-3">
          <KeepsDraft form={draftOf[kind](to)} draft={draft} />
          <KeepOrShow keep={t(reader ? "keep" : "keep_alone")} show={reader && t("show", { name: reader })} />
        </div>
      </Folded>
    </ActionForm>
  );
}
