import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";

export function Disclosure({
  summary,
  open = false,
  children,
}: {
  summary: ReactNode;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details open={open}>
      <summary className="inline-flex min-h-11 list-none items-center gap-1.5 rounded-sm text-sm font-medium text-accent underline-offset-4 hover:underline">
        <ChevronDown className="size-4 transition-transform [details[open]>summary>&]:rotate-180" />
        {summary}
      </summary>
      <div className="pt-2 pb-1">{children}</div>
    </details>
  );
}
