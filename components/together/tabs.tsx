import { useTranslations } from "next-intl";
import { TabsLinks } from "@/components/ui/tabs-links";

const rooms = { trends: "/trends", review: "/review", struggles: "/struggles", therapy: "/therapy" } as const;

/** The rooms of what two people look at together. */
export function TogetherTabs({ current }: { current: keyof typeof rooms }) {
  const t = useTranslations("together");
  const keys = Object.keys(rooms) as (keyof typeof rooms)[];
  return (
    <TabsLinks
      label={t("tabs.label")}
      links={keys.map((key) => ({ href: rooms[key], label: t(`tabs.${key}`), current: key === current }))}
    />
  );
}
