import { randomUUID } from "node:crypto";
import { asViewer } from "@/lib/db/viewer";
import * as command from "@/lib/reviews/commands";
import { reviewNamed, reviewPage, reviewsHome } from "@/lib/reviews/queries";
import type { Move } from "@/lib/reviews/rules";
import { day, type Person } from "@/tests/support/people";

export const TODAY = day("2026-03-12");

/** Begins a review, and answers which one runs. */
export const begins = (person: Person, review: string = randomUUID(), on: string = TODAY) =>
  asViewer(person.viewer, (db) => command.beginReview(db, person.at(on), { review }));

export const pageOf = ({ viewer }: Person, review: string) =>
  asViewer(viewer, (db) => reviewPage(db, viewer, review, TODAY, day("2026-03-13")));
export const homeOf = ({ viewer }: Person) => asViewer(viewer, (db) => reviewsHome(db, viewer));
export const whereIs = ({ viewer }: Person, review: string) =>
  asViewer(viewer, (db) => reviewNamed(db, viewer, review));

export const movesFrom = (turn: number, { viewer }: Person, review: string, move: Move) =>
  asViewer(viewer, (db) => command.moveReview(db, viewer, { review, turn, move }));
/** One after the other, each from where they are by then. */
export const moves = async (person: Person, review: string, ...all: Move[]) => {
  for (const move of all) await movesFrom((await whereIs(person, review))?.turn ?? 0, person, review, move);
};

/** Answers for themselves, and guesses something of the other. */
export const guesses = ({ viewer }: Person, review: string, pain: number | null) =>
  asViewer(viewer, (db) =>
    command.guess(db, viewer, { review, pain, closeness: 4, guessed_pain: 2, guessed_closeness: null }),
  );
export const takesGuessesAway = ({ viewer }: Person, review: string) =>
  asViewer(viewer, (db) => command.takeGuessesAway(db, viewer, review));

export const noteOf = async (person: Person, review: string) => (await pageOf(person, review))?.note;
export const proposes = ({ viewer }: Person, review: string, note: string) =>
  asViewer(viewer, (db) => command.proposeNote(db, viewer, { review, note }));
export const agrees = ({ viewer }: Person, review: string, turn: string) =>
  asViewer(viewer, (db) => command.agreeToNote(db, viewer, { review, turn }));
