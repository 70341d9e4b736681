import { namesake, type Place, step } from "@/tests/privacy/tables/commitment-sentences";
import { neverRewritten } from "@/tests/privacy/tables/feeling-sentences";
import type { Particular } from "@/tests/privacy/tables/promise";
import { standing } from "@/tests/privacy/tables/standing-sentences";

const ben: Place = { author: "{ben}" };
const everyStep = [
  "offered",
  "accepted",
  "declined",
  "withdrawn",
  "paused",
  "resumed",
  "ending_offered",
  "ended",
] as const;

type Said = readonly [says: string, sql: string, by?: "ada" | "ben" | "cleo" | "dan"];

/** What is not open to somebody who reads the commitment. */
const notOpen: readonly Said[] = [
  ["nobody accepts what they offer themselves", step("{ada.offered}", 2, "accepted")],
  ["nobody declines what they offer themselves", step("{ada.offered}", 2, "declined")],
  ["nobody accepts their own answer to a request", step("{ada.asked.amended}", 3, "accepted", ben), "ben"],
  ["nobody accepts their own change of what was agreed", step("{ada.agreed}", 4, "accepted")],
  ["nobody ends by accepting their own offer to end", step("{ada.agreed.ending}", 4, "accepted", ben), "ben"],
  ["nobody takes back what the other offers", step("{ada.offered}", 2, "withdrawn", ben), "ben"],
  [
    "nobody takes back the other's change of what was agreed",
    step("{ada.agreed}", 4, "withdrawn", ben),
    "ben",
  ],
  ["whoever began it does not take it back step by step", step("{ada.offered}", 2, "withdrawn")],
  ["nobody but the doer ends it alone", step("{ada.agreed}", 4, "ended", ben), "ben"],
  ["what was only offered is not ended", step("{ada.offered}", 2, "ended")],
  ["what was only offered is not paused", step("{ada.offered}", 2, "paused", ben), "ben"],
  ["what was only offered is not resumed", step("{ada.offered}", 2, "resumed")],
  ["what was only offered is not offered to end", step("{ada.offered}", 2, "ending_offered", ben), "ben"],
  ...(["accepted", "declined", "withdrawn"] as const).flatMap((name): Said[] => [
    [`where nothing waits nothing is ${name}`, step("{ada.agreed.calm}", 5, name, ben), "ben"],
    [`where nothing waits nothing is ${name}, nor by the doer`, step("{ada.agreed.calm}", 5, name)],
  ]),
  ...everyStep.flatMap((name): Said[] => [
    [`what has ended stays so: it is not ${name}`, step("{ada.over}", 4, name)],
    [`what has ended stays so: it is not ${name} by the other`, step("{ada.over}", 4, name, ben), "ben"],
  ]),
];

/** A turn that is not the next is no step, and one that is hidden or elsewhere is refused whatever its turn is. */
const turns = [0, 1, 2, 3, 4, 5, 99];
const nobodys: readonly Said[] = turns.flatMap((turn): Said[] => [
  [`a step is not taken in the other's name (${turn})`, step("{ada.offered}", turn, "accepted", ben)],
  [`what somebody keeps is not stepped on (${turn})`, step("{ada.declined}", turn, "offered", ben), "ben"],
  [
    `what somebody asked and keeps is not stepped on (${turn})`,
    step("{ada.asked.left}", turn, "accepted", ben),
    "ben",
  ],
  [`a stranger takes no step (${turn})`, step("{ada.agreed}", turn, "paused", { author: "{cleo}" }), "cleo"],
  [
    `what was agreed in an earlier space is read and takes no step (${turn})`,
    step("{ada.ended.agreed}", turn, "paused", { author: "{dan}", couple: "{dan.ended}" }),
    "dan",
  ],
  [
    `what was agreed in an earlier space takes no step of its doer either (${turn})`,
    step("{ada.ended.agreed}", turn, "ended", { couple: "{dan.ended}" }),
  ],
  [
    `what was agreed in an earlier space takes no step in the present one (${turn})`,
    step("{ada.ended.agreed}", turn, "ended"),
  ],
]);

const open: readonly Said[] = [
  ["what the other offers is accepted", step("{ada.offered}", 2, "accepted", ben), "ben"],
  ["what the other offers is declined", step("{ada.offered}", 2, "declined", ben), "ben"],
  ["what the other offers is answered with other terms", step("{ada.offered}", 2, "offered", ben), "ben"],
  ["what one offers oneself is offered otherwise", step("{ada.offered}", 2, "offered")],
  ["what was declined is offered anew by whoever keeps it", step("{ada.declined}", 3, "offered")],
  ["an answer is taken back", step("{ada.asked.amended}", 3, "withdrawn", ben), "ben"],
  ["one's own change of what was agreed is taken back", step("{ada.agreed}", 4, "withdrawn")],
  ["what was agreed is paused by either", step("{ada.agreed}", 4, "paused", ben), "ben"],
  ["what was agreed is ended by its doer", step("{ada.agreed}", 4, "ended")],
  ["the other offers to end it", step("{ada.agreed.calm}", 5, "ending_offered", ben), "ben"],
];

export const steps: readonly Particular[] = [
  ...notOpen.map(
    ([says, sql, by = "ada"]): Particular => ({ says, by, try: sql, ends: "refused by trigger" }),
  ),
  ...nobodys.map(
    ([says, sql, by = "ada"]): Particular => ({ says, by, try: sql, ends: "refused by policy" }),
  ),
  ...open.map(([says, sql, by = "ada"]): Particular => ({ says, by, try: sql, ends: "done" })),
  ...[0, 1, 3, 99].map(
    (turn): Particular => ({
      says: `of two steps at once one is taken: a turn that is not the next (${turn}) writes no row`,
      by: "ben",
      try: step("{ada.offered}", turn, "accepted", ben),
      ends: "no rows",
    }),
  ),
  ...standing,
  {
    says: "whoever has declined something keeps no sign of it: that would go when the other puts it away",
    by: "ben",
    try: "select 1 from commitment_events where commitment_id = '{ada.declined}'",
    ends: "no rows",
  },
  {
    says: "a commitment of the same id in an earlier space opens no steps",
    by: "ada",
    given: namesake("{ben.declined}"),
    try: "select 1 from commitment_events where commitment_id = '{ben.declined}'",
    ends: "no rows",
  },
  {
    says: "a commitment of the same id in an earlier space lets no step be taken",
    by: "ada",
    given: namesake("{ben.declined}"),
    try: step("{ben.declined}", 3, "offered"),
    ends: "refused by policy",
  },
  ...neverRewritten("commitment_events", "step"),
];
