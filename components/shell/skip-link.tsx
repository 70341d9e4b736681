/** The first thing the keyboard meets; the shells give their `<main>` the id it leads to. */
export function SkipLink({ label }: { label: string }) {
  return (
    <a
      href="#main"
      className="fixed start-3 top-3 z-20 -translate-y-24 rounded-md bg-accent px-4 py-2.5 font-semibold text-on-accent focus:translate-y-0 print:hidden"
    >
      {label}
    </a>
  );
}
