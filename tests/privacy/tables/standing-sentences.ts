import { after, type Place, step } from "@/tests/privacy/tables/commitment-sentences";
import type { Particular } from "@/tests/privacy/tables/promise";

const ben: Place = { author: "{ben}" };

/** Where it stands after a step, as somebody reads it: null where they read nothing. */
const stands: readonly (readonly [
  says: string,
  by: "ada" | "ben",
  given: string,
  of: string,
  where: string | null,
])[] = [
  [
    "accepted by the other it is agreed",
    "ada",
    after("ben", step("{ada.offered}", 2, "accepted", ben)),
    "{ada.offered}",
    "accepted and not ended and awaits is null and turn = 2",
  ],
  [
    "declined by the other it waits no more",
    "ada",
    after("ben", step("{ada.offered}", 2, "declined", ben)),
    "{ada.offered}",
    "not accepted and awaits is null and turn = 2",
  ],
  [
    "whoever declined it reads it no more",
    "ben",
    after("ben", step("{ada.offered}", 2, "declined", ben)),
    "{ada.offered}",
    null,
  ],
  [
    "answered with other terms it waits for whoever began it",
    "ada",
    after("ben", step("{ada.offered}", 2, "offered", ben)),
    "{ada.offered}",
    "awaits = 'terms' and writer_id = '{ben}'",
  ],
  [
    "an answer that is taken back leaves it with whoever began it",
    "ada",
    after("ben", step("{ada.asked.amended}", 3, "withdrawn", ben)),
    "{ada.asked.amended}",
    "awaits is null and writer_id = '{ada}'",
  ],
  [
    "whoever takes their answer back reads it no more",
    "ben",
    after("ben", step("{ada.asked.amended}", 3, "withdrawn", ben)),
    "{ada.asked.amended}",
    null,
  ],
  [
    "a change that is accepted does not end it",
    "ben",
    after("ben", step("{ada.agreed}", 4, "accepted", ben)),
    "{ada.agreed}",
    "accepted and not ended and awaits is null",
  ],
  [
    "a change that is declined leaves what was agreed",
    "ben",
    after("ben", step("{ada.agreed}", 4, "declined", ben)),
    "{ada.agreed}",
    "accepted and not ended and awaits is null",
  ],
  [
    "a change that is taken back leaves what was agreed",
    "ben",
    after("ada", step("{ada.agreed}", 4, "withdrawn")),
    "{ada.agreed}",
    "accepted and not ended and awaits is null",
  ],
  [
    "a rest leaves a change waiting",
    "ben",
    after("ben", step("{ada.agreed}", 4, "paused", ben)),
    "{ada.agreed}",
    "awaits = 'terms' and writer_id = '{ada}' and not ended",
  ],
  [
    "an offer to end waits",
    "ada",
    after("ben", step("{ada.agreed.calm}", 5, "ending_offered", ben)),
    "{ada.agreed.calm}",
    "awaits = 'ending' and writer_id = '{ben}' and not ended",
  ],
  [
    "an offer to end that is accepted ends it",
    "ben",
    after("ada", step("{ada.agreed.ending}", 4, "accepted")),
    "{ada.agreed.ending}",
    "accepted and ended and awaits is null",
  ],
  [
    "an offer to end that is declined does not end it",
    "ben",
    after("ada", step("{ada.agreed.ending}", 4, "declined")),
    "{ada.agreed.ending}",
    "accepted and not ended and awaits is null",
  ],
  [
    "ended by its doer it has ended",
    "ben",
    after("ada", step("{ada.agreed}", 4, "ended")),
    "{ada.agreed}",
    "accepted and ended and awaits is null",
  ],
];

export const standing: readonly Particular[] = [
  ...stands.map(
    ([says, by, given, of, where]): Particular => ({
      says,
      by,
      given,
      try: `select 1 from commitments where id = '${of}' and ${where ?? "true"}`,
      ends: where ? "done" : "no rows",
    }),
  ),
  {
    says: "a step in one commitment moves no other",
    by: "ada",
    given: after("ben", step("{ada.offered}", 2, "accepted", ben)),
    try: "select 1 from commitments where id = '{ada.asked.amended}' and turn = 2 and awaits = 'terms' and not accepted",
    ends: "done",
  },
];
