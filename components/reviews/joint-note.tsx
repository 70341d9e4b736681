import { useTranslations } from "next-intl";
import { ProposalCard } from "@/components/agreements/proposal-card";
import { ActionForm } from "@/components/forms/action-form";
import { FormTextArea, SubmitButton } from "@/components/forms/fields";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import { Words } from "@/components/ui/words";
import type { Chosen } from "@/lib/agreements/queries";
import { agreeToNoteAction, proposeNoteAction, takeNoteBackAction } from "@/lib/reviews/actions";
import { NOTE_LIMIT } from "@/lib/reviews/schema";

type Props = { review: string; note: Chosen; partnerName: string };

/** What both want to keep of it: one proposes, and it is kept once the other has agreed to the same words. */
export function JointNote({ review, note: { agreed, proposal }, partnerName: name }: Props) {
  const t = useTranslations("reviews.note");
  const form = (
    <ActionForm action={proposeNoteAction} className="space-y-3">
      <input type="hidden" name="review" value={review} />
      <FormTextArea
        name="note"
        id="note-of-both"
        label={t("text")}
        hint={t("hint", { name })}
        rows={3}
        maxLength={NOTE_LIMIT}
        defaultValue={proposal?.text ?? agreed ?? ""}
      />
      <SubmitButton tone="quiet">{t("propose", { name })}</SubmitButton>
    </ActionForm>
  );
  return (
    <Section id="note" title={t("title")} lead={agreed ? t("agreed") : t("about")}>
      {agreed && (
        <Card as="article">
          <Words>{agreed}</Words>
        </Card>
      )}
      {proposal && (
        <ProposalCard
          proposal={proposal}
          agree={{ action: agreeToNoteAction, says: t("agree") }}
          takeBack={{ action: takeNoteBackAction, says: t("back") }}
          about={{ review }}
        >
          <p className="mb-2 text-sm text-muted">{t(proposal.mine ? "mine" : "theirs", { name })}</p>
          <Words>{proposal.text}</Words>
        </ProposalCard>
      )}
      {agreed || proposal ? <Disclosure summary={t("other")}>{form}</Disclosure> : form}
    </Section>
  );
}
