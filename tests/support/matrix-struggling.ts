import { randomUUID } from "node:crypto";
import { draftOf } from "@/lib/drafts/schema";
import { addStruggle, letRest, writeOwnPart } from "@/lib/struggles/commands";
import { whoseIs } from "@/tests/support/deeds";
import {
  as,
  halfTypes,
  type Saying,
  saying,
  type Talking,
  type Voice,
  withdraws,
} from "@/tests/support/matrix-talk";

type Shown = "only_me" | "numbers_and_words";

/** What stays hard between two, each one's part in it, and what can rest for whom: shown, withdrawn and kept to oneself. */
export async function struggle(one: Voice, other: Voice, about: Talking): Promise<void> {
  await namesAll(one, other, about);
  await namesAll(other, one, about);
}

async function namesAll(naming: Voice, other: Voice, about: Talking): Promise<void> {
  const [shown, withdrawn, kept] = (["shown", "withdrawn", "to oneself"] as const).map((each) =>
    saying(naming, other, about, each),
  ) as [Saying, Saying, Saying];
  const theirs = (each: Parameters<typeof saying>[3]) => saying(other, naming, about, each);

  const both = await names(naming, "numbers_and_words", shown);
  await part(naming, both, "numbers_and_words", shown);
  await part(other, both, "numbers_and_words", theirs("shown"));
  await rests(naming, both);
  await rests(other, both);

  const half = await names(naming, "numbers_and_words", shown);
  await part(naming, half, "only_me", kept);
  await withdraws(other, await part(other, half, "numbers_and_words", theirs("withdrawn")));
  await rests(other, half);

  const untouched = await names(naming, "numbers_and_words", shown);
  await halfTypes(other, draftOf.strugglePart(untouched), theirs("to oneself"));

  // A part in it goes with it where it is of the same author, and stays where it is the other's.
  const takenBack = await names(naming, "numbers_and_words", withdrawn);
  await part(naming, takenBack, "numbers_and_words", withdrawn);
  await part(other, takenBack, "numbers_and_words", theirs("shown"));
  await rests(naming, takenBack);
  await rests(other, takenBack);
  await withdraws(naming, takenBack);
  await withdraws(naming, await names(naming, "numbers_and_words", withdrawn));

  await part(naming, await names(naming, "only_me", kept), "numbers_and_words", kept);
  // Naming one forgets what was half typed before.
  await halfTypes(naming, draftOf.struggle(naming.person.viewer.coupleId), kept);
}

async function names(naming: Voice, shown: Shown, word: Saying): Promise<string> {
  const entry = randomUUID();
  await as(naming, (db, here) => addStruggle(db, here, { entry, note: word("struggle note"), shown }));
  return entry;
}

async function part(voice: Voice, to: string, shown: Shown, word: Saying): Promise<string> {
  const entry = randomUUID();
  const said = { entry, to, before: null, note: word("part note"), shown };
  await as(voice, async (db, here) =>
    writeOwnPart(db, here, { ...said, whose: await whoseIs(db, here.viewer, to) }),
  );
  return entry;
}

const rests = (voice: Voice, to: string) =>
  as(voice, async (db, { viewer }) => letRest(db, viewer, { to, whose: await whoseIs(db, viewer, to) }));
