import { useMessages, useTranslations } from "next-intl";
import { type ContentWords, useContentWords } from "@/components/check-ins/content-words";
import { type FeelingWords, useFeelingWords } from "@/components/feelings/feeling-words";
import type { Part } from "@/lib/acknowledgements/rules";
import type { AnnouncedKind } from "@/lib/announcements/rules";
import type {
  EntryKind,
  Perceived,
  Received,
  ReviewStep,
  SessionKind,
  Standing,
} from "@/lib/db/generated/enums";
import type { Shown } from "@/lib/visibility/rules";

/** Everything a card says by itself. */
export type CardWords = ContentWords &
  FeelingWords & {
    readonly you: string;
    readonly partner: string;
    readonly later: string;
    readonly elsewhere: string;
    readonly kinds: Record<Exclude<EntryKind, "check_in">, string>;
    readonly standings: Record<Standing, string>;
    readonly spaceTold: string;
    readonly announcedTold: Record<AnnouncedKind, string>;
    readonly announcedParts: Record<Part | "said" | "is_true", string>;
    readonly received: Record<Received, string>;
    readonly perceived: Record<Perceived, string>;
    readonly reviewSteps: Record<ReviewStep, string>;
    readonly sessionKinds: Record<SessionKind, string>;
    readonly conversation: string;
    readonly shown: Record<Shown, string>;
    /** The same for what has no numbers. */
    readonly shownWhole: Record<Shown, string>;
    readonly open: string;
    readonly changeShown: string;
    /** Null where there is nobody to see it. */
    readonly seen: string | null;
    readonly keptForNow: string;
    readonly withdrawHint: string;
    readonly bring: string;
    readonly brought: string;
    readonly bringYes: string;
    readonly bringNot: string;
    readonly bringAbout: string;
  };

/** The words of any number of cards, once. */
export function useCardWords(partnerName: string | null): CardWords {
  const t = useTranslations("timeline");
  const between = useTranslations("between");
  const corrections = useTranslations("corrections");
  const name = partnerName ?? "";
  return {
    ...useContentWords(),
    ...useFeelingWords(),
    kinds: useMessages().between.kinds,
    standings: useMessages().questions.standings,
    spaceTold: useMessages().space.told,
    announcedTold: useMessages().announcements.told,
    announcedParts: {
      ...useMessages().acknowledgements.parts,
      said: corrections("said"),
      is_true: corrections("is_true"),
    },
    received: useMessages().acknowledgements.answers,
    perceived: useMessages().follow_through.perceived,
    reviewSteps: useMessages().reviews.steps,
    sessionKinds: useMessages().therapy.kinds,
    conversation: between("conversation"),
    you: t("you"),
    partner: name,
    later: t("later"),
    elsewhere: t("elsewhere"),
    shown: {
      only_me: t("badge.only_me"),
      numbers: t("badge.numbers", { name }),
      numbers_and_words: t("badge.numbers_and_words", { name }),
    },
    shownWhole: {
      only_me: t("badge.only_me"),
      numbers: between("shown_whole", { name }),
      numbers_and_words: between("shown_whole", { name }),
    },
    open: t("open"),
    changeShown: t("change_shown"),
    seen: partnerName && t("seen_tab", { name }),
    keptForNow: useTranslations("later")("choice"),
    withdrawHint: t("withdraw_hint"),
    ...useBringWords(),
  };
}

function useBringWords() {
  const t = useTranslations("therapy.bring");
  return {
    bring: t("control"),
    brought: t("control_marked"),
    bringYes: t("yes"),
    bringNot: t("no"),
    bringAbout: t("about"),
  };
}
