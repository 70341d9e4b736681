import type { Route } from "next";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { EntryId } from "@/components/forms/entry-id";
import { FormTextArea } from "@/components/forms/fields";
import { Folded } from "@/components/forms/folded";
import { KeepOrShow } from "@/components/forms/keep-or-show";
import { KeepsDraft } from "@/components/forms/keeps-draft";
import { TextLink } from "@/components/ui/text-link";
import type { Draft } from "@/lib/drafts/rules";
import { draftOf } from "@/lib/drafts/schema";
import type { StrugglePartView } from "@/lib/entries/rules";
import { writeOwnPartAction } from "@/lib/struggles/actions";
import type { TheStruggle } from "@/lib/struggles/schema";
import { WORDS_LIMIT } from "@/lib/web/fields";

type Props = TheStruggle & {
  entryId: string;
  /** What the reader has said so far. What they keep is read in here alone: the fold looks the same without it. */
  part: StrugglePartView | null;
  draft: Draft | null;
  /** Null where nobody could read it. */
  partnerName: string | null;
};

/** One's own part in a struggle. Said anew it takes the place of what was said before. */
export function OwnPartForm({ to, whose, entryId, part, draft, partnerName }: Props) {
  const t = useTranslations("struggles");
  const told = part !== null && part.shown !== "only_me";
  return (
    <ActionForm action={writeOwnPartAction} className="space-y-3">
      <EntryId fresh={entryId} />
      <input type="hidden" name="to" value={to} />
      <input type="hidden" name="whose" value={whose} />
      <input type="hidden" name="before" value={part?.id ?? ""} />
      <Folded summary={t(draft ? "part_go_on" : told ? "part_change" : "part")}>
        <FormTextArea
          name="note"
          id={`part-${whose}-${to}`}
          label={t("part")}
          hint={t("part_hint")}
          rows={3}
          maxLength={WORDS_LIMIT}
          defaultValue={draft?.note?.[0] ?? part?.texts.note ?? ""}
        />
        <div className="space-y-3">
          {part && !told && <p className="text-sm text-muted">{t("part_kept")}</p>}
          <KeepsDraft form={draftOf.strugglePart(to)} draft={draft} />
          <KeepOrShow keep={t("keep")} show={partnerName && t("show", { name: partnerName })}>
            {part && <TextLink href={`/entries/${part.id}` as Route}>{t("part_delete")}</TextLink>}
          </KeepOrShow>
        </div>
      </Folded>
    </ActionForm>
  );
}
