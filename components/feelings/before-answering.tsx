import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import { TextLink } from "@/components/ui/text-link";
import { levels } from "@/lib/feelings/rules";

/** To read before one answers, each folded until it is wanted: steadying oneself, wanting to fix, anger, and ways to begin. */
export function BeforeAnswering() {
  const t = useTranslations("between");
  const shell = useTranslations("shell");
  return (
    <div className="divide-y divide-line border-y border-line">
      <Disclosure summary={t("steady")}>
        <p>{t("steady_about")}</p>
      </Disclosure>
      <Disclosure summary={t("fixing")}>
        <p>{t("fixing_about")}</p>
      </Disclosure>
      <Disclosure summary={t("anger")}>
        <div className="space-y-2">
          <p>{t("anger_about")}</p>
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
              <p className="font-medium">{t(`levels.${level}.stem`)}</p>
              <p className="own-words text-muted">{t(`levels.${level}.example`)}</p>
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
