import type { Route } from "next";
import { useTranslations } from "next-intl";
import { TermsFields } from "@/components/commitments/terms-fields";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/fields";
import { KeepsDraft } from "@/components/forms/keeps-draft";
import { Knowing } from "@/components/forms/knowing";
import { PageHeader } from "@/components/ui/page-header";
import { WritingHelp } from "@/components/writing/writing-help";
import type { WritingHelp as Help } from "@/lib/coach/rules";
import { offerTermsAction } from "@/lib/commitments/actions";
import type { CommitmentView, StepView } from "@/lib/commitments/queries";
import { wasAgreed } from "@/lib/commitments/rules";
import type { Draft } from "@/lib/drafts/rules";
import { draftOf } from "@/lib/drafts/schema";
import type { Day } from "@/lib/time/day";

type Props = { commitment: CommitmentView; draft: Draft | null; partnerName: string; today: Day; help: Help };

/** Other terms: in answer to an offer, in place of one's own, or as a change of what was agreed. */
export function ChangeForm({ commitment, draft, partnerName, today, help }: Props) {
  const t = useTranslations("commitments");
  const { id, mine, turn, standing, steps, holds, agreed: newest } = commitment;
  const name = partnerName;
  const agreed = wasAgreed(standing);
  const offered = steps.find((step) => step.turn === standing.awaits?.turn && step.terms);
  return (
    <>
      <PageHeader
        title={t(agreed ? "change_title" : "amend_title")}
        lead={<p>{agreed ? t("change_lead") : t("amend_lead", { name })}</p>}
        back={{ href: `/commitments/${id}` as Route, label: t("title") }}
      />
      <ActionForm action={offerTermsAction} className="space-y-7">
        <input type="hidden" name="commitment" value={id} />
        <Knowing name="turn" value={turn} />
        <TermsFields
          whatLabel={mine ? t("what") : t("what_theirs", { name })}
          partnerName={name}
          today={today}
          startsWith={draft ?? fieldsOf(offered ?? newest ?? holds, today)}
        />
        <WritingHelp help={help} place="commitment" fields={["what", "why"]} partnerName={name} />
        <div className="space-y-3">
          <KeepsDraft form={draftOf.commitmentChange(id)} draft={draft} />
          <SubmitButton>{t("offer", { name })}</SubmitButton>
        </div>
      </ActionForm>
    </>
  );
}

/** The terms of a step as a form starts with them. They begin today at the earliest. */
function fieldsOf({ texts, terms }: StepView, today: Day): Draft {
  if (!terms) return {};
  const { often, from, review } = terms;
  return {
    what: [texts.what ?? ""],
    why: [texts.why ?? ""],
    often: [often.kind],
    days: often.kind === "weekdays" ? [...often.days] : [],
    times: often.kind === "weekly" ? [String(often.times)] : [],
    by: often.kind === "once" ? [often.by] : [],
    from: [from > today ? from : today],
    review: review > today ? [review] : [],
  };
}
