"use client";

import type { Route } from "next";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

/** A link that knows whether it leads to where one is; a client leaf because only the browser's router knows. */
export function NavLink({
  href,
  className,
  children,
}: {
  href: Route;
  className?: string;
  children: ReactNode;
}) {
  const path = usePathname();
  const here = path === href ? "page" : path?.startsWith(`${href}/`) ? "true" : undefined;
  return (
    <Link href={href} aria-current={here} className={className}>
      {children}
    </Link>
  );
}
