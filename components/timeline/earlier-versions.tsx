import { useFormatter, useTranslations } from "next-intl";
import { ContentReading } from "@/components/check-ins/content-reading";
import { useContentWords } from "@/components/check-ins/content-words";
import { Disclosure } from "@/components/ui/disclosure";
import type { Earlier } from "@/lib/entries/rules";
import { forDisplay } from "@/lib/time/day";
import { UNTIL_SHOWN_AGAIN } from "@/lib/visibility/rules";

/** What an entry said before it was changed, as far as it was shown then and is shown now. */
export function EarlierVersions({ earlier }: { earlier: readonly Earlier[] }) {
  const t = useTranslations("timeline");
  const format = useFormatter();
  const words = useContentWords();
  if (earlier.length === 0) return null;
  return (
    <Disclosure summary={t("earlier_versions")}>
      <p className="mb-3 text-sm text-muted">{t("earlier_about")}</p>
      <ol className="space-y-4 border-s-2 border-line ps-4">
        {earlier.map((version) => (
          <li key={version.key}>
            <p className="mb-2 text-sm text-muted">
              {version.until === UNTIL_SHOWN_AGAIN
                ? t("earlier_open")
                : t("earlier_version", {
                    day: format.dateTime(forDisplay(version.until), { dateStyle: "long" }),
                  })}
            </p>
            <ContentReading content={version.content} words={words} partial />
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
