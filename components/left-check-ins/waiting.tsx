import { useFormatter, useTranslations } from "next-intl";
import { ContentReading } from "@/components/check-ins/content-reading";
import { useContentWords } from "@/components/check-ins/content-words";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/fields";
import { Card } from "@/components/ui/card";
import { Section } from "@/components/ui/section";
import { dropLeftAction, takeOverAction } from "@/lib/left-check-ins/actions";
import type { LeftCheckIn } from "@/lib/left-check-ins/rules";
import { forDisplay } from "@/lib/time/day";

/** What was left on a locked device for a day that has a check-in already, or one half typed: taken over, or dropped. */
export function WaitingCheckIns({ left }: { left: readonly LeftCheckIn[] }) {
  const t = useTranslations("lock");
  const format = useFormatter();
  const words = useContentWords();
  if (left.length === 0) return null;
  return (
    <Section id="left" title={t("waiting_title")} lead={t("waiting")}>
      {left.map(({ id, day, content }) => (
        <Card key={id} submerged as="article">
          <h3 className="mb-3 text-sm text-muted">
            {format.dateTime(forDisplay(day), { dateStyle: "full" })}
          </h3>
          <ContentReading content={content} words={words} />
          <div className="mt-4 flex flex-wrap gap-3">
            <ActionForm action={takeOverAction}>
              <input type="hidden" name="left" value={id} />
              <SubmitButton tone="quiet">{t("take_over")}</SubmitButton>
            </ActionForm>
            <ActionForm action={dropLeftAction}>
              <input type="hidden" name="left" value={id} />
              <SubmitButton tone="danger">{t("drop")}</SubmitButton>
            </ActionForm>
          </div>
        </Card>
      ))}
    </Section>
  );
}
