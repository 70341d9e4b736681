export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2.5 font-serif text-lg font-semibold">
      <KeelMark className="size-7 text-accent" />
      <span className="max-[21rem]:sr-only">Keel</span>
    </span>
  );
}

/** The line of the water, and what hangs below it and keeps things upright. */
export function KeelMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={className}>
      <path d="M1 6.5h22" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      <path
        d="M2.5 6.5C10 7.5 9 18.4 14.7 21.4c1 .5 1.8-.2 1.5-1.2C14.6 15 15.8 8.5 21.5 6.5Z"
        fill="currentColor"
      />
    </svg>
  );
}
