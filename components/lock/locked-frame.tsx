import { LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AllWindows } from "@/components/lock/all-windows";
import { PublicShell } from "@/components/shell/public-shell";
import { ShellAction } from "@/components/shell/shell-action";

/** The frame of a locked device: help, and the way out. */
export function LockedFrame({ children }: { children: ReactNode }) {
  const t = useTranslations("shell");
  return (
    <PublicShell
      skipLabel={t("skip")}
      home="/locked"
      help={{ href: "/help", label: t("help") }}
      signOut={
        <form method="post" action="/sign-out" className="contents">
          <ShellAction icon={LogOut} label={t("sign_out")} />
        </form>
      }
    >
      <AllWindows />
      <div className="mx-auto w-full max-w-narrow pb-16">{children}</div>
    </PublicShell>
  );
}
