import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";

/** Closed by whoever read them, over, taken back, never there: it is not told which. */
export function NotesClosed() {
  const t = useTranslations("guests.closed");
  return (
    <EmptyState heading="h1" title={t("title")}>
      {t("about")}
    </EmptyState>
  );
}
