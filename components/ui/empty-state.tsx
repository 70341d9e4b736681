import type { ReactNode } from "react";

type Props = {
  title: string;
  /** Where it is all that the page says, its title is the page's. */
  heading?: "h1" | "h2";
  children: ReactNode;
  action?: ReactNode;
};

/** An empty place that says what will be here, and what to do if one wants it to be. */
export function EmptyState({ title, heading: Heading = "h2", children, action }: Props) {
  return (
    <div className="mx-auto max-w-narrow py-10 text-center">
      <svg viewBox="0 0 160 56" aria-hidden="true" className="mx-auto mb-5 w-40 text-accent">
        <path
          d="M46 6c28 2 20 38 48 47-7-16-2-43 24-47"
          fill="currentColor"
          fillOpacity=".1"
          stroke="currentColor"
          strokeDasharray="3 4"
        />
        <path d="M0 6h160" stroke="currentColor" strokeWidth="1.5" />
      </svg>
      <Heading className="font-serif text-lg font-medium">{title}</Heading>
      <div className="mt-2 space-y-2 text-muted">{children}</div>
      {action && <div className="mt-5">{action}</div>}
    </div>
  );
}
