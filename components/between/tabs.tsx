import { useTranslations } from "next-intl";
import { TabsLinks } from "@/components/ui/tabs-links";

const rooms = { feelings: "/feelings", questions: "/questions", care: "/care" } as const;

/** The rooms of what is between the two. */
export function BetweenTabs({ current }: { current: keyof typeof rooms }) {
  const t = useTranslations("between");
  const keys = Object.keys(rooms) as (keyof typeof rooms)[];
  return (
    <TabsLinks
      label={t("tabs.label")}
      links={keys.map((key) => ({ href: rooms[key], label: t(`tabs.${key}`), current: key === current }))}
    />
  );
}
