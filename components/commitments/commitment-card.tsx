import type { Route } from "next";
import { useTranslations } from "next-intl";
import { FiveNumbersReading } from "@/components/commitments/five-numbers";
import { useDay, useOften } from "@/components/commitments/terms-words";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Words } from "@/components/ui/words";
import type { CommitmentView } from "@/lib/commitments/queries";
import { wasAgreed } from "@/lib/commitments/rules";
import type { Listed } from "@/lib/follow-through/queries";
import { ENOUGH } from "@/lib/follow-through/rules";
import type { Day } from "@/lib/time/day";

type Props = Listed & { partnerName: string | null; today: Day };

/** A commitment in a list: what, how often, where it stands, and the five numbers once it runs. */
export function CommitmentCard({ commitment, numbers, partnerName, today }: Props) {
  const t = useTranslations("commitments");
  const days = useTranslations("follow_through");
  const often = useOften();
  const { id, area, holds, standing, here } = commitment;
  const name = (here && partnerName) || t("someone");
  const open = wasAgreed(standing);
  return (
    <Card as="li" submerged={standing.state === "declined"}>
      <p className="mb-1 text-sm text-muted">
        {t(`areas.${area}`)}
        {holds.terms && ` · ${often(holds.terms)}`}
        {!here && ` · ${t("elsewhere")}`}
      </p>
      <Words>{holds.texts.what ?? ""}</Words>
      <div className="mt-3 space-y-3">
        <StandsAt commitment={commitment} name={name} today={today} />
        {open && (
          <div>
            {numbers.due >= ENOUGH && <p className="mb-1 text-xs text-muted">{days("of_four_weeks")}</p>}
            <FiveNumbersReading numbers={numbers} />
          </div>
        )}
      </div>
      <div className="mt-3 border-t border-line pt-1">
        <Link
          href={`/commitments/${id}` as Route}
          className="inline-flex min-h-11 items-center text-sm font-medium text-accent underline-offset-4 hover:underline"
        >
          {t("open")}
        </Link>
      </div>
    </Card>
  );
}

type StandsProps = { commitment: CommitmentView; name: string; today: Day };

/** Where it stands, in a sentence. */
export function StandsAt({ commitment, name, today }: StandsProps) {
  const { mine, here, standing, holds, steps } = commitment;
  const t = useTranslations("commitments");
  const say = useDay();
  const { state, awaits, pause } = standing;
  const theirs = awaits && (awaits.by === "doer") !== mine;
  const { from, review } = holds.terms ?? {};
  const stands = () => {
    if (!here) return t(wasAgreed(standing) ? "stood" : "not_agreed");
    if (state === "declined") return t("declined", { name });
    if (!from || !review || state === "offered") return null;
    if (state === "paused" && pause) return t("paused_until", { day: say(pause.until) });
    if (state === "run_out") return t("ran_out", { day: say(review) });
    if (state === "ended") return t("ended_on", { day: say(steps.at(-1)?.on ?? review) });
    return from > today ? t("begins", { day: say(from) }) : t("runs_out", { day: say(review) });
  };
  const waits = here && awaits && t(theirs ? "waits_for_me" : "waits_for_other", { name });
  return (
    <div className="space-y-1 text-sm">
      {[stands(), waits].map((sentence) => sentence && <p key={sentence}>{sentence}</p>)}
    </div>
  );
}
