import type { SaidStep } from "@/lib/reviews/rules";
import type { Who } from "@/prisma/seed/conversations";

type Part = { readonly by: Who; readonly step: SaidStep; readonly number?: number; readonly note?: string };

/** A review, in days counted back from today. */
export type Held = {
  readonly ago: number;
  readonly by: Who;
  readonly parts: readonly Part[];
  /** Own pain and closeness, and what was guessed of the other's, where both wanted to guess. */
  readonly guesses?: Readonly<Record<Who, readonly [number, number, number, number]>>;
  /** Said to be the note by one, and agreed on unless it was left open. */
  readonly note?: { readonly by: Who; readonly text: string; readonly open?: true };
  /** The step at which the stop word was said. */
  readonly stoppedAt?: "hard_thing" | "appreciation";
};

/** Eight weeks. One ends early, one has no note, and in the last two they guess each other. */
export const reviews: readonly Held[] = [
  {
    ago: 57,
    by: "jonas",
    parts: [
      { by: "maren", step: "arriving", number: 2, note: "Here because I said I would be." },
      { by: "jonas", step: "arriving", number: 5, note: "Nervous." },
      { by: "jonas", step: "appreciation", note: "You asked me something instead of leaving the room." },
    ],
    stoppedAt: "hard_thing",
  },
  {
    ago: 50,
    by: "maren",
    parts: [
      { by: "maren", step: "arriving", number: 3 },
      { by: "jonas", step: "arriving", number: 5 },
      { by: "maren", step: "appreciation", note: "The appointment was in the calendar before I asked." },
      { by: "jonas", step: "appreciation", note: "Soup on Wednesday." },
      { by: "maren", step: "request", note: "Tell me on Friday what your week will look like." },
      { by: "maren", step: "closing", note: "Tired, but not emptier than before." },
    ],
    note: {
      by: "maren",
      text: "We got to the end this time. On Friday Jonas says what the week will look like.",
    },
  },
  {
    ago: 43,
    by: "maren",
    parts: [
      { by: "maren", step: "arriving", number: 3, note: "Bad night." },
      { by: "jonas", step: "arriving", number: 4 },
      { by: "maren", step: "appreciation", note: "You did not defend yourself on Tuesday." },
      { by: "jonas", step: "request", note: "Tell me when you want quiet, so that I need not guess." },
      { by: "jonas", step: "closing", note: "It was hard to hear, and I am glad I heard it." },
    ],
    note: {
      by: "jonas",
      text: "We spoke of the evenings. We leave the dishes on Thursdays and sit down at eight.",
    },
  },
  {
    ago: 36,
    by: "jonas",
    parts: [
      { by: "maren", step: "arriving", number: 4 },
      { by: "jonas", step: "arriving", number: 6 },
      { by: "maren", step: "appreciation", note: "The tank was full." },
      { by: "jonas", step: "appreciation", note: "You laughed at breakfast." },
    ],
  },
  {
    ago: 29,
    by: "maren",
    parts: [
      { by: "maren", step: "arriving", number: 2, note: "The invoice is in my head again." },
      { by: "jonas", step: "arriving", number: 4, note: "I saw it in the morning." },
      { by: "maren", step: "request", note: "Ask me once a day how it is, and bear the answer." },
      { by: "jonas", step: "request", note: "Ten minutes of warning when it becomes a long talk." },
      { by: "maren", step: "closing", note: "I said it, and the ceiling is still there." },
    ],
    note: {
      by: "maren",
      text: "The invoice. Jonas said back what it does to me, the third time it was that.",
    },
  },
  {
    ago: 22,
    by: "jonas",
    parts: [
      { by: "maren", step: "arriving", number: 5 },
      { by: "jonas", step: "arriving", number: 5 },
      { by: "maren", step: "appreciation", note: "You came along to my mother’s and stayed." },
      { by: "jonas", step: "appreciation", note: "That you let me come along." },
      { by: "maren", step: "closing", note: "Quieter." },
      { by: "jonas", step: "closing", note: "Grateful, and careful with it." },
    ],
    note: { by: "jonas", text: "A quiet week. We keep the Thursdays." },
  },
  {
    ago: 15,
    by: "maren",
    parts: [
      { by: "maren", step: "arriving", number: 4 },
      { by: "jonas", step: "arriving", number: 6 },
      { by: "maren", step: "appreciation", note: "You asked before you told Tobias anything." },
      { by: "jonas", step: "request", note: "One evening without the subject, if it can be had." },
      { by: "maren", step: "closing", note: "I said no to the evening, and it was all right." },
    ],
    guesses: { maren: [5, 4, 3, 5], jonas: [4, 5, 7, 3] },
    note: {
      by: "maren",
      text: "No evening without the subject yet. Maren says by herself when there can be one.",
    },
  },
  {
    ago: 8,
    by: "jonas",
    parts: [
      { by: "maren", step: "arriving", number: 5, note: "Ready for half of it." },
      { by: "jonas", step: "arriving", number: 6 },
      { by: "maren", step: "appreciation", note: "The glasses after the birthday, all of them." },
      { by: "jonas", step: "appreciation", note: "No speech, and then you took my hand." },
      { by: "maren", step: "request", note: "Come to the school concert on time." },
      { by: "jonas", step: "closing", note: "I will be there at ten to six." },
    ],
    guesses: { maren: [6, 4, 4, 5], jonas: [4, 5, 6, 4] },
    note: {
      by: "jonas",
      text: "The concert is on Wednesday. We go together and leave together.",
      open: true,
    },
  },
];
