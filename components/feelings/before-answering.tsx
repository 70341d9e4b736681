import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import { TextLink } from "@/components/ui/text-link";
import { levels } from "@/lib/feelings/rules";

const FOR_INJURED = ["history", "anyone", "equals"] as const;

/**
 * To read before one answers, each folded until it is wanted: steadying oneself, wanting to fix, anger, and ways to begin.
 * Whoever says that their own trust was broken is not offered to own what they did not do, nor to stay with anger.
 */
export function BeforeAnswering({ injured }: { injured: boolean }) {
  const t = useTranslations("between");
  const shell = useTranslations("shell");
  const space = useTranslations("space");
  const wordingOf = (level: (typeof levels)[number]) => {
    const other = FOR_INJURED.find((one) => one === level);
    return injured && other ? (`levels_injured.${other}` as const) : (`levels.${level}` as const);
  };
  return (
    <div className="divide-y divide-line border-y border-line">
      <Disclosure summary={t("steady")}>
        <div className="space-y-2">
          <p>{t("steady_about")}</p>
          <TextLink href="/space">{space("link")}</TextLink>
        </div>
      </Disclosure>
      <Disclosure summary={t("fixing")}>
        <p>{t("fixing_about")}</p>
      </Disclosure>
      <Disclosure summary={t("anger")}>
        <div className="space-y-2">
          {!injured && <p>{t("anger_about")}</p>}
          <p>{t("abuse")}</p>
          <TextLink href="/help">{shell("help")}</TextLink>
        </div>
      </Disclosure>
      <Disclosure summary={t("stems")}>
        <p className="mb-3 text-sm text-muted">{t("stems_about")}</p>
        <ul className="space-y-4">
          {levels.map((level) => (
            <li key={level}>
              <p className="text-sm text-muted">{t(`levels.${level}.title`)}</p>
              <p className="font-medium">{t(`${wordingOf(level)}.stem`)}</p>
              <p className="own-words text-muted">{t(`${wordingOf(level)}.example`)}</p>
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
