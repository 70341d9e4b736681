import { z } from "zod";
import { WORDS_LIMIT } from "@/lib/web/fields";

/** Which form a draft is of: of a day, of what it answers, or the one of its kind. */
export const draftOf = {
  checkIn: (day: string) => `check_in/${day}`,
  feeling: "shared_feeling",
  reply: (to: string) => `reply/${to}`,
  question: "question",
  questionAnswer: (to: string) => `question_answer/${to}`,
} as const;

/** Whether a draft is of an answer, and to which entry. */
export const isAnswer = (form: string) => /^(reply|question_answer)\//.test(form);
export const toWhich = (form: string) => form.slice(form.indexOf("/") + 1);

const day = "\\d{4}-\\d{2}-\\d{2}";
const uuid = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const form = z
  .string()
  .regex(new RegExp(`^(check_in/${day}|shared_feeling|question|(reply|question_answer)/${uuid})$`));

const fields = z.record(
  z.string().max(40),
  z.preprocess((value) => [value].flat(), z.array(z.string().max(WORDS_LIMIT)).max(20)),
);

/** A form half filled in: its name, and whatever its fields hold. */
export const saveDraft = z
  .looseObject({ form })
  .transform(({ form, ...fields }) => ({ form, fields }))
  .pipe(z.object({ form: z.string(), fields }));

export const forgetDraft = z.object({ form });
