import { useFormatter, useTranslations } from "next-intl";
import { Beside } from "@/components/packets/beside";
import { daysTold } from "@/components/packets/days";
import type { Voice } from "@/components/packets/voices";
import { usePacketWords } from "@/components/packets/words";
import { useCardWords } from "@/components/timeline/card-words";
import { EntryReading } from "@/components/timeline/entry-card";
import { AudienceBadge } from "@/components/ui/audience-badge";
import { Card } from "@/components/ui/card";
import { Section } from "@/components/ui/section";
import type { EntryView } from "@/lib/entries/rules";
import { toldOf } from "@/lib/packets/rules";
import { type Day, forDisplay } from "@/lib/time/day";

type Props = { span: { readonly from: Day; readonly to: Day }; voices: readonly Voice[] };

/** What was put in, day by day, each voice in its own column; and where nothing was, that. */
export function PacketTimeline({ span, voices }: Props) {
  const t = useTranslations("packets.view");
  const format = useFormatter();
  const words = usePacketWords();
  const told = toldOf(voices, span);
  return (
    <Section id="days" title={t("timeline")} lead={<p>{t("timeline_about")}</p>}>
      <ol className="space-y-6">
        {told.map((one) =>
          "day" in one ? (
            <li key={one.day}>
              <h3 className="mb-2 font-serif text-lg font-medium">
                <time dateTime={one.day}>{format.dateTime(forDisplay(one.day), { dateStyle: "full" })}</time>
              </h3>
              <Beside dense>
                {voices.map((voice, at) => (
                  <VoiceOfDay key={voice.hue} voice={voice} entries={one.of[at] ?? []} />
                ))}
              </Beside>
            </li>
          ) : (
            <li key={one.from} className="text-sm text-muted">
              {t("gap", { span: daysTold(one, words) })}
            </li>
          ),
        )}
      </ol>
    </Section>
  );
}

/** Empty where they put in nothing of the day: the other's stays in its own column. */
function VoiceOfDay({ voice, entries }: { voice: Voice; entries: readonly EntryView[] }) {
  const t = useTranslations("packets");
  const words = useCardWords("");
  return (
    <div className={`space-y-3 ${voice.hue}`}>
      {entries.map((entry) => (
        <Card key={entry.id} as="article" submerged={voice.mine && entry.shown === "only_me"}>
          <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
            <h4 className="flex items-baseline gap-2 text-sm font-semibold">
              <span aria-hidden="true" className="drawn size-2.5 shrink-0 rounded-full bg-(--hue)" />
              <span>
                {voice.name}
                <span className="font-normal text-muted">
                  {" "}
                  · {entry.kind === "check_in" ? t("check_in") : words.kinds[entry.kind]}
                </span>
              </span>
            </h4>
            {voice.mine && entry.shown !== "numbers_and_words" && (
              <AudienceBadge shown="only_me" label={t(entry.shown === "numbers" ? "words_kept" : "kept")} />
            )}
          </div>
          <EntryReading entry={entry} words={words} />
        </Card>
      ))}
    </div>
  );
}
