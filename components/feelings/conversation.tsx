import { useFormatter, useTranslations } from "next-intl";
import { Live } from "@/components/between/live";
import { AnswerForms } from "@/components/feelings/answer-forms";
import { Arrivals } from "@/components/feelings/arrivals";
import { ExchangeReading } from "@/components/feelings/exchange-reading";
import { FeelingReading } from "@/components/feelings/feeling-reading";
import { OwnFeelingForms } from "@/components/feelings/own-feeling-forms";
import { SpaceNowCards } from "@/components/space/space-now";
import { useCardWords } from "@/components/timeline/card-words";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import type { WritingHelp as Help } from "@/lib/coach/rules";
import type { Role } from "@/lib/db/generated/enums";
import type { Draft } from "@/lib/drafts/rules";
import { draftOf } from "@/lib/drafts/schema";
import type { Conversation } from "@/lib/feelings/queries";
import type { SpaceNow } from "@/lib/space/queries";
import { forDisplay } from "@/lib/time/day";
import type { Shown } from "@/lib/visibility/rules";

type Props = {
  conversation: Conversation;
  /** What became of promises in the answers: the commitment, by the reply. */
  commitments: ReadonlyMap<string, string>;
  partnerName: string;
  /** What is half typed in the forms of the page, by the form. */
  drafts: ReadonlyMap<string, Draft>;
  space: SpaceNow;
  /** Who sees whether an answer was heard, to begin with. */
  heardStarts: Shown;
  /** The reader's own, for the time until which somebody needs to answer. */
  timeZone: string;
  /** How the reader names their own part. */
  role: Role | null;
  help: Help;
  newEntryId: () => string;
};

/** A feeling that was shown, what was answered, and whether it was heard; each part as far as the reader may know it. */
export function ConversationPage({
  conversation,
  commitments,
  partnerName,
  drafts,
  space,
  heardStarts,
  timeZone,
  role,
  help,
  newEntryId,
}: Props) {
  const t = useTranslations("between");
  const format = useFormatter();
  const words = useCardWords(partnerName);
  const { feeling, exchanges } = conversation;
  const name = partnerName;
  const kept = feeling.mine && feeling.shown === "only_me";
  const said = exchanges.flatMap(({ reply, heard }) => (heard ? [reply, heard] : [reply]));
  const theirs = said.filter(({ mine }) => !mine).length;
  const timeAsked = exchanges.some(({ reply }) => reply.mine && reply.needsUntil);
  return (
    <>
      <PageHeader
        title={feeling.mine ? t("mine_title") : t("theirs_title", { name })}
        back={{ href: "/feelings", label: t("title") }}
      >
        <p className="text-muted">{format.dateTime(forDisplay(feeling.day), { dateStyle: "full" })}</p>
      </PageHeader>
      <Live gone={t("gone")} waiting={{ says: t("arrived", { name }), look: t("look") }} />
      <SpaceNowCards space={space} partnerName={partnerName} timeZone={timeZone} brief />
      <Card as="article" submerged={kept}>
        <FeelingReading feeling={feeling} words={words} />
      </Card>
      {feeling.mine && (
        <OwnFeelingForms feeling={feeling} partnerName={partnerName} newEntryId={newEntryId()} />
      )}
      {(exchanges.length > 0 || !kept) && (
        <Section id="answers" title={t("answers")}>
          {exchanges.length === 0 && feeling.mine && (
            <p className="text-muted">
              {t(feeling.wish === "nothing" || feeling.wish === "space" ? "unasked" : "awaited", { name })}
            </p>
          )}
          <Arrivals count={theirs} sentence={t("arrived", { name })} />
          {exchanges.map((exchange) => (
            <ExchangeReading
              key={`${exchange.reply.mine}-${exchange.reply.id}`}
              exchange={exchange}
              commitment={commitments.get(exchange.reply.id) ?? null}
              draft={drafts.get(draftOf.heard(exchange.reply.id)) ?? null}
              startsShown={heardStarts}
              words={words}
              partnerName={partnerName}
              timeZone={timeZone}
              newEntryId={newEntryId()}
            />
          ))}
          {!feeling.mine && (
            <AnswerForms
              to={feeling.id}
              wish={feeling.wish}
              partnerName={partnerName}
              answered={exchanges.some(({ reply }) => reply.mine && !reply.needsUntil)}
              timeAsked={timeAsked}
              draft={drafts.get(draftOf.reply(feeling.id)) ?? null}
              injured={role === "injured"}
              help={help}
              ids={[newEntryId(), newEntryId()]}
            />
          )}
        </Section>
      )}
    </>
  );
}
