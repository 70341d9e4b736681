import { useFormatter, useTranslations } from "next-intl";
import { useDay, useOften } from "@/components/commitments/terms-words";
import { Disclosure } from "@/components/ui/disclosure";
import { Words } from "@/components/ui/words";
import type { StepView } from "@/lib/commitments/queries";
import { forDisplay } from "@/lib/time/day";

type Props = { steps: readonly StepView[]; partnerName: string };

/** Every step, as it was taken, with its words. */
export function History({ steps, partnerName }: Props) {
  const t = useTranslations("commitments");
  return (
    <Disclosure summary={t("history")}>
      <p className="mb-3 text-sm text-muted">{t("history_about")}</p>
      <ol className="space-y-4 border-s-2 border-line ps-4">
        {steps.map((step) => (
          <li key={step.turn}>
            <StepReading step={step} partnerName={partnerName} />
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}

function StepReading({ step, partnerName }: { step: StepView; partnerName: string }) {
  const t = useTranslations("commitments");
  const format = useFormatter();
  const say = useDay();
  const often = useOften();
  const { mine, name, on, terms, texts, returnsOn } = step;
  const until = returnsOn ? say(returnsOn) : "";
  const told = mine
    ? t(`names_you.${name}`, { day: until })
    : t("reads", { name: partnerName, step: t(`names.${name}`, { day: until }) });
  return (
    <>
      <p className="text-sm">
        <span className="text-muted">{format.dateTime(forDisplay(on), { dateStyle: "medium" })}</span>
        {" · "}
        {told}
      </p>
      {terms && (
        <p className="mt-1 text-sm text-muted">
          {often(terms)} · {t("until", { day: say(terms.review) })}
        </p>
      )}
      {[texts.what, texts.why, texts.closing_note].map(
        (text) =>
          text && (
            <div key={text} className="mt-1">
              <Words>{text}</Words>
            </div>
          ),
      )}
    </>
  );
}
