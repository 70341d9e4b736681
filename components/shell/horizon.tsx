import type { ReactNode } from "react";

/** Divides the first page one meets into air and water: what is said here lies below the line, across the whole width. */
export function Horizon({ children }: { children: ReactNode }) {
  return (
    <div className="relative mt-14 flex-1 pt-32 pb-16 before:absolute before:inset-y-0 before:-inset-x-[50vw] before:-z-1 before:border-t-2 before:border-accent before:bg-sheet wide:pt-44">
      <svg
        viewBox="0 0 120 48"
        aria-hidden="true"
        className="absolute -start-2 top-0 h-22 text-accent wide:h-32 dark:opacity-45 print:hidden"
      >
        <path d={fin} fill="currentColor" />
      </svg>
      {children}
    </div>
  );
}

const fin = "M0 0C44 2 46 36 78 47c3.5 1 5.5-1.5 4-5C76 26 89 2 120 0Z";
