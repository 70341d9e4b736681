import type { Feeling, Heard, Wish } from "@/lib/db/generated/enums";

export type Who = "maren" | "jonas";

type Answer =
  | { readonly ago: number; readonly note: string; readonly promise?: string }
  | { readonly ago: number; readonly until: string }
  | {
      readonly ago: number;
      /** Understood, accepted, cared for. */
      readonly heard: readonly [Heard | null, Heard | null, Heard | null];
      readonly wouldHelp?: string;
      readonly shown?: true;
    };

/** What one showed the other, in days counted back from today, and what came of it. Answers that are heard are the last before. */
export type Told = {
  readonly ago: number;
  readonly by: Who;
  readonly feelings: Partial<Record<Feeling, number | null>>;
  readonly wish: Wish;
  readonly note?: string;
  readonly takenBack?: true;
  readonly after: readonly Answer[];
};

/** Three months between Maren and Jonas. Some of it goes badly: answers that defend, and one that never came. */
export const conversations: readonly Told[] = [
  {
    ago: 80,
    by: "maren",
    feelings: { hurt: 10, betrayed: 10, not_enough: 8 },
    wish: "to_be_heard",
    note: "I read the invoice again. Two breakfasts. I keep seeing the two breakfasts.",
    after: [
      {
        ago: 80,
        note: "I know. But it was over by then, I told you that already. I don't know what else to say.",
      },
      {
        ago: 80,
        heard: ["not_yet", "not_yet", "not_yet"],
        wouldHelp: "You answered with when it ended. I was not asking about the end.",
        shown: true,
      },
      {
        ago: 78,
        note: "I answered about myself. You told me what you see when you close your eyes, and I told you about dates. Two breakfasts. I am sorry I put that picture there.",
      },
      { ago: 78, heard: ["partly", "partly", null] },
    ],
  },
  {
    ago: 74,
    by: "maren",
    feelings: { angry: 9, betrayed: 8 },
    wish: "an_answer",
    note: "Did Katrin know? I sat at her table in August and she poured me wine.",
    after: [
      {
        ago: 73,
        note: "Yes. She knew since June. I asked her not to say anything. You sat there and both of us knew, and you did not. That was done to you at that table too.",
        promise: "I will tell Katrin that I have told you, before Sunday.",
      },
      {
        ago: 73,
        heard: ["yes", "partly", "not_yet"],
        wouldHelp: "That you tell me such things before I have to ask.",
      },
    ],
  },
  {
    ago: 69,
    by: "jonas",
    feelings: { ashamed: 8, afraid: 7 },
    wish: "nothing",
    note: "I told my brother. He was silent for a long time. I want you to know that somebody knows.",
    after: [],
  },
  {
    ago: 64,
    by: "maren",
    feelings: { sad: 8, lonely: 7 },
    wish: "comfort",
    note: "You were next to me the whole evening and I was alone.",
    after: [],
  },
  {
    ago: 58,
    by: "maren",
    feelings: { angry: 10, hurt: 9 },
    wish: "to_be_heard",
    note: "Your phone lit up and you turned it over. You turned it over.",
    after: [
      {
        ago: 58,
        note: "It was the football group. You can look at it. I can't live like every movement is a crime.",
      },
      {
        ago: 57,
        heard: ["not_yet", "not_yet", "not_yet"],
        wouldHelp: "I did not call it a crime. I told you what happened in my stomach.",
      },
      {
        ago: 55,
        note: "After what I did, of course a phone that is turned over is not just a phone. For months it meant exactly what you feared. I made it mean that.",
        promise: "I will leave it face up on the table when we are in a room.",
      },
      { ago: 55, heard: ["yes", "yes", "partly"], shown: true },
    ],
  },
  {
    ago: 49,
    by: "maren",
    feelings: { torn: 7, hopeful: 3 },
    wish: "space",
    note: "I laughed at dinner and then I was angry that I had laughed.",
    after: [
      {
        ago: 48,
        note: "I saw you laugh. I leave you your evening. I am in the kitchen if you want anything.",
      },
    ],
  },
  {
    ago: 43,
    by: "jonas",
    feelings: { guilty: 9, sad: 6 },
    wish: "to_be_heard",
    note: "Ida asked why Mama sleeps in the study. I said Mama has a cold. It was the next lie, and it came by itself.",
    after: [
      {
        ago: 42,
        note: "Thank you for telling me that it came by itself. I do not want Ida to carry this. Let us find a sentence for her together.",
      },
      { ago: 42, heard: ["yes", "yes", "yes"], shown: true },
    ],
  },
  {
    ago: 38,
    by: "maren",
    feelings: { afraid: 8 },
    wish: "an_answer",
    note: "The conference in October. Is she going to be there?",
    after: [
      {
        ago: 38,
        note: "She is on the list. I have not booked. I will not go if she goes, and I will write that to them in a mail you can read first.",
        promise: "I will cancel in writing this week.",
      },
      { ago: 37, heard: ["yes", "yes", "partly"] },
    ],
  },
  {
    ago: 31,
    by: "maren",
    feelings: { numb: null },
    wish: "nothing",
    after: [],
  },
  {
    ago: 26,
    by: "maren",
    feelings: { hurt: 7, grieving: 6 },
    wish: "to_be_heard",
    note: "It would have been the weekend in Husum. I took the tickets out of the drawer and put them back.",
    after: [
      {
        ago: 26,
        note: "You are telling me that it is not only what I did, it is also what we did not get to have. I wonder whether the drawer is worse than the calendar. I am here tonight, all evening.",
      },
      { ago: 25, heard: ["yes", "yes", "yes"] },
    ],
  },
  {
    ago: 19,
    by: "maren",
    feelings: { angry: 6 },
    wish: "to_be_heard",
    note: "Something I do not want to leave standing.",
    takenBack: true,
    after: [],
  },
  {
    ago: 14,
    by: "maren",
    feelings: { hurt: 8, betrayed: 6 },
    wish: "to_be_heard",
    note: "The song from her list was on in the shop. I put the basket down and went out.",
    after: [
      {
        ago: 14,
        note: "Anyone would have put the basket down. I am sorry that it can be anywhere, even between the tomatoes.",
      },
      { ago: 13, heard: ["yes", "partly", "yes"], shown: true },
    ],
  },
  {
    ago: 8,
    by: "jonas",
    feelings: { hopeful: 5, afraid: 4 },
    wish: "nothing",
    note: "You asked me about my day, and you waited for the answer.",
    after: [],
  },
  {
    ago: 5,
    by: "maren",
    feelings: { torn: 6, hurt: 5 },
    wish: "comfort",
    note: "It was twenty minutes, and they were true. I still counted them.",
    after: [
      {
        ago: 5,
        note: "Count them. I gave you the reason to. I will write when I leave, not when I arrive.",
        promise: "I will write when I leave work.",
      },
      { ago: 4, heard: ["yes", "yes", "partly"] },
    ],
  },
  {
    ago: 1,
    by: "maren",
    feelings: { hurt: 6, angry: 5 },
    wish: "to_be_heard",
    note: "Your mother asked when things will be normal again, and you looked at me.",
    after: [{ ago: 0, until: "21:00" }],
  },
];
