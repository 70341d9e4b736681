/** A text over a whole page, faintly: a picture of it can be told from another. It is said nowhere else, and is in no way. */
export const Watermark = ({ text }: { text: string }) => (
  <svg
    aria-hidden="true"
    className="pointer-events-none fixed inset-0 z-1 size-full text-text opacity-7 print:opacity-15"
  >
    <defs>
      <pattern
        id="watermark"
        width="460"
        height="220"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(-24)"
      >
        <text x="0" y="80" fill="currentColor" fontSize="15">
          {text}
        </text>
      </pattern>
    </defs>
    <rect width="100%" height="100%" fill="url(#watermark)" />
  </svg>
);
