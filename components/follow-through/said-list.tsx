import type { Route } from "next";
import { useTranslations } from "next-intl";
import { StatusMark } from "@/components/follow-through/status-mark";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Words } from "@/components/ui/words";
import type { CommitmentView } from "@/lib/commitments/queries";
import type { SaidOfDay } from "@/lib/follow-through/queries";

type Props = {
  said: readonly { readonly commitment: CommitmentView; readonly said: SaidOfDay }[];
  /** Where each leads on. */
  wayOn: (commitment: string) => { readonly href: Route; readonly label: string };
};

/** What was said of a day, each commitment on its line. */
export function SaidList({ said, wayOn }: Props) {
  const t = useTranslations("follow_through");
  return (
    <Card>
      <ul className="divide-y divide-line">
        {said.map(({ commitment: { id, holds }, said: { status, volunteered, filledInLater } }) => {
          const { href, label } = wayOn(id);
          return (
            <li key={id} className="py-3 first:pt-0 last:pb-0">
              <Words>{holds.texts.what ?? ""}</Words>
              <div className="mt-1 flex flex-wrap items-center gap-x-4">
                <StatusMark status={status} label={t(`statuses.${status}`)} />
                {volunteered && <span className="text-sm text-muted">{t("volunteered_told")}</span>}
                {filledInLater && <span className="text-sm text-muted">{t("filled_in_later")}</span>}
                <Link
                  href={href}
                  className="ms-auto inline-flex min-h-11 items-center text-sm font-medium text-accent underline-offset-4 hover:underline"
                >
                  {label}
                </Link>
              </div>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
