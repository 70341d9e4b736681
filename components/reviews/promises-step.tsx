import type { Route } from "next";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { Words } from "@/components/ui/words";
import { tallied } from "@/lib/follow-through/rules";
import type { OfTheWeek } from "@/lib/reviews/queries";

type Props = { promises: readonly OfTheWeek[]; partnerName: string };

/** What each had promised, and what became of it in the last seven days. */
export function PromisesStep({ promises, partnerName }: Props) {
  const t = useTranslations("reviews");
  const five = useTranslations("follow_through.five");
  const timeline = useTranslations("timeline");
  return (
    <div className="space-y-3">
      {promises.length === 0 && <p className="text-muted">{t("no_promises")}</p>}
      {promises.map(({ id, mine, what, numbers, noticed }) => (
        <Card key={id} as="article">
          <h3 className="font-semibold">{mine ? timeline("you") : partnerName}</h3>
          <div className="mt-1">
            <Words>{what}</Words>
          </div>
          <p className="mt-2 text-sm text-muted">
            {numbers.due === 0
              ? t("nothing_due")
              : tallied.map((one) => `${five(one)} ${numbers[one]}`).join(" · ")}
          </p>
          {noticed > 0 && <p className="text-sm text-muted">{t("noticed", { count: noticed })}</p>}
          <TextLink href={`/commitments/${id}` as Route}>{t("open")}</TextLink>
        </Card>
      ))}
      <p>
        <TextLink href="/trends/acts">{t("to_trends")}</TextLink>
      </p>
    </div>
  );
}
