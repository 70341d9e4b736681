import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** What is not there and what is not one's to see: the same page. */
export function NothingHere() {
  const t = useTranslations("errors");
  return (
    <EmptyState
      heading="h1"
      title={t("missing_title")}
      action={<ButtonLink href="/today">{t("missing_action")}</ButtonLink>}
    >
      {t("missing")}
    </EmptyState>
  );
}
