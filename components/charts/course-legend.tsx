import { useTranslations } from "next-intl";

const looks = {
  dot: <path d="M10 6h0" stroke="currentColor" strokeWidth="5" strokeLinecap="round" opacity=".7" />,
  line: <path d="M1 8q9-8 18-3" fill="none" stroke="currentColor" strokeWidth="2" />,
  band: <path d="M0 2h20v8H0z" fill="currentColor" opacity=".2" />,
  mark: <path d="M10 0v12" stroke="currentColor" strokeDasharray="2 3" />,
} as const;
type Look = keyof typeof looks;

/** What is drawn of numbers, shown once for all pictures of a page. */
export function CourseLegend({ byWeek }: { byWeek: boolean }) {
  const t = useTranslations("trends.legend");
  const shown = (Object.keys(looks) as Look[]).filter((look) => look !== "dot" || !byWeek);
  return (
    <ul aria-hidden="true" className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
      {shown.map((look) => (
        <li key={look} className="inline-flex items-center gap-1.5">
          <svg viewBox="0 0 20 12" aria-hidden="true" className="drawn h-3 w-5 shrink-0">
            {looks[look]}
          </svg>
          {t(look)}
        </li>
      ))}
    </ul>
  );
}
