import type { StepName } from "@/lib/commitments/rules";
import type { FollowThroughStatus } from "@/lib/db/generated/enums";
import type { Day } from "@/lib/time/day";

/** What one of the two did on a day, of all that was agreed on: how their own went, and the steps they took. */
export type RecordOfDay = {
  readonly day: Day;
  readonly mine: boolean;
  readonly said: readonly {
    readonly commitment: string;
    readonly what: string;
    readonly status: FollowThroughStatus;
    readonly volunteered: boolean;
    readonly filledInLater: boolean;
    /** What was said first, where it was corrected. */
    readonly first: FollowThroughStatus | null;
  }[];
  readonly steps: readonly {
    readonly commitment: string;
    readonly what: string;
    readonly name: StepName;
    readonly until: Day | null;
  }[];
};
