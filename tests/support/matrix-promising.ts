import { randomUUID } from "node:crypto";
import { beginCommitment, offerTerms, takeStep } from "@/lib/commitments/commands";
import { commitmentNamed } from "@/lib/commitments/queries";
import type { Terms } from "@/lib/commitments/rules";
import type { CommitmentStep } from "@/lib/db/generated/enums";
import { keepDays } from "@/tests/support/matrix-keeping";
import { as, type Talking, type Voice } from "@/tests/support/matrix-talk";
import { day } from "@/tests/support/people";

/** Days of which something can be said lie after it. */
const AGREED_ON = "2026-03-08";
const terms: Terms = { often: { kind: "daily" }, from: day("2026-03-01"), review: day("2026-04-10") };

/** What two people promise and ask of each other, in every state a commitment can be in, with canaries in its words. */
export async function promise(one: Voice, other: Voice, about: Talking): Promise<void> {
  await promisesAndAsks(one, other, about);
  await promisesAndAsks(other, one, about);
}

type Wording = (voice: Voice, readers: readonly string[]) => (what: string) => string;

async function promisesAndAsks(doing: Voice, other: Voice, about: Talking): Promise<void> {
  const both = [doing.name, other.name];
  const ownWhile = ({ name }: Voice) => (about.together ? both : [name]);
  const word: Wording = (voice, readers) => (what) =>
    about.canaries.hatch(`${voice.name}'s words (${what}, ${about.where})`, readers);

  await begins(doing, "mine", word(doing, ownWhile(doing))("offered"));

  const declined = await begins(doing, "mine", word(doing, [doing.name])("declined"), await replyOf(doing));
  await takes(other, declined, "declined");

  // A request of the other's, answered with an offer of one's own, which waits, is taken back, or is taken back for good.
  const asked = async (what: string, readers: readonly string[]) =>
    begins(other, "theirs", word(other, readers)(`asked, ${what}`));
  await amends(doing, await asked("amended", ownWhile(other)), word(doing, ownWhile(doing))("amended"));
  const left = await asked("left", [other.name]);
  await amends(doing, left, word(doing, [doing.name])("amended and taken back"));
  await takes(doing, left, "withdrawn");
  const anew = await asked("and asked anew", ownWhile(other));
  await amends(doing, anew, word(doing, [doing.name])("taken back before it was asked anew"));
  await takes(doing, anew, "withdrawn");
  await amends(other, anew, word(other, ownWhile(other))("asked anew"));

  await agree(doing, other, about, word);
}

/** What both have accepted: with a change that waits, with one that was taken back, about to end and ended. */
async function agree(doing: Voice, other: Voice, about: Talking, word: Wording): Promise<void> {
  const both = [doing.name, other.name];
  const agreed = async (what: string, of: string | null = null) => {
    const id = await begins(doing, "mine", word(doing, both)(what), of);
    await takes(other, id, "accepted");
    return id;
  };
  const changing = await agreed("accepted", await replyOf(doing));
  await keepDays(doing, other, changing, about);
  await amends(doing, changing, word(doing, both)("a change that waits"));

  const calm = await agreed("accepted, its promise withdrawn", await replyOf(doing, "only_me"));
  await amends(doing, calm, word(doing, [doing.name])("a change that was taken back"));
  await takes(doing, calm, "withdrawn");

  const ending = await agreed("accepted, about to end");
  await takes(other, ending, "ending_offered", { closing_note: word(other, both)("closing note") });

  await takes(doing, await agreed("accepted, ended"), "ended");
}

/** A reply of one's own that promised something. */
async function replyOf(voice: Voice, audience: "partner" | "only_me" = "partner"): Promise<string> {
  let found: string | undefined;
  await as(voice, async (db, { viewer }) => {
    const mine = { coupleId: viewer.coupleId, authorId: viewer.id };
    const entries = await db.entry.findMany({ where: { ...mine, kind: "reply", audience } });
    const entryId = { in: entries.map(({ id }) => id) };
    const promise = await db.entryWords.findFirst({ where: { ...mine, entryId, field: "promise" } });
    found = promise?.entryId;
  });
  if (!found) throw new Error(`${voice.name} promised nothing`);
  return found;
}

async function begins(
  voice: Voice,
  whose: "mine" | "theirs",
  word: string,
  of: string | null = null,
): Promise<string> {
  const entry = randomUUID();
  const how = { area: "whereabouts", cost: "low", of, what: word, why: `${word}, because`, terms } as const;
  return as(voice, (db, here) => beginCommitment(db, here, { entry, whose, ...how }), AGREED_ON);
}

const turnOf = (found: { turn: number } | null) => {
  if (!found) throw new Error("it cannot be read");
  return found.turn;
};

const amends = (voice: Voice, commitment: string, what: string) =>
  as(voice, async (db, here) => {
    const turn = turnOf(await commitmentNamed(db, here.viewer, commitment, here.today));
    await offerTerms(db, here, { commitment, turn, what, why: "", terms });
  });

const takes = (
  voice: Voice,
  commitment: string,
  step: CommitmentStep,
  texts: Parameters<typeof takeStep>[3]["texts"] = {},
) =>
  as(
    voice,
    async (db, here) => {
      const turn = turnOf(await commitmentNamed(db, here.viewer, commitment, here.today));
      await takeStep(db, here, { commitment, turn }, { step, texts });
    },
    AGREED_ON,
  );
