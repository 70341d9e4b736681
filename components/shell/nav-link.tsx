"use client";

import type { Route } from "next";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

/** A link that knows whether it leads to where one is; a client leaf because only the browser's router knows. */
export function NavLink({
  href,
  rooms = [],
  className,
  children,
}: {
  href: Route;
  /** What else lies behind it. */
  rooms?: readonly string[];
  className?: string;
  children: ReactNode;
}) {
  const path = `${usePathname()}/`;
  const within = [href, ...rooms].some((room) => path.startsWith(`${room}/`));
  const here = path === `${href}/` ? "page" : within ? "true" : undefined;
  return (
    <Link href={href} aria-current={here} className={className}>
      {children}
    </Link>
  );
}
