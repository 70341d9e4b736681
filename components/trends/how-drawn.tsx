import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";

/** What dots, lines and bands are, and what they are not. */
export function HowDrawn() {
  const t = useTranslations("trends.drawn");
  return (
    <div className="mt-10 unfolded-on-paper">
      <Disclosure summary={t("title")}>
        <ul className="list-disc space-y-1.5 ps-5 text-sm text-muted">
          {(["dots", "line", "band", "weeks", "gaps", "words", "not"] as const).map((one) => (
            <li key={one}>{t(one)}</li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
