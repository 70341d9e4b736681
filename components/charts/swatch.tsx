type Props = {
  hue: string;
  /** How much of the colour it is filled with, 0 to 1. */
  fill: number;
  dashed?: boolean;
};

/** What a legend shows of a colour: its edge is always all of it, so that an empty one is something too. */
export const Swatch = ({ hue, fill, dashed = false }: Props) => (
  <span
    aria-hidden="true"
    className={`drawn inline-block size-3.5 shrink-0 border border-(--hue) ${dashed ? "border-dashed" : ""} ${hue}`}
    style={{ background: `color-mix(in oklab, var(--hue) ${fill * 100}%, transparent)` }}
  />
);
