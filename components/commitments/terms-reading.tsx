import { useTranslations } from "next-intl";
import { useDay, useOften } from "@/components/commitments/terms-words";
import { Words } from "@/components/ui/words";
import type { StepView } from "@/lib/commitments/queries";
import type { Terms } from "@/lib/commitments/rules";

/** What was agreed or offered: the words, how often, and until when. */
export function TermsReading({ terms, texts }: { terms: Terms; texts: StepView["texts"] }) {
  const t = useTranslations("commitments");
  const often = useOften();
  const say = useDay();
  const facts = [
    { label: t("often"), value: often(terms) },
    { label: t("from"), value: say(terms.from) },
    { label: t("review"), value: say(terms.review) },
  ];
  return (
    <div className="space-y-3">
      <Words>{texts.what ?? ""}</Words>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
        {facts.map(({ label, value }) => (
          <div key={label} className="contents">
            <dt className="text-muted">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {texts.why && (
        <div>
          <p className="text-sm text-muted">{t("why")}</p>
          <Words>{texts.why}</Words>
        </div>
      )}
    </div>
  );
}
