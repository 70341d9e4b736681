import { randomUUID } from "node:crypto";
import type { SignedIn } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import type { PartKind } from "@/lib/entries/rules";
import { addPart, planSession } from "@/lib/therapy/commands";
import type { Who } from "@/prisma/seed/conversations";
import { daysAgo, on } from "@/prisma/seed/days";

type Said = {
  readonly ago: number;
  readonly by: Who;
  readonly kind: PartKind;
  readonly note: string;
  readonly kept?: true;
};
type Session = {
  readonly ago: number;
  readonly by: Who;
  readonly noted: number;
  readonly kind: "couple" | "individual";
  readonly at: string;
  readonly note: string;
  readonly said: readonly Said[];
};

const AT = "Dr Lindqvist, Marktgasse 4";

/** Sessions that Maren and Jonas went to, and the next one, in days counted back from today. */
const sessions: readonly Session[] = [
  {
    ago: 36,
    by: "maren",
    noted: 43,
    kind: "couple",
    at: "17:30",
    note: AT,
    said: [
      {
        ago: 38,
        by: "maren",
        kind: "session_agenda",
        note: "That I read his face all evening, and what that does to both of us.",
      },
      {
        ago: 37,
        by: "jonas",
        kind: "session_agenda",
        note: "How to answer a question for the fourth time without sounding tired of it.",
      },
      {
        ago: 35,
        by: "jonas",
        kind: "session_takeaway",
        note: "A question that comes again is not about the fact. It asks whether I am still there.",
      },
      {
        ago: 35,
        by: "maren",
        kind: "session_homework",
        note: "Say “I am reading your face” out loud, once a day, instead of doing it.",
      },
    ],
  },
  {
    ago: 24,
    by: "maren",
    noted: 31,
    kind: "individual",
    at: "09:15",
    note: "Frau Adler",
    said: [
      {
        ago: 25,
        by: "maren",
        kind: "session_agenda",
        note: "Whether I stay because I want to, or because of Ida. I want to say it once without anybody in the room being hurt.",
      },
      {
        ago: 24,
        by: "maren",
        kind: "session_takeaway",
        note: "I do not have to know by Christmas.",
      },
    ],
  },
  {
    ago: 15,
    by: "jonas",
    noted: 36,
    kind: "couple",
    at: "17:30",
    note: AT,
    said: [
      {
        ago: 17,
        by: "jonas",
        kind: "session_agenda",
        note: "The dinner in Hamburg in three weeks. I want to decide it together.",
      },
      {
        ago: 16,
        by: "maren",
        kind: "session_agenda",
        note: "I am afraid that it goes too well and I stop looking.",
        kept: true,
      },
      {
        ago: 14,
        by: "maren",
        kind: "session_takeaway",
        note: "Looking less is something I may try. It is not a promise to stop.",
      },
      {
        ago: 14,
        by: "jonas",
        kind: "session_homework",
        note: "Write down the evening in Hamburg beforehand: who is there, when it ends, when I call.",
      },
    ],
  },
  {
    ago: -6,
    by: "jonas",
    noted: 15,
    kind: "couple",
    at: "17:30",
    note: AT,
    said: [
      {
        ago: 3,
        by: "maren",
        kind: "session_agenda",
        note: "Sunday lunch. I would like to find out what I say yes to.",
      },
      { ago: 1, by: "jonas", kind: "session_agenda", note: "What I do when I am charming there." },
    ],
  },
];

export async function goToSessions(both: Record<Who, SignedIn>): Promise<void> {
  for (const { by: notedBy, ago, noted, kind, at, note, said } of sessions) {
    const session = { entry: randomUUID(), session_kind: kind, day: daysAgo(ago), at, note };
    await asViewer(both[notedBy], (db) => planSession(db, on(both[notedBy], noted), session));
    for (const { by, ago, kind, note, kept } of said) {
      const whose = by === notedBy ? ("mine" as const) : ("theirs" as const);
      const shown = kept ? ("only_me" as const) : ("numbers_and_words" as const);
      const part = { entry: randomUUID(), kind, to: session.entry, whose, note, shown };
      await asViewer(both[by], (db) => addPart(db, on(both[by], ago), part));
    }
  }
}
