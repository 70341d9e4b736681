import type { Route } from "next";
import { useFormatter, useTranslations } from "next-intl";
import { useMoment } from "@/components/between/moment";
import { HeardForm } from "@/components/feelings/heard-form";
import { HeardReading } from "@/components/feelings/heard-reading";
import { ReplyReading } from "@/components/feelings/reply-reading";
import type { CardWords } from "@/components/timeline/card-words";
import { AudienceBadge } from "@/components/ui/audience-badge";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { Draft } from "@/lib/drafts/rules";
import type { Exchange } from "@/lib/feelings/queries";
import { forDisplay } from "@/lib/time/day";
import type { Shown } from "@/lib/visibility/rules";

type Props = {
  exchange: Exchange;
  /** What became of its promise, where a commitment did. */
  commitment: string | null;
  /** What is half said of whether it was heard. */
  draft: Draft | null;
  /** Who sees whether it was heard, to begin with. */
  startsShown: Shown;
  words: CardWords;
  partnerName: string;
  timeZone: string;
  newEntryId: string;
};

/** One answer, and under it whether it was heard: asked of the one who showed the feeling, told to the other if they may know. */
export function ExchangeReading({
  exchange,
  commitment,
  draft,
  startsShown,
  words,
  partnerName,
  timeZone,
  newEntryId,
}: Props) {
  const t = useTranslations("between");
  const kept = useTranslations("commitments");
  const format = useFormatter();
  const momentOf = useMoment(timeZone);
  const { reply, heard } = exchange;
  const name = partnerName;
  const asks = !reply.mine && !reply.needsUntil;
  return (
    <Card as="article" submerged={reply.mine && reply.shown === "only_me"}>
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="font-semibold">{reply.mine ? words.you : name}</h3>
        <p className="text-sm text-muted">
          {format.dateTime(forDisplay(reply.day), { dateStyle: "medium" })}
        </p>
      </div>
      <ReplyReading reply={reply} words={words} until={untilSentence()} />
      {reply.texts.promise && (
        <p className="mt-1">
          {commitment && <TextLink href={`/commitments/${commitment}` as Route}>{kept("became")}</TextLink>}
          {!commitment && reply.mine && (
            <TextLink href={`/commitments/new?from=${reply.id}` as Route}>{kept("make_one")}</TextLink>
          )}
        </p>
      )}
      {reply.mine && (
        <div className="mt-3 border-t border-line pt-1">
          <TextLink href={`/entries/${reply.id}`}>{words.changeShown}</TextLink>
        </div>
      )}
      {heard && (
        <div className="mt-4 border-t border-line pt-4">
          <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
            <p className="text-sm font-semibold">
              {heard.mine ? t("heard_mine") : t("heard_theirs", { name })}
            </p>
            {heard.mine && <AudienceBadge shown={heard.shown} label={words.shownWhole[heard.shown]} />}
          </div>
          <HeardReading heard={heard} words={words} />
        </div>
      )}
      {asks && (
        <div className="mt-4 border-t border-line pt-2">
          <HeardForm
            entryId={newEntryId}
            to={reply.id}
            heard={heard}
            draft={draft}
            startsShown={startsShown}
            partnerName={name}
          />
        </div>
      )}
    </Card>
  );

  function untilSentence(): string | undefined {
    if (!reply.needsUntil) return undefined;
    const until = momentOf(reply.needsUntil);
    return reply.mine ? t("time_mine", { until }) : t("time_theirs", { name, until });
  }
}
