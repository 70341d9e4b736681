import type { ReactNode } from "react";

export function Section({
  id,
  title,
  lead,
  children,
}: {
  id: string;
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={`${id}-title`} className="mt-8 first:mt-0">
      <h2 id={`${id}-title`} className="font-serif text-lg font-medium">
        {title}
      </h2>
      {lead && (
        <div className="mt-1 text-sm text-muted print:break-inside-avoid print:break-after-avoid">{lead}</div>
      )}
      <div className="mt-4 space-y-4">{children}</div>
    </section>
  );
}
