import { LockKeyhole } from "lucide-react";

export type ShownAs = "only_me" | "numbers" | "numbers_and_words";

/** Who can see an entry, in words; the mark fills as more is shown. */
export function AudienceBadge({ shown, label }: { shown: ShownAs; label: string }) {
  return (
    <span className="inline-flex items-center gap-1.5 text-sm text-muted">
      {shown === "only_me" ? (
        <LockKeyhole className="size-4 shrink-0" />
      ) : (
        <Fill whole={shown === "numbers_and_words"} />
      )}
      {label}
    </span>
  );
}

function Fill({ whole }: { whole: boolean }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4 shrink-0 text-accent">
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.75" />
      <path d={whole ? "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2Z" : "M2 8a6 6 0 0 0 12 0Z"} fill="currentColor" />
    </svg>
  );
}
