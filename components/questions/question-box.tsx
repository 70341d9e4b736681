import { useFormatter, useTranslations } from "next-intl";
import { BetweenTabs } from "@/components/between/tabs";
import { AskForm } from "@/components/questions/ask-form";
import { SpaceNowCards } from "@/components/space/space-now";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { Words } from "@/components/ui/words";
import type { Question, QuestionBox } from "@/lib/questions/queries";
import type { SpaceNow } from "@/lib/space/queries";
import { forDisplay } from "@/lib/time/day";

type Props = {
  box: QuestionBox;
  /** The name of the form, for its draft. */
  form: string;
  space: SpaceNow;
  partnerName: string | null;
  timeZone: string;
  newEntryId: string;
};

/** The questions of two people in one place, and how each stands; and one's own that were not asked. */
export function QuestionBoxPage({ box, form, space, partnerName, timeZone, newEntryId }: Props) {
  const t = useTranslations("questions");
  const between = useTranslations("between");
  const groups = [
    { id: "open", title: t("open_title"), questions: box.open },
    { id: "answered", title: t("answered_title"), questions: box.answered },
  ].filter(({ questions }) => questions.length > 0);
  const empty = groups.length === 0 && box.kept.length === 0;
  return (
    <>
      <PageHeader title={between("title")} lead={<p>{t(partnerName ? "lead" : "alone_lead")}</p>} />
      <BetweenTabs current="questions" />
      <SpaceNowCards space={space} partnerName={partnerName} timeZone={timeZone} brief />
      <AskForm entryId={newEntryId} form={form} partnerName={partnerName} draft={box.draft} />
      {empty && <EmptyState title={t("empty_title")}>{t(partnerName ? "empty" : "alone")}</EmptyState>}
      {groups.map(({ id, title, questions }) => (
        <Section key={id} id={id} title={title}>
          <QuestionList questions={questions} partnerName={partnerName} />
        </Section>
      ))}
      {box.kept.length > 0 && (
        // Folded: two people may be reading this page together.
        <div className="mt-8">
          <Disclosure summary={t("kept_title")}>
            <QuestionList questions={box.kept} partnerName={partnerName} />
          </Disclosure>
        </div>
      )}
      {!empty && (
        <p className="mt-6">
          <TextLink href="/timeline?kind=question">{between("on_timeline")}</TextLink>
        </p>
      )}
    </>
  );
}

type ListProps = { questions: readonly Question[]; partnerName: string | null };

function QuestionList({ questions, partnerName }: ListProps) {
  return (
    <ul className="space-y-3">
      {questions.map((one) => (
        <QuestionItem key={`${one.question.mine}-${one.question.id}`} {...one} partnerName={partnerName} />
      ))}
    </ul>
  );
}

function QuestionItem({ question, standing, partnerName }: Question & { partnerName: string | null }) {
  const t = useTranslations("questions");
  const timeline = useTranslations("timeline");
  const format = useFormatter();
  const { id, mine, day, shown, texts } = question;
  const answerer = (mine ? partnerName : timeline("you")) ?? "";
  return (
    <Card as="li" submerged={shown === "only_me"}>
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4 text-sm text-muted">
        <p>
          <span className="font-semibold text-text">{mine ? timeline("you") : partnerName}</span>
          {" · "}
          {format.dateTime(forDisplay(day), { dateStyle: "medium" })}
        </p>
        {shown !== "only_me" && standing && (
          <p>{t("standing_said", { name: answerer, standing: t(`standings.${standing}`) })}</p>
        )}
      </div>
      <Words>{texts.note ?? ""}</Words>
      <div className="mt-3 border-t border-line pt-1">
        <Link
          href={`/questions/${id}`}
          className="inline-flex min-h-11 items-center text-sm font-medium text-accent underline-offset-4 hover:underline"
        >
          {t("read")}
        </Link>
      </div>
    </Card>
  );
}
