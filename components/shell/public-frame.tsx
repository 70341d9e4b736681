import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PublicShell } from "@/components/shell/public-shell";

/** The signed-out frame with its words. */
export function PublicFrame({ children }: { children: ReactNode }) {
  const t = useTranslations("shell");
  return (
    <PublicShell skipLabel={t("skip")} home="/" help={{ href: "/help", label: t("help") }}>
      {children}
    </PublicShell>
  );
}
