import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { EntryId } from "@/components/forms/entry-id";
import { FormChoices, FormPills, FormTextArea, SubmitButton } from "@/components/forms/fields";
import { Folded } from "@/components/forms/folded";
import { KeepsDraft } from "@/components/forms/keeps-draft";
import type { Draft } from "@/lib/drafts/rules";
import { draftOf } from "@/lib/drafts/schema";
import type { FeltHeardView } from "@/lib/entries/rules";
import { sayHeardAction } from "@/lib/feelings/actions";
import { heardAnswers, heardParts } from "@/lib/feelings/rules";
import { type Shown, wholeChoices } from "@/lib/visibility/rules";
import { WORDS_LIMIT } from "@/lib/web/fields";

type Props = {
  entryId: string;
  to: string;
  heard: FeltHeardView | null;
  draft: Draft | null;
  startsShown: Shown;
  partnerName: string;
};

/** Asks the one who showed a feeling whether a reply reached them. What they say is theirs until they show it. */
export function HeardForm({ entryId, to, heard, draft, startsShown, partnerName }: Props) {
  const t = useTranslations("between");
  const said: Draft = draft ?? {
    understood: [heard?.understood ?? ""],
    accepted: [heard?.accepted ?? ""],
    cared_for: [heard?.caredFor ?? ""],
    would_help: [heard?.texts.would_help ?? ""],
    shown: [heard?.shown ?? startsShown],
  };
  const answers = [
    { value: "", label: t("heard_unsaid") },
    ...heardAnswers.map((value) => ({ value, label: t(`heard_answers.${value}`) })),
  ];
  return (
    <ActionForm action={sayHeardAction} className="space-y-3">
      <EntryId fresh={entryId} />
      <input type="hidden" name="to" value={to} />
      <input type="hidden" name="before" value={heard?.id ?? ""} />
      <Folded summary={t(heard ? "heard_change" : "heard")} open={draft !== null}>
        <p className="text-sm text-muted">{t("heard_lead")}</p>
        {heardParts.map((part) => (
          <FormPills
            key={part}
            name={part}
            id={`${part}-${to}`}
            label={t(`heard_parts.${part}`)}
            options={answers}
            defaultValue={said[part]?.[0] ?? ""}
          />
        ))}
        <FormTextArea
          name="would_help"
          id={`would-help-${to}`}
          label={t("would_help")}
          rows={2}
          maxLength={WORDS_LIMIT}
          defaultValue={said.would_help?.[0] ?? ""}
        />
        <FormChoices
          name="shown"
          id={`shown-${to}`}
          label={t("heard_who")}
          choices={wholeChoices.map((value) => ({
            value,
            title: value === "only_me" ? t("heard_only_me") : t("shown_whole", { name: partnerName }),
          }))}
          defaultValue={said.shown?.[0] ?? startsShown}
        />
        <div className="space-y-3">
          <KeepsDraft form={draftOf.heard(to)} draft={draft} />
          <SubmitButton>{t("heard_save")}</SubmitButton>
        </div>
      </Folded>
    </ActionForm>
  );
}
