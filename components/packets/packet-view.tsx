import { useTranslations } from "next-intl";
import { Beside } from "@/components/packets/beside";
import { PacketPictures } from "@/components/packets/packet-pictures";
import { PacketTimeline } from "@/components/packets/packet-timeline";
import { VoiceSummary } from "@/components/packets/voice-summary";
import { toldOfChoice, toldToGuest, type Voice } from "@/components/packets/voices";
import { Section } from "@/components/ui/section";
import type { Day } from "@/lib/time/day";

type Props = {
  span: { readonly from: Day; readonly to: Day };
  voices: readonly Voice[];
  joint: boolean;
  reader?: "one of them" | "guest";
};

/** What a packet says: a summary, pictures, and the days; two voices beside each other, and never in one. */
export function PacketView({ span, voices, joint, reader = "one of them" }: Props) {
  const t = useTranslations("packets.view");
  const packets = useTranslations("packets");
  const others = reader === "guest" ? [] : voices.filter(({ mine }) => !mine);
  const isEmpty = voices.every(({ entries, commitments }) => entries.length === 0 && !commitments?.length);
  return (
    <>
      <p className="text-muted">{toldOfChoice(voices, packets)}</p>
      {joint && reader === "guest" && <p className="mt-2 text-muted">{toldToGuest(voices, packets)}</p>}
      {joint &&
        others.map(({ name, hue }) => (
          <p key={hue} className="mt-2 text-sm text-muted">
            {t("not_all", { name })}
          </p>
        ))}
      {isEmpty ? (
        <p className="mt-6">{t("nothing")}</p>
      ) : (
        <>
          <Section id="summary" title={t("summary")}>
            <Beside>
              {voices.map((voice) => (
                <VoiceSummary key={voice.hue} voice={voice} />
              ))}
            </Beside>
          </Section>
          <PacketPictures span={span} voices={voices} />
          <PacketTimeline span={span} voices={voices} />
        </>
      )}
    </>
  );
}
