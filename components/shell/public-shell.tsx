import { LifeBuoy } from "lucide-react";
import type { Route } from "next";
import type { ReactNode } from "react";
import { shellActionLook } from "@/components/shell/shell-action";
import { SkipLink } from "@/components/shell/skip-link";
import { Wordmark } from "@/components/shell/wordmark";
import { Link } from "@/components/ui/link";

type Props = {
  skipLabel: string;
  home: Route;
  help: { href: Route; label: string };
  /** On a locked device, a form round a `ShellAction`. */
  signOut?: ReactNode;
  children: ReactNode;
};

/** The frame of every page that needs no sign-in. */
export function PublicShell({ skipLabel, home, help, signOut, children }: Props) {
  return (
    <div className="isolate flex min-h-dvh flex-col overflow-x-clip">
      <SkipLink label={skipLabel} />
      <header className="mx-auto flex w-full max-w-column items-center justify-between px-4 py-2 wide:py-5 print:hidden">
        <Link href={home} className="inline-flex min-h-11 items-center rounded-sm">
          <Wordmark />
        </Link>
        <div className="flex items-center gap-1">
          <Link href={help.href} className={shellActionLook}>
            <LifeBuoy />
            {help.label}
          </Link>
          {signOut}
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto flex w-full max-w-column flex-1 flex-col px-4 pt-6 outline-none wide:pt-12"
      >
        {children}
      </main>
    </div>
  );
}
