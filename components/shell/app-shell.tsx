import { LifeBuoy, type LucideIcon } from "lucide-react";
import type { Route } from "next";
import type { ReactNode } from "react";
import { NavLink } from "@/components/shell/nav-link";
import { shellActionLook } from "@/components/shell/shell-action";
import { SkipLink } from "@/components/shell/skip-link";
import { Wordmark } from "@/components/shell/wordmark";
import { Link } from "@/components/ui/link";

type Props = {
  skipLabel: string;
  navLabel: string;
  home: Route;
  links: readonly { href: Route; rooms?: readonly string[]; label: string; icon: LucideIcon }[];
  settings: { href: Route; label: string; icon: LucideIcon };
  help: { href: Route; label: string };
  /** Forms round a `ShellAction` each, always in reach. */
  waysOut: ReactNode;
  children: ReactNode;
};

/** The frame of every signed-in page: a bar under the thumb on phones, a column beside the page on wide screens. */
export function AppShell({ skipLabel, navLabel, home, links, settings, help, waysOut, children }: Props) {
  const { icon: SettingsIcon } = settings;
  return (
    <div data-bar className="wide:grid wide:min-h-dvh wide:grid-cols-[15rem_minmax(0,1fr)]">
      <SkipLink label={skipLabel} />
      <header className="flex items-center justify-between gap-3 px-4 pt-2 wide:sticky wide:top-0 wide:h-dvh wide:flex-col wide:items-stretch wide:justify-start wide:gap-8 wide:border-e wide:border-line wide:px-4 wide:py-6 print:hidden">
        <Link href={home} className="inline-flex min-h-11 items-center rounded-sm wide:px-3">
          <Wordmark />
        </Link>
        <nav
          aria-label={navLabel}
          className="fixed inset-x-0 bottom-0 z-10 flex border-t border-line bg-sheet pb-[env(safe-area-inset-bottom)] wide:static wide:flex-col wide:gap-1 wide:border-0 wide:bg-transparent"
        >
          {links.map(({ href, rooms, label, icon: Icon }) => (
            <NavLink
              key={href}
              href={href}
              rooms={rooms}
              className="-mt-px flex min-h-15 flex-1 flex-col items-center justify-center gap-0.5 min-w-0 border-t-3 border-transparent text-2xs text-muted mid:text-xs -outline-offset-2 hover:text-text aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-text wide:mt-0 wide:min-h-11 wide:flex-none wide:flex-row wide:justify-start wide:gap-3 wide:rounded-md wide:border-0 wide:px-3 wide:text-md wide:aria-[current]:bg-wash [&_svg]:size-5.5 wide:[&_svg]:size-5"
            >
              <Icon />
              {label}
            </NavLink>
          ))}
        </nav>
        <div className="flex items-center mid:gap-1 wide:mt-auto wide:flex-col wide:items-start">
          {/* A document of its own: on it nobody looks whether this device should lock, and the router would keep these pages. */}
          <a href={help.href} className={shellActionLook}>
            <LifeBuoy />
            {help.label}
          </a>
          <NavLink
            href={settings.href}
            className={`${shellActionLook} aria-[current]:font-semibold aria-[current]:text-text wide:aria-[current]:bg-wash`}
          >
            <SettingsIcon />
            <span className="sr-only wide:not-sr-only">{settings.label}</span>
          </NavLink>
          {waysOut}
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-column px-4 pt-4 pb-32 outline-none wide:px-8 wide:pt-10 wide:pb-16 print:pb-0"
      >
        {children}
      </main>
    </div>
  );
}
