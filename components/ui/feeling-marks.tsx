import type { ReactNode } from "react";

/** Feelings in a row, and after them the word somebody found for their own. */
export function FeelingMarks({ own, children }: { own?: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-1.5">
      {children}
      {own && (
        <span dir="auto" className="text-sm">
          {own}
        </span>
      )}
    </div>
  );
}
