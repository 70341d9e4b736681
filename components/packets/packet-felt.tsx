import { useTranslations } from "next-intl";
import { Beside } from "@/components/packets/beside";
import { toldFelt, toldHeard } from "@/components/packets/picture-words";
import type { Voice } from "@/components/packets/voices";
import { usePacketWords } from "@/components/packets/words";
import { PartsLegend } from "@/components/trends/columns-figure";
import { FeelingsMap } from "@/components/trends/feelings-map";
import { FigureHead } from "@/components/trends/figure-head";
import { HeardFigures, useHeardLooks } from "@/components/trends/heard-figures";
import { feelingsIn, heardIn, strengthsIn } from "@/lib/packets/rules";
import { daysFelt, feltOf, heardOf, highest, type Span } from "@/lib/trends/rules";

type Props = { span: Span; voices: readonly Voice[] };

/** Which feelings each named, a map beside the other's. */
export function PacketFeelings({ span, voices }: Props) {
  const t = useTranslations("packets.view");
  const words = usePacketWords();
  const people = voices.map((voice) => ({ ...voice, told: toldFelt(voice.entries, words) }));
  if (people.every(({ told }) => told.times === 0)) return null;
  return (
    <section className="space-y-3">
      <h3 className="font-semibold">{t("felt_title")}</h3>
      <Beside>
        {people.map(({ name, hue, entries, told: { isDrawn, sentence } }) => {
          if (!isDrawn) return <Told key={hue} name={name} hue={hue} sentence={sentence} />;
          const [checkIns, strengths] = [feelingsIn(entries), strengthsIn(entries)];
          return (
            <FeelingsMap
              key={hue}
              name={name}
              hue={hue}
              span={span}
              sentence={sentence}
              moments={feltOf(checkIns, strengths, span)}
              asked={checkIns.length}
              days={daysFelt(checkIns, strengths)}
            />
          );
        })}
      </Beside>
    </section>
  );
}

/** Whether each felt heard, week by week. */
export function PacketHeard({ span, voices }: Props) {
  const t = useTranslations("packets.view");
  const words = usePacketWords();
  const looks = useHeardLooks();
  const people = voices.map((voice) => ({
    ...voice,
    told: toldHeard(voice.entries, span, words),
    parts: heardOf(heardIn(voice.entries), span),
  }));
  if (people.every(({ told }) => told.times === 0)) return null;
  const most = highest(people.flatMap(({ parts }) => parts.flatMap(({ weeks }) => weeks)));
  return (
    <section className="space-y-3">
      <h3 className="font-semibold">{t("heard_title")}</h3>
      <Beside>
        {people.map(({ name, hue, parts, told: { isDrawn, sentence, times } }) => (
          <div key={hue} className="space-y-3">
            {/* Each picture says its own part. */}
            <Told name={name} hue={hue} sentence={isDrawn ? t("heard_times", { times }) : sentence} />
            {isDrawn && <HeardFigures name={name} span={span} parts={parts} most={most} />}
          </div>
        ))}
      </Beside>
      {people.some(({ told }) => told.isDrawn) && <PartsLegend parts={looks} />}
    </section>
  );
}

const Told = ({ name, hue, sentence }: { name: string; hue: string; sentence: string }) => (
  <figure className={hue}>
    <FigureHead name={name} sentence={sentence} />
  </figure>
);
