import type { Route } from "next";
import type { ReactNode } from "react";
import { ContentReading } from "@/components/check-ins/content-reading";
import { FeelingReading } from "@/components/feelings/feeling-reading";
import { HeardReading } from "@/components/feelings/heard-reading";
import { ReplyReading } from "@/components/feelings/reply-reading";
import type { CardWords } from "@/components/timeline/card-words";
import { AudienceBadge } from "@/components/ui/audience-badge";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Words } from "@/components/ui/words";
import { parts } from "@/lib/acknowledgements/rules";
import { isAnnounced, roomOf } from "@/lib/announcements/rules";
import type { AcknowledgementView, CorrectionView, EntryView } from "@/lib/entries/rules";

type Props = {
  entry: EntryView;
  words: CardWords;
  /** What was shown before and then changed. */
  earlier?: ReactNode;
  /** What its author can do with it here. */
  children?: ReactNode;
  /** Only to be looked at: nothing leads on. */
  still?: boolean;
};

/** One entry as its reader may see it. Who sees it is told to its author alone: a reader cannot know what is not shown. */
export function EntryCard({ entry, words, earlier, children, still }: Props) {
  const shown = entry.kind === "check_in" ? words.shown : words.shownWhole;
  const way = still ? null : wayTo(entry);
  return (
    <Card as="article" submerged={entry.mine && entry.shown === "only_me"}>
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="font-semibold">
          {entry.mine ? words.you : words.partner}
          {entry.kind !== "check_in" && (
            <span className="font-normal text-muted"> · {words.kinds[entry.kind]}</span>
          )}
        </h3>
        <p className="flex flex-wrap items-center gap-x-3 text-sm text-muted">
          {entry.filledInLater && <span>{words.later}</span>}
          {entry.mine && !entry.here && <span>{words.elsewhere}</span>}
          {entry.mine && entry.here && <AudienceBadge shown={entry.shown} label={shown[entry.shown]} />}
        </p>
      </div>
      <EntryReading entry={entry} words={words} />
      {earlier}
      {(way || children) && (
        <div className="mt-3 flex flex-wrap items-start gap-x-5 border-t border-line pt-1">
          {way && (
            <Link
              href={way as Route}
              className="inline-flex min-h-11 items-center text-sm font-medium text-accent underline-offset-4 hover:underline"
            >
              {entry.kind === "check_in" ? words.open : words.conversation}
            </Link>
          )}
          {children}
        </div>
      )}
    </Card>
  );
}

/** Where an entry is read whole: by both where both have a page of it, else by its author. */
function wayTo(entry: EntryView) {
  const { kind, mine, here, id } = entry;
  if (isAnnounced(kind) && here) return `/${roomOf[kind]}/${id}` as const;
  if (kind === "acknowledgement_answer" && here && !mine) return `/acknowledgements/${entry.to.id}` as const;
  if ((kind === "follow_through_note" || kind === "noticing") && here && !mine)
    return `/commitments/${entry.commitment}?day=${entry.of}#day` as const;
  if (kind === "shared_feeling" && here) return `/feelings/${id}` as const;
  if (kind === "question" && here) return `/questions/${id}` as const;
  if (kind === "therapy_session" && here) return `/therapy/${id}` as const;
  if (kind === "struggle" && here && !mine) return "/struggles" as const;
  return mine ? (`/entries/${id}` as const) : null;
}

/** What an entry says, whatever kind it is. */
export function EntryReading({ entry, words }: { entry: EntryView; words: CardWords }) {
  if (entry.kind === "check_in") return <ContentReading content={entry.content} words={words} />;
  if (entry.kind === "shared_feeling") return <FeelingReading feeling={entry} words={words} />;
  if (entry.kind === "reply") return <ReplyReading reply={entry} words={words} />;
  if (entry.kind === "felt_heard") return <HeardReading heard={entry} words={words} />;
  if (entry.kind === "space") return <p className="text-muted">{words.spaceTold}</p>;
  if (entry.kind === "correction" || entry.kind === "acknowledgement")
    return <AnnouncedParts entry={entry} words={words} />;
  return (
    <div className="space-y-3">
      {entry.kind === "question_answer" && (
        <p className="text-sm text-muted">{words.standings[entry.standing]}</p>
      )}
      {entry.kind === "acknowledgement_answer" && (
        <p className="text-sm text-muted">{words.received[entry.received]}</p>
      )}
      {entry.kind === "noticing" && entry.perceived && <p>{words.perceived[entry.perceived]}</p>}
      {entry.kind === "review_part" && (
        <p className="text-sm text-muted">
          {[words.reviewSteps[entry.step], entry.number].filter((said) => said !== null).join(": ")}
        </p>
      )}
      {entry.kind === "therapy_session" && (
        <p className="text-sm text-muted">
          {[words.sessionKinds[entry.session], entry.localTime].filter((said) => said !== null).join(" · ")}
        </p>
      )}
      {entry.texts.note && <Words>{entry.texts.note}</Words>}
      {entry.texts.missing && <Words>{entry.texts.missing}</Words>}
    </div>
  );
}

const ANNOUNCED_PARTS = ["said", "is_true", ...parts] as const;

/** The other's is announced and comes without its words. */
function AnnouncedParts({ entry, words }: { entry: CorrectionView | AcknowledgementView; words: CardWords }) {
  const said = ANNOUNCED_PARTS.filter((part) => entry.texts[part]);
  if (said.length === 0) return <p className="text-muted">{words.announcedTold[entry.kind]}</p>;
  return (
    <div className="space-y-3">
      {said.map((part) => (
        <div key={part}>
          <p className="text-sm text-muted">{words.announcedParts[part]}</p>
          <Words>{entry.texts[part] ?? ""}</Words>
        </div>
      ))}
    </div>
  );
}
