import type { Route } from "next";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { Unopened } from "@/lib/announcements/queries";
import { roomOf } from "@/lib/announcements/rules";

type Props = { announced: readonly Unopened[]; partnerName: string | null };

/** That there is a correction or an acknowledgement, and nothing more. */
export function AnnouncedList({ announced, partnerName }: Props) {
  const t = useTranslations("announcements");
  if (!partnerName || announced.length === 0) return null;
  const name = partnerName;
  return (
    <div className="mb-6 space-y-3">
      {announced.map(({ kind, id }) => (
        <Card key={id} as="section">
          <h2 className="font-serif text-lg font-medium">{t(`titles.${kind}`, { name })}</h2>
          <p className="mt-2 text-muted">{t(`about.${kind}`, { name })}</p>
          <ButtonLink tone="quiet" className="mt-4" href={`/${roomOf[kind]}/${id}` as Route}>
            {t("look")}
          </ButtonLink>
        </Card>
      ))}
    </div>
  );
}
