import type { useFormatter, useMessages, useTranslations } from "next-intl";

/** The catalogue, for a document that is made outside of any page. */
export type DocumentWords = {
  readonly t: ReturnType<typeof useTranslations<"export">>;
  readonly partner: ReturnType<typeof useTranslations<"partner">>;
  readonly commitments: ReturnType<typeof useTranslations<"commitments">>;
  readonly timeline: ReturnType<typeof useTranslations<"timeline">>;
  readonly messages: ReturnType<typeof useMessages>;
  readonly format: ReturnType<typeof useFormatter>;
};
