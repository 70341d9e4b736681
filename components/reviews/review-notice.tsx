import type { Route } from "next";
import { useTranslations } from "next-intl";
import { useSoon } from "@/components/between/moment";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import type { ReviewToday } from "@/lib/reviews/queries";

/** That the two meet today, or that what they began waits for them. */
export function ReviewNotice({ review, timeZone }: { review: ReviewToday; timeZone: string }) {
  const t = useTranslations("reviews.today");
  const soon = useSoon(timeZone);
  return (
    <div className="mb-6">
      <Notice>
        {"running" in review ? (
          <>
            <p>{t("runs")}</p>
            <TextLink href={`/review/${review.running}` as Route}>{t("go_on")}</TextLink>
          </>
        ) : (
          <>
            <p>{t("meets", { time: soon(review.meetsAt) })}</p>
            <TextLink href="/review">{t("look")}</TextLink>
          </>
        )}
      </Notice>
    </div>
  );
}
