import type { Area, Cost } from "@/lib/db/generated/enums";
import type { Weekday } from "@/lib/time/recurrence";
import type { Who } from "@/prisma/seed/conversations";

/** How often, with days counted back from today. `weekdayOf` is once a week on the weekday of that day. */
export type Rhythm =
  | "daily"
  | "whenever"
  | { readonly days: readonly Weekday[] }
  | { readonly weekdayOf: number }
  | { readonly times: number }
  | { readonly by: number };

export type Offer = {
  readonly what: string;
  readonly why?: string;
  readonly often: Rhythm;
  readonly review: number;
};

export type Step = { readonly ago: number; readonly by: Who } & (
  | { readonly step: "accepted" }
  | { readonly offers: Offer }
  | { readonly renewsUntil: number }
  | { readonly pausesUntil: number }
  | { readonly endsWith: string }
);

/** What was added to a day: the doer's words to what they said, or what the other noticed of it. */
export type Remark = {
  readonly ago: number;
  readonly by: Who;
  readonly note?: string;
  readonly felt?: false;
  readonly writtenAgo?: number;
  readonly kept?: true;
};

export type Lived = {
  readonly doer: Who;
  readonly area: Area;
  readonly cost: Cost;
  /** The reply it came from, by its day. */
  readonly promisedAgo?: number;
  readonly begun: { readonly ago: number; readonly by: Who } & Offer;
  readonly steps: readonly Step[];
  /**
   * What was said of days: kept, partly, missed or not applying, with a capital where it was told before anybody asked;
   * `9k+2` was filled in two days later, `14k>M+2` corrected then. What is left out was not logged, and what falls on a day
   * on which nothing is due is passed over: which weekday a day is changes with today.
   */
  readonly days?: string;
  readonly remarks?: readonly Remark[];
};

const workdays: readonly Weekday[] = ["MO", "TU", "WE", "TH", "FR"];

/** Three months of what was promised. Most of it is kept, some is not, and that is said as well. */
export const commitments: readonly Lived[] = [
  {
    doer: "jonas",
    area: "whereabouts",
    cost: "low",
    begun: {
      ago: 70,
      by: "jonas",
      what: "In the morning I tell you what my day looks like, and I write when it changes.",
      why: "You should not have to ask.",
      often: { days: workdays },
      review: -4,
    },
    steps: [{ ago: 69, by: "maren", step: "accepted" }],
    days: `69K 68K 67k 66K 65k 64k 63m 62k 61k 60K 59K 58k 57k 56k 55k 54k+1 53p 52k 51k 50k 49k 48k 47k 44k 43k 42K 41k
      40m 39k 38k 37k 36k 35k 33k 32k 31k 30K 29k 28k 27k 26p 25k 24K 23n 22n 21n 20n 19n 18k 17K 16k 15k 14k 13m 12k 11k
      10k+1 9m 8k 7K 6k 5p 4k 3k 1k 0K`,
    remarks: [
      { ago: 63, by: "jonas", note: "I left before you were awake and wrote nothing." },
      { ago: 59, by: "maren", note: "You wrote before I had looked at the clock." },
      { ago: 40, by: "jonas", note: "I forgot. You asked at noon." },
      { ago: 24, by: "maren", note: "I did not wonder once today where you were.", kept: true },
      { ago: 17, by: "maren" },
      { ago: 13, by: "jonas", note: "I did not know how to begin this day and said nothing at all." },
      { ago: 9, by: "jonas", note: "I told you at lunch. In the morning I had not thought of it." },
      { ago: 7, by: "maren" },
      { ago: 5, by: "jonas", note: "I wrote when I arrived, not when it changed." },
    ],
  },
  {
    doer: "jonas",
    area: "contact",
    cost: "high",
    begun: {
      ago: 66,
      by: "maren",
      what: "When you meet the person it was about, or hear anything from there, you tell me the same day, before I ask.",
      why: "Hearing it from you is something else than finding it.",
      often: "whenever",
      review: -23,
    },
    steps: [{ ago: 65, by: "jonas", step: "accepted" }],
    days: "60K 38m 24K 7K>n+1",
    remarks: [
      {
        ago: 60,
        by: "jonas",
        note: "There was a letter at work. I have not answered it, and told you at dinner.",
      },
      {
        ago: 60,
        by: "maren",
        note: "My stomach, the whole evening. It was still better than finding it.",
        kept: true,
      },
      {
        ago: 38,
        by: "jonas",
        note: "The list had been in my inbox for nine days. You asked before I said it.",
      },
      {
        ago: 24,
        by: "jonas",
        note: "In the car park, for a moment. We did not speak. I rang you from there.",
      },
      { ago: 24, by: "maren", note: "You told me before I had any reason to ask." },
      { ago: 7, by: "jonas", note: "I did not know the number. It was a parcel service." },
    ],
  },
  {
    doer: "jonas",
    area: "rebuilding",
    cost: "low",
    begun: {
      ago: 65,
      by: "maren",
      what: "Home for dinner from Monday to Thursday, or a message by five that it will be later.",
      why: "What is hard is waiting and not knowing how long.",
      often: { days: ["MO", "TU", "WE", "TH"] },
      review: -21,
    },
    steps: [
      { ago: 64, by: "jonas", step: "accepted" },
      { ago: 3, by: "jonas", pausesUntil: -4 },
    ],
    days: `64k 63k 62k 61k 60K 59k 58p 57k 56k 55k 54m 53k 52k 51k 50k 49k 48k 47k 45m 44k 43k 42p 41k 40k 39k 38k+1 37k 36k
      34k 33k 32k 31k 30k 29k 28m 27k 26k 25p 24k 23n 22n 21n 20n 19n 18k 17k 16p 15k 14K 13k 12k 11k 10m 8k 7K 6k+1 5p
      4k`,
    remarks: [
      { ago: 54, by: "jonas", note: "Seven o’clock, and no message." },
      { ago: 28, by: "jonas", note: "I wrote at six. At five I still thought that I would make it." },
      { ago: 15, by: "maren" },
      { ago: 14, by: "maren", note: "You wrote at four, and then you came on time." },
      { ago: 10, by: "jonas", note: "Half past seven. I did not write because I did not want to say so." },
    ],
  },
  {
    doer: "jonas",
    area: "rebuilding",
    cost: "low",
    begun: {
      ago: 61,
      by: "jonas",
      what: "I ring you in my break twice a week, and have time.",
      often: { times: 2 },
      review: -10,
    },
    steps: [
      { ago: 60, by: "maren", step: "accepted" },
      {
        ago: 41,
        by: "jonas",
        offers: {
          what: "I ring you in my break three times a week, and have time.",
          why: "You said that the days in between are long.",
          often: { times: 3 },
          review: -12,
        },
      },
      { ago: 40, by: "maren", step: "accepted" },
      {
        ago: 1,
        by: "maren",
        offers: {
          what: "I ring you in my break twice a week, and have time.",
          why: "I noticed that I no longer wait for it. Two are enough.",
          often: { times: 2 },
          review: -40,
        },
      },
    ],
    days: `59k 57k 53k 50p 45m 43k 39k 37k 35k 32k+1 30k 28p 26k 25K 24k 22n 21n 20n 19n 17k 16k 14k 12k 10k 8m 6k 3p 0k`,
    remarks: [
      { ago: 45, by: "jonas", note: "I did not dare to ring.", kept: true },
      { ago: 39, by: "maren" },
      { ago: 16, by: "maren", note: "You asked what I was looking at. I was looking at the yard." },
      { ago: 8, by: "jonas", note: "The break fell out. I could have written that." },
      { ago: 6, by: "maren", note: "I had forgotten that it was a call day.", kept: true },
      { ago: 3, by: "jonas", note: "Four minutes, from the stairs." },
    ],
  },
  {
    doer: "jonas",
    area: "phone",
    cost: "low",
    promisedAgo: 55,
    begun: {
      ago: 55,
      by: "jonas",
      what: "When we are in a room in the evening, my phone lies face up on the table.",
      why: "For months a phone that was turned over meant what you feared. I made it mean that.",
      often: "daily",
      review: 33,
    },
    steps: [
      { ago: 54, by: "maren", step: "accepted" },
      { ago: 34, by: "jonas", renewsUntil: 5 },
      { ago: 33, by: "maren", step: "accepted" },
      {
        ago: 29,
        by: "jonas",
        offers: {
          what: "From seven in the evening my phone is in the hall, with the sound off.",
          why: "I saw your face before I heard it.",
          often: "daily",
          review: -16,
        },
      },
      { ago: 28, by: "maren", step: "accepted" },
    ],
    days: `54K 53k 52k 51k 50p 49k 45k 44k 43k+1 42k 41K 40p 39k 38k 37k 35k+1 34k 33k 32k 31k 30k 29k 28K 27k 26k 25m 24k
      23n 22n 21n 20n 19n 18k 17k 16K 15k 14k>M+2 13k 12k 10k 9k+2 8p 7K 6k 5k 4m 3k 1k`,
    remarks: [
      {
        ago: 50,
        by: "jonas",
        note: "Face up until eight. Then I took it to the kitchen to charge and left it there.",
      },
      {
        ago: 40,
        by: "jonas",
        note: "It was in my pocket during dinner. I noticed when I sat down to read.",
      },
      { ago: 28, by: "maren", note: "I saw it in the hall when I came in." },
      { ago: 26, by: "maren" },
      {
        ago: 25,
        by: "jonas",
        note: "I had it next to the bed because of the alarm. There is an alarm clock now.",
      },
      { ago: 16, by: "jonas", note: "It is easier when I do not have it.", kept: true },
      { ago: 16, by: "maren" },
      {
        ago: 14,
        by: "jonas",
        note: "I said kept. From nine on it was in my pocket; you were asleep, and I told myself that it did not count.",
      },
      { ago: 14, by: "maren", note: "You told me. I would not have known.", writtenAgo: 12 },
      {
        ago: 12,
        by: "maren",
        note: "It was in the hall, and you were somewhere else the whole evening.",
        felt: false,
      },
      { ago: 8, by: "jonas", note: "I listened for it, even from the kitchen.", kept: true },
      { ago: 7, by: "maren", note: "I did not think of it all evening.", kept: true },
      {
        ago: 4,
        by: "jonas",
        note: "I was waiting for the roster and kept it next to me. I could have said so.",
      },
      { ago: 3, by: "maren" },
    ],
  },
  {
    doer: "jonas",
    area: "therapy",
    cost: "high",
    begun: {
      ago: 38,
      by: "jonas",
      what: "I keep my own appointment every week.",
      why: "What comes up there is mine to work on. You do not have to hear it, and you may.",
      often: { weekdayOf: 36 },
      review: -30,
    },
    steps: [
      { ago: 37, by: "maren", step: "accepted" },
      { ago: 23, by: "jonas", pausesUntil: 16 },
    ],
    days: "36K 29k 15k 8p 1k",
    remarks: [
      { ago: 29, by: "maren" },
      { ago: 8, by: "jonas", note: "I was there and said little." },
    ],
  },
  {
    doer: "jonas",
    area: "contact",
    cost: "high",
    promisedAgo: 38,
    begun: {
      ago: 37,
      by: "jonas",
      what: "I cancel the conference in writing. You read the mail before I send it.",
      often: { by: 31 },
      review: 28,
    },
    steps: [
      { ago: 37, by: "maren", step: "accepted" },
      { ago: 30, by: "maren", endsWith: "It is done. You did not ask me to say anything about it." },
      { ago: 29, by: "jonas", step: "accepted" },
    ],
    days: "35K",
    remarks: [
      { ago: 35, by: "jonas", note: "Sent at noon." },
      { ago: 35, by: "maren", note: "I had read it before it went. That helped." },
    ],
  },
  {
    doer: "jonas",
    area: "money",
    cost: "high",
    begun: {
      ago: 13,
      by: "jonas",
      what: "I put the statements of all three accounts into the blue folder, up to the end of last month.",
      why: "So that you do not have to think of asking.",
      often: { by: -5 },
      review: -19,
    },
    steps: [{ ago: 12, by: "maren", step: "accepted" }],
  },
  {
    doer: "jonas",
    area: "whereabouts",
    cost: "low",
    promisedAgo: 5,
    begun: {
      ago: 4,
      by: "jonas",
      what: "I write when I leave work, not when I arrive.",
      often: { days: workdays },
      review: -25,
    },
    steps: [],
  },
  {
    doer: "jonas",
    area: "honesty",
    cost: "low",
    begun: {
      ago: 3,
      by: "maren",
      what: "On a day that has a date, you say in the morning that you know.",
      why: "I do not want to be the only calendar.",
      often: "whenever",
      review: -57,
    },
    steps: [
      {
        ago: 2,
        by: "jonas",
        offers: {
          what: "On a day that has a date I say in the morning that I know, and ask what you want of the day.",
          why: "On the last one I knew and said nothing.",
          often: "whenever",
          review: -57,
        },
      },
    ],
  },
  {
    doer: "maren",
    area: "honesty",
    cost: "low",
    begun: {
      ago: 3,
      by: "maren",
      what: "When a day is bad I say so the same evening, and not that it is a headache.",
      why: "I said headache, and then I was alone with it.",
      often: "whenever",
      review: -26,
    },
    steps: [{ ago: 3, by: "jonas", step: "accepted" }],
    days: "1K",
    remarks: [{ ago: 1, by: "jonas", note: "You said it the same evening. I would have guessed wrong." }],
  },
];
