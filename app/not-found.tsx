import { getTranslations } from "next-intl/server";
import { PublicFrame } from "@/components/shell/public-frame";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default async function NotFound() {
  const t = await getTranslations("errors");
  return (
    <PublicFrame>
      <EmptyState
        heading="h1"
        title={t("missing_title")}
        action={<ButtonLink href="/today">{t("missing_action")}</ButtonLink>}
      >
        {t("missing")}
      </EmptyState>
    </PublicFrame>
  );
}
