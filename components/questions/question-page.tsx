import { useFormatter, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/fields";
import { AnswerQuestionForm } from "@/components/questions/answer-form";
import { useCardWords } from "@/components/timeline/card-words";
import { EntryCard } from "@/components/timeline/entry-card";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { Words } from "@/components/ui/words";
import type { Draft } from "@/lib/drafts/rules";
import { askKeptAction } from "@/lib/questions/actions";
import type { QuestionPage } from "@/lib/questions/queries";
import { forDisplay } from "@/lib/time/day";

type Props = QuestionPage & { draft: Draft | null; partnerName: string | null; newEntryId: string };

/** One question with what was answered. */
export function QuestionView({ question, answers, draft, partnerName, newEntryId }: Props) {
  const t = useTranslations("questions");
  const timeline = useTranslations("timeline");
  const format = useFormatter();
  const words = useCardWords(partnerName);
  const name = partnerName ?? "";
  const { id, mine, day, shown, texts } = question;
  const kept = shown === "only_me";
  return (
    <>
      <PageHeader
        title={mine ? t("mine_title") : t("theirs_title", { name })}
        back={{ href: "/questions", label: t("title") }}
      >
        <p className="text-muted">{format.dateTime(forDisplay(day), { dateStyle: "full" })}</p>
      </PageHeader>
      <Card as="article" submerged={kept}>
        <Words>{texts.note ?? ""}</Words>
      </Card>
      {mine && (
        <div className="mt-4 space-y-3">
          {kept && partnerName && (
            <ActionForm action={askKeptAction} className="space-y-3">
              <input type="hidden" name="entry" value={newEntryId} />
              <input type="hidden" name="of" value={id} />
              <p className="font-semibold">{t("pause")}</p>
              <p className="text-sm text-muted">{t("pause_hint")}</p>
              <SubmitButton>{t("ask_now", { name })}</SubmitButton>
            </ActionForm>
          )}
          <TextLink href={`/entries/${id}`}>{kept ? timeline("delete") : t("change")}</TextLink>
        </div>
      )}
      {(!kept || answers.length > 0) && (
        <Section id="answers" title={t("answers")}>
          {answers.length === 0 && mine && <p className="text-muted">{t("awaited", { name })}</p>}
          {answers.map((answer) => (
            <div key={`${answer.mine}-${answer.id}`}>
              <p className="mb-2 text-sm text-muted">
                {format.dateTime(forDisplay(answer.day), { dateStyle: "full" })}
              </p>
              <EntryCard entry={answer} words={words} />
            </div>
          ))}
          {!mine && (
            <AnswerQuestionForm
              to={id}
              entryId={newEntryId}
              partnerName={name}
              answered={answers.length > 0}
              draft={draft}
            />
          )}
        </Section>
      )}
    </>
  );
}
