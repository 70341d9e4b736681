import { useTranslations } from "next-intl";
import { ProposalCard } from "@/components/agreements/proposal-card";
import { ActionForm } from "@/components/forms/action-form";
import { FormTextInput, SubmitButton } from "@/components/forms/fields";
import { Folded } from "@/components/forms/folded";
import { Sentence } from "@/components/space/space-now";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import type { Chosen } from "@/lib/agreements/queries";
import { agreeToWordsAction, proposeWordsAction, takeWordsBackAction } from "@/lib/space/actions";
import { SENTENCE_LIMIT } from "@/lib/space/schema";

type Props = {
  words: Chosen;
  partnerName: string;
  /** Whether choosing another together is suggested. */
  invites: boolean;
};

/** The sentence of both: what holds, what is proposed, and a way to propose another. */
export function ChosenWordsSection({ words: { agreed, proposal }, partnerName, invites }: Props) {
  const t = useTranslations("space");
  const name = partnerName;
  return (
    <Section id="words" title={t("words_title")} lead={invites && <p>{t("words_lead")}</p>}>
      <Card>
        <Sentence>{agreed ?? t("standard")}</Sentence>
        {(agreed || invites) && (
          <p className="mt-2 text-sm text-muted">{t(agreed ? "words_agreed" : "words_none")}</p>
        )}
      </Card>
      {proposal && (
        // Folded where it is the other's: nobody has to read it in the moment they need space.
        <Disclosure summary={t(proposal.mine ? "words_mine" : "words_theirs", { name })} open={proposal.mine}>
          <ProposalCard
            proposal={proposal}
            agree={{ action: agreeToWordsAction, says: t("words_agree") }}
            takeBack={{ action: takeWordsBackAction, says: t("words_back") }}
          >
            <Sentence>{proposal.text}</Sentence>
          </ProposalCard>
        </Disclosure>
      )}
      {invites && (
        <ActionForm action={proposeWordsAction} className="space-y-3">
          <Folded summary={t("words_other")}>
            <FormTextInput
              name="sentence"
              label={t("sentence")}
              hint={t("sentence_hint")}
              maxLength={SENTENCE_LIMIT}
              autoComplete="off"
            />
            <SubmitButton tone="quiet">{t("propose", { name })}</SubmitButton>
          </Folded>
        </ActionForm>
      )}
    </Section>
  );
}
