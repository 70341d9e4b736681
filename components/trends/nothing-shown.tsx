import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import type { Whose } from "@/lib/trends/schema";

/** Instead of many empty pictures: what will be here. */
export function NothingShown({ whose }: { whose: Whose }) {
  const t = useTranslations("trends.empty");
  return (
    <EmptyState title={t("title")} action={<TextLink href="/today">{t("action")}</TextLink>}>
      <p>{t(whose)}</p>
    </EmptyState>
  );
}
