import type { Route } from "next";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";

type Props = { ids: readonly string[]; partnerName: string | null };

/** That there is a correction, and nothing more. */
export function AnnouncedCorrections({ ids, partnerName }: Props) {
  const t = useTranslations("corrections");
  if (!partnerName || ids.length === 0) return null;
  return (
    <div className="mb-6 space-y-3">
      {ids.map((id) => (
        <Card key={id} as="section">
          <h2 className="font-serif text-lg font-medium">{t("announced", { name: partnerName })}</h2>
          <p className="mt-2 text-muted">{t("announced_about")}</p>
          <ButtonLink tone="quiet" className="mt-4" href={`/corrections/${id}` as Route}>
            {t("look")}
          </ButtonLink>
        </Card>
      ))}
    </div>
  );
}
