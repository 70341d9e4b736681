import type { ReactNode } from "react";

type Props = { title: string; lead: string; children: ReactNode };

/** Something shown once: set apart, easy to copy by hand, read out when it appears. */
export function OneTime({ title, lead, children }: Props) {
  return (
    <section role="status" className="rounded-lg border-2 border-accent bg-sheet p-4 mid:p-5">
      <h2 className="font-serif text-lg font-medium">{title}</h2>
      <p className="mt-1 text-sm text-muted">{lead}</p>
      <p className="mt-4 rounded-md bg-fog p-4 text-lg font-semibold leading-relaxed break-words select-all">
        {children}
      </p>
    </section>
  );
}
