import type { ReactNode } from "react";

/** An empty place that says what will be here, and what to do if one wants it to be. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string;
  children: ReactNode;
  action?: ReactNode;
}) {
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
      <h2 className="font-serif text-lg font-medium">{title}</h2>
      <div className="mt-2 space-y-2 text-muted">{children}</div>
      {action && <div className="mt-5">{action}</div>}
    </div>
  );
}
