import { useTranslations } from "next-intl";
import { ColumnsFigure } from "@/components/trends/columns-figure";
import { heardAnswers, type heardOf, type Span } from "@/lib/trends/rules";

const looks = {
  yes: { hue: "hue-deep", fill: 1 },
  partly: { hue: "hue-deep", fill: 0.4 },
  not_yet: { hue: "hue-ash", fill: 0, dashed: true },
} as const;

/** What each answer is called and looks like, from the bottom up. */
export function useHeardLooks() {
  const answers = useTranslations("between.heard_answers");
  return heardAnswers.map((answer) => ({ ...looks[answer], label: answers(answer) }));
}

type Props = {
  name: string;
  span: Span;
  parts: ReturnType<typeof heardOf>;
  /** The highest column of all that are compared. */
  most: number;
};

/** One person's answers, week by week: a picture for each part of feeling heard. */
export function HeardFigures({ name, span, parts, most }: Props) {
  const t = useTranslations("trends.heard");
  const told = useTranslations("between.heard_told");
  const answers = useHeardLooks();
  return parts.map(({ part, counts, weeks }) => (
    <ColumnsFigure
      key={part}
      low
      span={span}
      weeks={weeks}
      parts={answers}
      most={most}
      caption={
        <span className="text-sm">
          {told(part)}{" "}
          <span className="text-muted">
            {answers.map(({ label }, at) => `${label} ${counts[at]}`).join(", ")}
          </span>
        </span>
      }
      reads={t("read", { name, part: told(part) })}
      nothing={t("nothing_read")}
    />
  ));
}
