import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/ui/page-header";

export function SettingsHeader({ title, lead }: { title: string; lead?: string }) {
  const t = useTranslations("settings");
  return (
    <PageHeader title={title} lead={lead && <p>{lead}</p>} back={{ href: "/settings", label: t("title") }} />
  );
}
