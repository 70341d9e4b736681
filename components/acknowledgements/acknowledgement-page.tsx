import type { Route } from "next";
import { useFormatter, useTranslations } from "next-intl";
import { AnswerAcknowledgementForm } from "@/components/acknowledgements/answer-form";
import { OwnStanding } from "@/components/acknowledgements/own-standing";
import { UnopenedView } from "@/components/announcements/unopened";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { Words } from "@/components/ui/words";
import type { AcknowledgementHere } from "@/lib/acknowledgements/queries";
import { parts } from "@/lib/acknowledgements/rules";
import type { Draft } from "@/lib/drafts/rules";
import type { AcknowledgementAnswerView, Texts } from "@/lib/entries/rules";
import { forDisplay } from "@/lib/time/day";

type Props = {
  acknowledgement: AcknowledgementHere;
  draft: Draft | null;
  newEntryId: string;
  partnerName: string;
};

/** One version of an acknowledgement: announced first, and read once its reader has opened it. */
export function AcknowledgementPage({ acknowledgement, draft, newEntryId, partnerName: name }: Props) {
  const t = useTranslations("acknowledgements");
  const format = useFormatter();
  const { view, texts, agreement, versions, answer, way } = acknowledgement;
  const { id, mine, day, shown } = view;
  const others = versions.filter((version) => version.id !== id);
  return (
    <>
      <PageHeader
        title={mine ? t("mine_title") : t("theirs_title", { name })}
        back={{ href: "/acknowledgements", label: t("title") }}
      >
        <p className="text-muted">{format.dateTime(forDisplay(day), { dateStyle: "full" })}</p>
      </PageHeader>
      {texts ? (
        <Reading texts={texts} agreement={agreement} kept={mine && shown === "only_me"} />
      ) : (
        <UnopenedView kind="acknowledgement" id={id} partnerName={name} />
      )}
      {mine && <OwnStanding view={view} way={way} newEntryId={newEntryId} partnerName={name} />}
      {texts && (!mine || answer) && (
        <Section
          id="answer"
          title={answer ? t(answer.mine ? "answered_mine" : "answered_theirs", { name }) : t("answer")}
        >
          {!mine && !answer && <p className="text-muted">{t("after")}</p>}
          {answer && <AnswerReading answer={answer} />}
          {!mine && (
            <AnswerAcknowledgementForm
              to={id}
              entryId={newEntryId}
              said={answer}
              draft={draft}
              partnerName={name}
            />
          )}
        </Section>
      )}
      {others.length > 0 && (
        <Section id="versions" title={t("versions")}>
          <ul>
            {others.map((version) => (
              <li key={version.id}>
                <TextLink href={`/acknowledgements/${version.id}` as Route}>
                  {t("version_of", { day: format.dateTime(forDisplay(version.day), { dateStyle: "long" }) })}
                </TextLink>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

type ReadingProps = { texts: Texts; agreement: string | null; kept: boolean };

function Reading({ texts, agreement, kept }: ReadingProps) {
  const t = useTranslations("acknowledgements");
  return (
    <Card as="article" submerged={kept}>
      <div className="space-y-5">
        {parts.map((part) => {
          const names = part === "broke" ? agreement : null;
          if (!texts[part] && !names) return null;
          return (
            <div key={part}>
              <h2 className="mb-1 text-sm font-semibold">{t(`parts.${part}`)}</h2>
              {texts[part] && <Words>{texts[part]}</Words>}
              {names && (
                <div className="mt-2 border-s-2 border-line ps-3">
                  <p className="text-sm text-muted">{t("agreed")}</p>
                  <Words>{names}</Words>
                </div>
              )}
            </div>
          );
        })}
      </div>
    </Card>
  );
}

function AnswerReading({
  answer: { mine, shown, received, texts, id },
}: {
  answer: AcknowledgementAnswerView;
}) {
  const t = useTranslations("acknowledgements");
  const kept = mine && shown === "only_me";
  return (
    <Card as="article" submerged={kept}>
      <p className="font-semibold">{t(`answers.${received}`)}</p>
      {texts.missing && (
        <div className="mt-2">
          <Words>{texts.missing}</Words>
        </div>
      )}
      {kept && <p className="mt-2 text-sm text-muted">{t("answer_kept")}</p>}
      {mine && !kept && (
        <p className="mt-2 text-sm">
          <TextLink href={`/entries/${id}` as Route}>{t("change")}</TextLink>
        </p>
      )}
    </Card>
  );
}
