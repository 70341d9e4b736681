import type { Route } from "next";
import { Link } from "@/components/ui/link";

type Props<T extends string> = {
  label: string;
  links: readonly { href: Route<T>; label: string; current: boolean }[];
};

/** Two or three views of one page, each with its own address. */
export function TabsLinks<T extends string>({ label, links }: Props<T>) {
  return (
    <nav aria-label={label} className="mb-6 flex gap-1 overflow-x-auto border-b border-line print:hidden">
      {links.map((link) => (
        <Link
          key={link.href}
          href={link.href}
          aria-current={link.current ? "page" : undefined}
          className="inline-flex min-h-11 shrink-0 items-center border-b-3 border-transparent px-3 text-muted -outline-offset-2 hover:text-text aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-text"
        >
          {link.label}
        </Link>
      ))}
    </nav>
  );
}
