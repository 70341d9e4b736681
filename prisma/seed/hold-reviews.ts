import { randomUUID } from "node:crypto";
import { chosenOn, noteOf, ofTheSpace } from "@/lib/agreements/queries";
import type { SignedIn } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import * as command from "@/lib/reviews/commands";
import { reviewNamed } from "@/lib/reviews/queries";
import type { Move } from "@/lib/reviews/rules";
import type { Who } from "@/prisma/seed/conversations";
import { on } from "@/prisma/seed/days";
import { type Held, reviews } from "@/prisma/seed/reviews";

type Both = Readonly<Record<Who, SignedIn>>;

/** Agrees on Sundays at seven, and holds every review as it was held. */
export async function holdReviews(both: Both): Promise<void> {
  const { maren, jonas } = both;
  await asViewer(jonas, (db) => command.proposeTime(db, jonas, { weekday: 7, at: "19:00" }));
  await asViewer(maren, async (db) => {
    const { proposal } = await chosenOn(db, maren, ofTheSpace(maren, "review_time"));
    await command.agreeToTime(db, maren, proposal?.turn ?? "");
  });
  for (const held of reviews) await hold(both, held);
}

async function hold(both: Both, { ago, by, parts, guesses, note, stoppedAt }: Held): Promise<void> {
  const people = ["maren", "jonas"] as const;
  if (guesses)
    for (const who of people) await asViewer(both[who], (db) => command.chooseToGuess(db, both[who], "yes"));
  const begun = randomUUID();
  const review = await asViewer(both[by], (db) =>
    command.beginReview(db, on(both[by], ago), { review: begun }),
  );
  for (const { by: who, step, number = null, note: words = "" } of parts) {
    const said = { review, entry: randomUUID(), step, number, note: words };
    await asViewer(both[who], (db) => command.sayInReview(db, on(both[who], ago), said));
  }
  if (stoppedAt) {
    await goOn(both[by], review, stoppedAt);
    return move(both[by], review, "stop");
  }
  if (guesses) {
    await goOn(both[by], review, "gap");
    for (const who of people) {
      const [pain, closeness, guessed_pain, guessed_closeness] = guesses[who];
      const answer = { review, pain, closeness, guessed_pain, guessed_closeness };
      await asViewer(both[who], (db) => command.guess(db, both[who], answer));
    }
  }
  await goOn(both[by], review, "closing");
  if (note) await agreeOn(both, review, note);
  await move(both[by], review, "on");
}

async function goOn(viewer: SignedIn, review: string, to: string): Promise<void> {
  for (;;) {
    const seen = await asViewer(viewer, (db) => reviewNamed(db, viewer, review));
    if (!seen || seen.step === to) return;
    await move(viewer, review, "on");
  }
}

async function move(viewer: SignedIn, review: string, move: Move): Promise<void> {
  await asViewer(viewer, async (db) => {
    const seen = await reviewNamed(db, viewer, review);
    await command.moveReview(db, viewer, { review, turn: seen?.turn ?? 0, move });
  });
}

async function agreeOn(
  both: Both,
  review: string,
  { by, text, open }: NonNullable<Held["note"]>,
): Promise<void> {
  await asViewer(both[by], (db) => command.proposeNote(db, both[by], { review, note: text }));
  if (open) return;
  const other = by === "maren" ? both.jonas : both.maren;
  await asViewer(other, async (db) => {
    const { proposal } = await chosenOn(db, other, noteOf(other, review));
    await command.agreeToNote(db, other, { review, turn: proposal?.turn ?? "" });
  });
}
