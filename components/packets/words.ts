import { useFormatter, useMessages, useTranslations } from "next-intl";

/** The catalogue, for packets: on a page as on paper. */
export type PacketWords = {
  readonly t: ReturnType<typeof useTranslations<"packets">>;
  readonly timeline: ReturnType<typeof useTranslations<"timeline">>;
  readonly sentences: ReturnType<typeof useTranslations<"trends.sentences">>;
  readonly messages: ReturnType<typeof useMessages>;
  readonly format: ReturnType<typeof useFormatter>;
};

export const usePacketWords = (): PacketWords => ({
  t: useTranslations("packets"),
  timeline: useTranslations("timeline"),
  sentences: useTranslations("trends.sentences"),
  messages: useMessages(),
  format: useFormatter(),
});
