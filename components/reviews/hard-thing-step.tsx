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
  const mine = speaker === "me";
  if (review.saysBack === 0)
    return (
      <div className="space-y-3">
        <h3 className="font-serif text-lg font-medium">{mine ? t("i_speak") : t("you_speak", { name })}</h3>
        <p>{mine ? t("speaking") : t("listening", { name })}</p>
        {review.since && (
          <TurnTimer
            since={review.since}
            seconds={SPEAKS_FOR}
            words={{ left: t.raw("left"), over: t("time_over") }}
          />
        )}
        {mine ? (
          <MoveButton review={review} move="said" tone="primary">
            {t("i_said")}
          </MoveButton>
        ) : (
          <Disclosure summary={t("one_device_said")}>
            <MoveButton review={review} move="said">
              {t("you_said", { name })}
            </MoveButton>
          </Disclosure>
        )}
      </div>
    );
  const answers = (
    <div className="flex flex-wrap gap-3">
      <MoveButton review={review} move="heard" tone="primary">
        {t("heard")}
      </MoveButton>
      <MoveButton review={review} move="not_yet">
        {t("not_yet")}
      </MoveButton>
    </div>
  );
  return (
    <div className="space-y-3">
      <h3 className="font-serif text-lg font-medium">
        {mine ? t("you_say_back", { name }) : t("i_say_back")}
      </h3>
      {review.saysBack > 1 && <p>{t("once_more")}</p>}
      <p>{mine ? t("was_it_that") : t("say_back", { name })}</p>
      {mine ? answers : <Disclosure summary={t("one_device", { name })}>{answers}</Disclosure>}
    </div>
  );
}
