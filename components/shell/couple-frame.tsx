import {
  CalendarDays,
  ChartSpline,
  ListChecks,
  Lock,
  LogOut,
  MessagesSquare,
  PenLine,
  Settings,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { IdleLock } from "@/components/lock/idle-lock";
import { AppShell } from "@/components/shell/app-shell";
import { ShellAction } from "@/components/shell/shell-action";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";

type Props = { resetPending: boolean; shared: boolean; children: ReactNode };

/** As app.enter has it (prisma/policies): a page that stands open asks for things by itself, and looks for itself. */
const IDLE_MINUTES = { own: 15, shared: 10 } as const;

/** The signed-in frame with its words, what closes it, and the one thing every live session must hear of. */
export function CoupleFrame({ resetPending, shared, children }: Props) {
  const t = useTranslations("shell");
  return (
    <AppShell
      skipLabel={t("skip")}
      navLabel={t("nav")}
      home="/today"
      links={[
        { href: "/today", label: t("today"), icon: PenLine },
        {
          href: "/feelings",
          rooms: ["/questions", "/care", "/space"],
          label: t("between"),
          icon: MessagesSquare,
        },
        {
          href: "/commitments",
          rooms: ["/corrections", "/acknowledgements"],
          label: t("commitments"),
          icon: ListChecks,
        },
        { href: "/timeline", label: t("timeline"), icon: CalendarDays },
        {
          href: "/trends",
          rooms: ["/review", "/struggles", "/therapy"],
          label: t("together"),
          icon: ChartSpline,
        },
      ]}
      settings={{ href: "/settings", label: t("settings"), icon: Settings }}
      help={{ href: "/help", label: t("help") }}
      waysOut={
        <>
          {!shared && (
            <form method="post" action="/lock" className="contents">
              <ShellAction icon={Lock} label={t("lock")} />
            </form>
          )}
          <form method="post" action="/sign-out" className="contents">
            <ShellAction icon={LogOut} label={t("sign_out")} compact={!shared} />
          </form>
        </>
      }
    >
      <IdleLock minutes={shared ? IDLE_MINUTES.shared : IDLE_MINUTES.own} />
      {resetPending && (
        <div className="mb-6">
          <Notice tone="caution">
            <p>{t("reset_pending")}</p>
            <TextLink href="/settings/passphrase">{t("reset_pending_link")}</TextLink>
          </Notice>
        </div>
      )}
      {children}
    </AppShell>
  );
}
