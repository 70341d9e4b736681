/** Whose picture it is, in their colour, and what it says. */
export const FigureHead = ({ name, sentence }: { name: string; sentence: string }) => (
  <figcaption className="mb-3 flex items-baseline gap-2">
    <span aria-hidden="true" className="drawn size-2.5 shrink-0 rounded-full bg-(--hue)" />
    <span>
      <span className="font-semibold">{name}</span> <span className="text-sm text-muted">{sentence}</span>
    </span>
  </figcaption>
);
