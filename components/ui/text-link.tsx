import type { Route } from "next";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

/** A way on in running text, tall enough for a thumb. */
export function TextLink<T extends string>({ href, children }: { href: Route<T>; children: ReactNode }) {
  return (
    <Link href={href} className="inline-flex min-h-11 items-center text-accent underline underline-offset-4">
      {children}
    </Link>
  );
}
