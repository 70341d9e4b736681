import type { Route } from "next";
import { Link } from "@/components/ui/link";

type Props = {
  label: string;
  /** `short`: what is seen where the label would not fit; it begins the label. */
  links: readonly { href: string; label: string; short?: string; current: boolean }[];
};

/** A few ways to look at the same page. */
export function PillLinks({ label, links }: Props) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-1.5 print:hidden">
      {links.map(({ href, label, short = label, current }) => (
        <Link
          key={href}
          href={href as Route}
          aria-current={current ? "true" : undefined}
          className="inline-flex min-h-11 items-center rounded-full border border-edge bg-sheet px-3.5 text-sm hover:border-accent aria-[current]:border-accent aria-[current]:bg-wash aria-[current]:font-semibold"
        >
          {short === label ? (
            label
          ) : (
            <>
              <span aria-hidden="true" className="mid:hidden">
                {short}
              </span>
              <span className="max-mid:sr-only">{label}</span>
            </>
          )}
        </Link>
      ))}
    </nav>
  );
}
