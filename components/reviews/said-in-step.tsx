import type { Route } from "next";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { EntryId } from "@/components/forms/entry-id";
import { FormScale, FormTextArea, SubmitButton } from "@/components/forms/fields";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { TextLink } from "@/components/ui/text-link";
import { Words } from "@/components/ui/words";
import type { ReviewPartView } from "@/lib/entries/rules";
import { sayInReviewAction } from "@/lib/reviews/actions";
import type { SaidStep } from "@/lib/reviews/rules";
import { SAID_LIMIT } from "@/lib/reviews/schema";

type Props = {
  review: string;
  step: SaidStep;
  parts: readonly ReviewPartView[];
  partnerName: string;
  newEntryId: string;
};

/** What each said in a step, and a form to say it in writing. */
export function SaidInStep({ review, step, parts, partnerName, newEntryId }: Props) {
  const t = useTranslations("reviews");
  const said = parts.filter((part) => part.step === step);
  const own = said.find(({ mine }) => mine);
  const form = (
    <ActionForm action={sayInReviewAction} className="space-y-4">
      <EntryId fresh={newEntryId} />
      <input type="hidden" name="review" value={review} />
      <input type="hidden" name="step" value={step} />
      {step === "arriving" && (
        <FormScale
          name="number"
          label={t("come_in")}
          low={t("come_in_low")}
          high={t("come_in_high")}
          skip={t("leave_out")}
          startsWith={own?.number?.toString() ?? ""}
        />
      )}
      <FormTextArea
        name="note"
        id={`${step}-words`}
        label={t(`say.${step}`)}
        hint={t("say_hint", { name: partnerName })}
        rows={2}
        maxLength={SAID_LIMIT}
        defaultValue={own?.texts.note ?? ""}
      />
      <SubmitButton>{t("say_it")}</SubmitButton>
    </ActionForm>
  );
  return (
    <div className="space-y-4">
      <SaidParts parts={said} partnerName={partnerName} />
      {own ? <Disclosure summary={t("say_anew")}>{form}</Disclosure> : form}
      {step === "request" && own && (
        <p>
          <TextLink href={`/commitments/new?whose=theirs&from=${own.id}` as Route}>
            {t("ask_commitment")}
          </TextLink>
        </p>
      )}
    </div>
  );
}

/** What was said, one's own first. */
export function SaidParts({ parts, partnerName }: { parts: readonly ReviewPartView[]; partnerName: string }) {
  const t = useTranslations("reviews");
  const timeline = useTranslations("timeline");
  return parts.map(({ id, mine, number, texts }) => (
    <Card key={`${mine}/${id}`} as="article">
      <h3 className="font-semibold">
        {mine ? timeline("you") : partnerName}
        {number !== null && <span className="font-normal text-muted"> · {t("arrived", { number })}</span>}
      </h3>
      {texts.note && (
        <div className="mt-2">
          <Words>{texts.note}</Words>
        </div>
      )}
    </Card>
  ));
}
