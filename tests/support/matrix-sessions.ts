import { randomUUID } from "node:crypto";
import { draftOf } from "@/lib/drafts/schema";
import type { PartKind } from "@/lib/entries/rules";
import { addPart, planSession } from "@/lib/therapy/commands";
import { brings, whoseIs } from "@/tests/support/deeds";
import {
  as,
  halfTypes,
  type Saying,
  saying,
  type Talking,
  type Voice,
  withdraws,
} from "@/tests/support/matrix-talk";
import { day } from "@/tests/support/people";

type Shown = "only_me" | "numbers_and_words";

/** Sessions of both and of one's own, and what each says for them: shown, withdrawn and kept to oneself. */
export async function goToSessions(one: Voice, other: Voice, about: Talking): Promise<void> {
  await notesAll(one, other, about);
  await notesAll(other, one, about);
}

async function notesAll(noting: Voice, other: Voice, about: Talking): Promise<void> {
  const [shown, withdrawn, kept] = (["shown", "withdrawn", "to oneself"] as const).map((each) =>
    saying(noting, other, about, each),
  ) as [Saying, Saying, Saying];
  const theirs = (each: Parameters<typeof saying>[3]) => saying(other, noting, about, each);

  const both = await notes(noting, "couple", shown);
  await says(noting, both, "session_agenda", "numbers_and_words", shown);
  await says(other, both, "session_takeaway", "numbers_and_words", theirs("shown"));
  await says(other, both, "session_homework", "only_me", theirs("to oneself"));
  await halfTypes(other, draftOf.session_agenda(both), theirs("to oneself"));

  const takenBack = await notes(noting, "couple", withdrawn);
  await says(noting, takenBack, "session_homework", "numbers_and_words", withdrawn);
  await withdraws(noting, takenBack);

  const own = await notes(noting, "individual", kept);
  await says(noting, own, "session_agenda", "numbers_and_words", kept);
  await brings(noting.person, own, "mine");
  await brings(other.person, both, "theirs");
  await brings(noting.person, takenBack, "mine");
}

async function notes(voice: Voice, kind: "couple" | "individual", word: Saying): Promise<string> {
  const entry = randomUUID();
  const session = {
    entry,
    session_kind: kind,
    day: day("2026-03-19"),
    at: "17:30",
    note: word("session note"),
  };
  await as(voice, (db, here) => planSession(db, here, session));
  return entry;
}

async function says(voice: Voice, to: string, kind: PartKind, shown: Shown, word: Saying): Promise<void> {
  const said = { entry: randomUUID(), kind, to, note: word(`${kind} note`), shown };
  await as(voice, async (db, here) =>
    addPart(db, here, { ...said, whose: await whoseIs(db, here.viewer, to) }),
  );
}
