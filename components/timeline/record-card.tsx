import type { Route } from "next";
import { statusLook } from "@/components/follow-through/status-look";
import { Card } from "@/components/ui/card";
import { FeelingMark } from "@/components/ui/feeling-mark";
import { Link } from "@/components/ui/link";
import type { FollowThroughStatus } from "@/lib/db/generated/enums";
import type { RecordOfDay } from "@/lib/record/rules";

/** The words of any number of such cards, once. */
export type RecordWords = {
  readonly you: string;
  readonly partner: string;
  readonly kind: string;
  readonly later: string;
  readonly volunteered: string;
  readonly statuses: Record<FollowThroughStatus, string>;
  readonly first: Record<FollowThroughStatus, string>;
};

/** What is told of a step: in the reader's words for it. */
export type ToldRecord = Omit<RecordOfDay, "steps"> & {
  readonly steps: readonly { readonly commitment: string; readonly what: string; readonly told: string }[];
};

/** What one of the two did on a day, of all that was agreed on. Nobody can hide it or take it away. */
export function RecordCard({ record, words }: { record: ToldRecord; words: RecordWords }) {
  const { mine, said, steps } = record;
  return (
    <Card as="article">
      <h3 className="mb-3 font-semibold">
        {mine ? words.you : words.partner}
        <span className="font-normal text-muted"> · {words.kind}</span>
      </h3>
      <ul className="space-y-3">
        {steps.map(({ commitment, what, told }) => (
          <li key={`${commitment}/${told}`}>
            <p className="text-sm text-muted">{told}</p>
            <What commitment={commitment}>{what}</What>
          </li>
        ))}
        {said.map(({ commitment, what, status, volunteered, filledInLater, first }) => (
          <li key={commitment}>
            <What commitment={commitment}>{what}</What>
            <div className="flex flex-wrap items-center gap-x-4 text-sm text-muted">
              <FeelingMark {...statusLook[status]} label={words.statuses[status]} />
              {first && first !== status && <span>{words.first[first]}</span>}
              {volunteered && <span>{words.volunteered}</span>}
              {filledInLater && <span>{words.later}</span>}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function What({ commitment, children }: { commitment: string; children: string }) {
  return (
    <Link
      href={`/commitments/${commitment}` as Route}
      className="own-words inline-flex min-h-11 items-center break-words underline-offset-4 hover:underline"
    >
      {children}
    </Link>
  );
}
