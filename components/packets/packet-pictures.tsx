import { useMessages, useTranslations } from "next-intl";
import { CourseLegend } from "@/components/charts/course-legend";
import { Beside } from "@/components/packets/beside";
import { PacketFeelings, PacketHeard } from "@/components/packets/packet-felt";
import type { Voice } from "@/components/packets/voices";
import { CourseFigure } from "@/components/trends/course-figure";
import { sentenceOf } from "@/components/trends/sentences";
import { Section } from "@/components/ui/section";
import { dimensions } from "@/lib/check-ins/rules";
import { isAnnotation } from "@/lib/entries/rules";
import { isPictured, numbersIn } from "@/lib/packets/rules";
import { type Day, numberOf } from "@/lib/time/day";
import { courseOf, givenOf, isByWeek } from "@/lib/trends/rules";

type Props = { span: { readonly from: Day; readonly to: Day }; voices: readonly Voice[] };

/** The pictures of trends, of what was put in alone. A number that nobody gave has none. */
export function PacketPictures({ span: { from, to }, voices }: Props) {
  const t = useTranslations("packets.view");
  const { check_in } = useMessages();
  const sentences = useTranslations("trends.sentences");
  const span = { from: numberOf(from), to: numberOf(to) };
  const marked = voices.flatMap(({ entries }) =>
    entries.filter(isAnnotation).map(({ day }) => numberOf(day)),
  );
  const people = voices.map((voice) => ({ ...voice, rows: numbersIn(voice.entries) }));
  const drawn = dimensions.filter((dimension) =>
    people.some(({ rows }) => givenOf(rows, dimension).length > 0),
  );
  if (voices.every(({ entries }) => !isPictured(entries))) return null;
  return (
    <Section id="pictures" title={t("pictures")}>
      {drawn.length > 0 && <CourseLegend byWeek={isByWeek(span)} />}
      {drawn.map((dimension) => (
        <section key={dimension} className="space-y-3">
          <h3 className="font-semibold">{check_in[dimension]}</h3>
          <Beside>
            {people.map(({ name, hue, rows }) => {
              const given = givenOf(rows, dimension);
              return (
                <CourseFigure
                  key={hue}
                  name={name}
                  hue={hue}
                  span={span}
                  what={check_in[dimension]}
                  sentence={sentenceOf(check_in[dimension], t("within"), given, sentences)}
                  given={given}
                  course={courseOf(given, span)}
                  marked={marked}
                />
              );
            })}
          </Beside>
        </section>
      ))}
      <PacketFeelings span={span} voices={voices} />
      <PacketHeard span={span} voices={voices} />
    </Section>
  );
}
