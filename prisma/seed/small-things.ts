import type { AnnotationKind } from "@/lib/annotations/rules";
import type { Received, Standing } from "@/lib/db/generated/enums";
import type { ReflectionKind } from "@/lib/reflections/rules";
import type { Shown } from "@/lib/visibility/rules";
import type { Who } from "@/prisma/seed/conversations";

/** A question, in days counted back from today, and what came of it. What is kept was not asked. */
export type Asked = {
  readonly ago: number;
  readonly by: Who;
  readonly note: string;
  readonly kept?: true;
  readonly after?: readonly { readonly ago: number; readonly standing: Standing; readonly note?: string }[];
};

export const questions: readonly Asked[] = [
  {
    ago: 79,
    by: "maren",
    note: "Since when, and until when?",
    after: [
      {
        ago: 79,
        standing: "answered",
        note: "Since the week after Easter. Until the end of August, two weeks before you found the invoice.",
      },
    ],
  },
  {
    ago: 73,
    by: "maren",
    note: "Was she ever here, in our flat?",
    after: [{ ago: 72, standing: "answered", note: "No. Never here." }],
  },
  {
    ago: 66,
    by: "maren",
    note: "Did you tell her about my mother?",
    after: [
      {
        ago: 65,
        standing: "not_yet",
        note: "Yes. What exactly I cannot say well by myself. I would like to say it on Thursday, with Dr Lindner there.",
      },
      { ago: 60, standing: "with_therapist" },
    ],
  },
  { ago: 41, by: "maren", note: "What is she like when she laughs?", kept: true },
  {
    ago: 20,
    by: "maren",
    note: "Would you have told me if I had not found it?",
    after: [
      {
        ago: 18,
        standing: "answered",
        note: "I have turned this over for two days. I do not think so, not then. I was a coward and had got used to it. I am sorry that this is the true answer.",
      },
    ],
  },
  {
    ago: 11,
    by: "jonas",
    note: "Is there something you would rather I did not do at your birthday?",
    after: [
      { ago: 10, standing: "answered", note: "No speech. Stay until the end and help with the glasses." },
    ],
  },
  { ago: 3, by: "maren", note: "Does Tobias know?" },
];

/** On pages of their own: kept, but for what was shown by itself. A day to come has its days ahead. */
export const reflections: readonly {
  readonly ago: number;
  readonly by: Who;
  readonly kind: ReflectionKind;
  readonly note: string;
  readonly ahead?: number;
  readonly shown?: true;
}[] = [
  { ago: 70, by: "jonas", kind: "mine_to_do", note: "I look for somebody to talk to who is not Maren." },
  { ago: 40, by: "jonas", kind: "worry", note: "That she has left already and is only being kind about it." },
  {
    ago: 15,
    by: "jonas",
    kind: "decision_note",
    note: "Can I be seen for this for years, and still be at home here? Today: yes, if I know what I am for.",
  },
  {
    ago: 6,
    by: "jonas",
    kind: "mine_to_do",
    note: "Every first of the month we look at the account together, before she has to ask.",
  },
  {
    ago: 60,
    by: "maren",
    kind: "touched_certainty",
    note: "I look at holiday pictures and do not know which smile was for whom.",
  },
  { ago: 58, by: "maren", kind: "touched_worth", note: "I caught myself comparing hands.", shown: true },
  { ago: 33, by: "maren", kind: "touched_team", note: "I plan for one and a half." },
  { ago: 20, by: "maren", kind: "trigger_place", note: "The petrol station by the ring road.", shown: true },
  { ago: 20, by: "maren", kind: "trigger_day", ahead: 12, note: "A year since the invoice.", shown: true },
  {
    ago: 2,
    by: "maren",
    kind: "worry",
    note: "That I start to trust again and do not notice what I stop seeing.",
  },
];

export type Small = {
  readonly ago: number;
  readonly by: Who;
  readonly kind: "from_my_day" | "caring_act";
  readonly note: string;
  readonly kept?: true;
};

export const care: readonly Small[] = [
  {
    ago: 60,
    by: "jonas",
    kind: "from_my_day",
    note: "I went home the long way, along the harbour. For ten minutes I thought of nothing.",
  },
  { ago: 46, by: "maren", kind: "from_my_day", note: "I sang in the car. All of it.", kept: true },
  {
    ago: 35,
    by: "maren",
    kind: "caring_act",
    note: "The tank was full this morning. I had said nothing.",
  },
  { ago: 24, by: "jonas", kind: "caring_act", note: "You put soup aside for me, with a note on the lid." },
  {
    ago: 16,
    by: "maren",
    kind: "from_my_day",
    note: "Ida read me a whole page, with all the voices.",
  },
  {
    ago: 9,
    by: "jonas",
    kind: "from_my_day",
    note: "The new colleague asked me something and I did not have to be clever about it.",
  },
  {
    ago: 6,
    by: "maren",
    kind: "caring_act",
    note: "He ironed. I do not know yet what I think of it.",
    kept: true,
  },
  { ago: 2, by: "maren", kind: "caring_act", note: "You asked before you put your arm round me." },
];

/** Days marked beside the pictures, each on that day. */
export const marks: readonly {
  readonly ago: number;
  readonly by: Who;
  readonly kind: AnnotationKind;
  readonly note?: string;
  readonly kept?: true;
}[] = [
  { ago: 75, by: "jonas", kind: "therapy", note: "First time, alone" },
  { ago: 60, by: "maren", kind: "therapy", note: "Together" },
  { ago: 44, by: "maren", kind: "hard_day", kept: true },
  { ago: 32, by: "maren", kind: "therapy", note: "Together" },
  { ago: 21, by: "maren", kind: "anniversary", note: "Nine years" },
  { ago: 18, by: "jonas", kind: "therapy", note: "Together" },
  { ago: 8, by: "maren", kind: "hard_day", note: "The invoice again" },
  { ago: 4, by: "jonas", kind: "marked_day", note: "Ida’s school concert" },
];

/** What is said with asking for space: one proposed, the other proposed better, and that was agreed on. */
export const sentences: readonly { readonly by: Who; readonly sentence: string }[] = [
  { by: "jonas", sentence: "I need a moment. I am not leaving." },
  { by: "maren", sentence: "I am too full to talk. I am coming back, and then I will listen." },
];

/** What holds between them: said, answered with better words, and one that waits for an answer. */
export const agreements: readonly {
  readonly by: Who;
  readonly text: string;
  readonly instead?: string;
  readonly waits?: true;
}[] = [
  {
    by: "maren",
    text: "We are with each other and with nobody else. It held since we married, and it holds now.",
  },
  {
    by: "jonas",
    text: "No account and no bill that only one of us knows of.",
    instead: "No account and no bill that only one of us knows of. Presents are up to 80 euros.",
  },
  { by: "jonas", text: "If I meet her by chance, Maren hears of it the same day.", waits: true },
];

export const spaces: readonly { readonly ago: number; readonly by: Who; readonly length: number }[] = [
  { ago: 58, by: "maren", length: 180 },
  { ago: 27, by: "jonas", length: 20 },
  { ago: 12, by: "maren", length: 60 },
];

/** Of one's own accord, and read by the other. */
export const corrections: readonly {
  readonly ago: number;
  readonly by: Who;
  readonly said: string;
  readonly is_true: string;
  readonly will_do: string;
}[] = [
  {
    ago: 68,
    by: "jonas",
    said: "I said that I had told Katrin, as I promised.",
    is_true: "I had only written that I would ring. I told Katrin this afternoon.",
    will_do: "Next time I say that it is still to be done.",
  },
];

/** What somebody took responsibility for, in versions; what the other said of each, and one that is kept for therapy. */
export const acknowledgements: readonly {
  readonly ago: number;
  readonly by: Who;
  readonly did: string;
  readonly broke: string;
  readonly cost_you: string;
  readonly regret: string;
  readonly will_do: string;
  /** Of both's agreements, the one it names: its first words. */
  readonly names?: string;
  readonly follows?: true;
  readonly kept?: true;
  readonly answer?: {
    readonly received: Received;
    readonly missing: string;
    readonly shown: Exclude<Shown, "numbers">;
  };
}[] = [
  {
    ago: 61,
    by: "jonas",
    did: "I had an affair from the week after Easter to the end of August. When you asked I told you that there was nothing.",
    broke: "That we are with nobody else, and that we tell each other the truth.",
    cost_you: "Your sleep, and your trust in what you remember of that summer.",
    regret: "",
    will_do: "I end every contact and show you that I have.\nI answer what you ask, the same day.",
    names: "We are with each other",
    answer: {
      received: "something_missing",
      missing: "You told me I was imagining it. That is the part I cannot get past.",
      shown: "numbers_and_words",
    },
  },
  {
    ago: 26,
    by: "jonas",
    did: "I had an affair from the week after Easter to the end of August. When you asked, I told you that you were imagining it. You were right, and I knew it.",
    broke: "That we are with nobody else. That you can believe me, and after me your own eyes.",
    cost_you:
      "Your sleep, and months in which you doubted yourself. You stopped asking your sister for advice because I had made you think that you saw things.",
    regret: "That I let you doubt yourself to save myself. I turn away from lying when I am ashamed.",
    will_do:
      "When you ask, I say what is true or that I need ten minutes first.\nI tell Ida’s godparents myself that you saw it rightly.\nI go on with my own sessions.",
    names: "We are with each other",
    follows: true,
    answer: { received: "complete", missing: "", shown: "only_me" },
  },
  {
    ago: 5,
    by: "jonas",
    did: "I spent money of ours on it and called it travel for work.",
    broke: "",
    cost_you: "That you had to find it on an invoice.",
    regret: "",
    will_do: "I put back what I spent by summer.",
    names: "No account and no bill",
    kept: true,
  },
];

/** How what is announced is to reach somebody, chosen after the first. */
export const ways = [{ by: "maren", way: "at_time", localTime: "19:30" }] as const;
