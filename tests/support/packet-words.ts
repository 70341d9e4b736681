import { createFormatter, createTranslator } from "next-intl";
import type { PacketWords } from "@/components/packets/words";
import messages from "@/lib/i18n/en.json";

const translator = (namespace: string) =>
  createTranslator({ locale: "en", messages, namespace: namespace as never }) as never;

/** The catalogue, for packets, outside of any page. */
export const packetWords: PacketWords = {
  t: translator("packets"),
  timeline: translator("timeline"),
  sentences: translator("trends.sentences"),
  messages: messages as never,
  format: createFormatter({ locale: "en", timeZone: "UTC" }) as never,
};
