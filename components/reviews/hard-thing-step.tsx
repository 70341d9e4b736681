import { useTranslations } from "next-intl";
import { MoveButton } from "@/components/reviews/move-button";
import { TurnTimer } from "@/components/reviews/turn-timer";
import { StruggleWords } from "@/components/struggles/struggle-words";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import type { ReviewView } from "@/lib/reviews/queries";
import { SPEAKS_FOR } from "@/lib/reviews/rules";
import type { Struggle } from "@/lib/struggles/rules";

type Props = { review: ReviewView; struggles: readonly Struggle[]; partnerName: string };

/** Each speaks for two minutes, and the other says back what they heard. */
export function HardThingStep({ review, struggles, partnerName }: Props) {
  const t = useTranslations("reviews.hard");
  return (
    <div className="space-y-5">
      {review.speaker === null && review.spoken === 0 && struggles.length > 0 && (
        <Disclosure summary={t("struggles", { count: struggles.length })}>
          <ul className="space-y-3">
            {struggles.map((one) => (
              <Card key={`${one.struggle.mine}/${one.struggle.id}`} as="li">
                <StruggleWords {...one} partnerName={partnerName} />
              </Card>
            ))}
          </ul>
        </Disclosure>
      )}
      <Card>
        {review.speaker === null ? (
          <Silent review={review} partnerName={partnerName} />
        ) : (
          <Speaking review={review} speaker={review.speaker} partnerName={partnerName} />
        )}
      </Card>
    </div>
  );
}

function Silent({ review, partnerName: name }: { review: ReviewView; partnerName: string }) {
  const t = useTranslations("reviews.hard");
  if (review.spoken > 0) return <p>{t("both_spoke")}</p>;
  return (
    <div className="space-y-4">
      <p>{t("who_begins")}</p>
      <div className="flex flex-wrap gap-3">
        <MoveButton review={review} move="i_speak">
          {t("i_begin")}
        </MoveButton>
        <MoveButton review={review} move="you_speak">
          {t("you_begin", { name })}
        </MoveButton>
      </div>
    </div>
  );
}

type SpeakingProps = { review: ReviewView; speaker: "me" | "other"; partnerName: string };

function Speaking({ review, speaker, partnerName: name }: SpeakingProps) {
  const t = useTranslations("reviews.hard");
  const whose = speaker === "me" ? "mine" : "theirs";
  const phase = review.saysBack > 0 ? "saying_back" : "telling";
  return (
    <div className="space-y-3">
      <h3 className="font-serif text-lg font-medium">{t(`${phase}.${whose}.title`, { name })}</h3>
      {review.saysBack > 1 && <p>{t("once_more")}</p>}
      <p>{t(`${phase}.${whose}.about`, { name })}</p>
      {review.since && (
        <TurnTimer
          since={review.since}
          seconds={SPEAKS_FOR}
          words={{ left: t.raw("left"), over: t("time_over") }}
        />
      )}
      {whose === "mine" ? (
        <SpeakersMoves review={review} />
      ) : (
        // For whoever speaks and has no device: once unfolded it stays so until it is the other's turn.
        <Disclosure summary={t("one_device")}>
          <SpeakersMoves review={review} theirName={name} />
        </Disclosure>
      )}
    </div>
  );
}

/** What the one who speaks decides; with a name where it is the other who does, on the reader's device. */
function SpeakersMoves({ review, theirName }: { review: ReviewView; theirName?: string }) {
  const t = useTranslations("reviews.hard");
  const tone = theirName ? "quiet" : "primary";
  if (review.saysBack === 0)
    return (
      <MoveButton review={review} move="said" tone={tone}>
        {theirName ? t("said.theirs", { name: theirName }) : t("said.mine")}
      </MoveButton>
    );
  return (
    <div className="space-y-3">
      {theirName && <p className="text-sm text-muted">{t("answers", { name: theirName })}</p>}
      <div className="flex flex-wrap gap-3">
        <MoveButton review={review} move="heard" tone={tone}>
          {t("heard")}
        </MoveButton>
        <MoveButton review={review} move="not_yet">
          {t("not_yet")}
        </MoveButton>
      </div>
    </div>
  );
}
