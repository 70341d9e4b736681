import { randomUUID } from "node:crypto";
import type { SignedIn } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { addStruggle, letRest, writeOwnPart } from "@/lib/struggles/commands";
import type { Who } from "@/prisma/seed/conversations";
import { on } from "@/prisma/seed/days";

type Named = {
  readonly ago: number;
  readonly by: Who;
  readonly note: string;
  readonly parts: readonly {
    readonly ago: number;
    readonly by: Who;
    readonly note: string;
    readonly kept?: true;
  }[];
  /** Both have said so. */
  readonly rests?: true;
};

/** What stays hard between Maren and Jonas, in days counted back from today, and each one's own part. */
const struggles: readonly Named[] = [
  {
    ago: 63,
    by: "jonas",
    note: "Who takes Ida in the morning. We settle it at the door, in front of her.",
    parts: [
      { ago: 63, by: "jonas", note: "I say that we will see, so that it is not me who decides." },
      { ago: 62, by: "maren", note: "I take it on without a word and hold it against you until evening." },
    ],
    rests: true,
  },
  {
    ago: 45,
    by: "maren",
    note: "Evenings when Ida is asleep. We both tidy up until it is too late to talk.",
    parts: [
      { ago: 45, by: "maren", note: "I wait for you to begin and do not say that I am waiting." },
      {
        ago: 43,
        by: "jonas",
        note: "I look at your face, decide what is in it, and find something to repair in the hall.",
      },
    ],
  },
  {
    ago: 26,
    by: "maren",
    note: "Sunday lunch at my mother’s, where we are who we were last year.",
    parts: [
      {
        ago: 26,
        by: "maren",
        note: "I say yes on Tuesday. By Sunday I hate everybody at the table.",
        kept: true,
      },
      { ago: 24, by: "jonas", note: "I am charming there, and you pay for it in the car." },
    ],
  },
];

export async function nameStruggles(both: Record<Who, SignedIn>): Promise<void> {
  for (const { by: namedBy, ago, note, parts, rests } of struggles) {
    const whoseFor = (who: Who) => (who === namedBy ? ("mine" as const) : ("theirs" as const));
    const struggle = { entry: randomUUID(), note, shown: "numbers_and_words" } as const;
    await asViewer(both[namedBy], (db) => addStruggle(db, on(both[namedBy], ago), struggle));
    const to = struggle.entry;
    for (const { by, ago, note, kept } of parts) {
      const shown = kept ? "only_me" : "numbers_and_words";
      const part = { entry: randomUUID(), to, whose: whoseFor(by), before: null, note, shown } as const;
      await asViewer(both[by], (db) => writeOwnPart(db, on(both[by], ago), part));
    }
    if (rests)
      for (const who of Object.keys(both) as Who[])
        await asViewer(both[who], (db) => letRest(db, both[who], { to, whose: whoseFor(who) }));
  }
}
