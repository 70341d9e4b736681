import { ArrowLeft } from "lucide-react";
import type { Route } from "next";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

type Props<T extends string> = {
  title: ReactNode;
  lead?: ReactNode;
  back?: { href: Route<T>; label: string };
  /** Links or buttons beside the title. */
  children?: ReactNode;
};

export function PageHeader<T extends string>({ title, lead, back, children }: Props<T>) {
  return (
    <header className="mb-6">
      {back && (
        <Link
          href={back.href}
          className="mb-1 -ms-1 inline-flex min-h-11 items-center gap-1.5 rounded-sm px-1 text-sm text-muted hover:text-text"
        >
          <ArrowLeft className="size-4" />
          {back.label}
        </Link>
      )}
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-3 pb-4">
        <h1 className="font-serif text-xl font-medium wide:text-2xl">{title}</h1>
        {children}
      </div>
      <div className="waterline" />
      {lead && <div className="mt-5 space-y-2 text-muted">{lead}</div>}
    </header>
  );
}
