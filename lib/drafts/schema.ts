import { z } from "zod";
import type { careKinds } from "@/lib/care/rules";
import { type ReflectionKind, reflectionKinds } from "@/lib/reflections/rules";
import { WORDS_LIMIT } from "@/lib/web/fields";

/**
 * Which form a draft is of: of a day, of what it answers, or the one of its kind in a space. What is half said to one
 * person is never found in the form that is for another.
 */
export const draftOf = {
  checkIn: (day: string) => `check_in/${day}`,
  feeling: (coupleId: string) => `shared_feeling/${coupleId}`,
  reply: (to: string) => `reply/${to}`,
  heard: (to: string) => `felt_heard/${to}`,
  question: (coupleId: string) => `question/${coupleId}`,
  questionAnswer: (to: string) => `question_answer/${to}`,
  struggle: (coupleId: string) => `struggle/${coupleId}`,
  strugglePart: (to: string) => `struggle_part/${to}`,
  session_agenda: (to: string) => `session_agenda/${to}`,
  session_takeaway: (to: string) => `session_takeaway/${to}`,
  session_homework: (to: string) => `session_homework/${to}`,
  commitment: (coupleId: string) => `commitment/${coupleId}`,
  commitmentChange: (commitment: string) => `commitment_change/${commitment}`,
  correction: (coupleId: string) => `correction/${coupleId}`,
  acknowledgement: (coupleId: string) => `acknowledgement/${coupleId}`,
  acknowledgementVersion: (of: string) => `acknowledgement_version/${of}`,
  acknowledgementAnswer: (to: string) => `acknowledgement_answer/${to}`,
  reflection: (kind: ReflectionKind, coupleId: string) => `${kind}/${coupleId}`,
  care: (kind: (typeof careKinds)[number], coupleId: string) => `${kind}/${coupleId}`,
} as const;

const ANSWERS =
  "reply|felt_heard|question_answer|struggle_part|session_agenda|session_takeaway|session_homework|commitment_change|acknowledgement_version|acknowledgement_answer";
const OF_A_SPACE = `shared_feeling|question|struggle|from_my_day|caring_act|commitment|correction|acknowledgement|${reflectionKinds.join("|")}`;

/** Whether a draft is of an answer, or of something new in a space; and to which entry or commitment, or in which space. */
export const isAnswer = (form: string) => new RegExp(`^(${ANSWERS})/`).test(form);
export const isOfSpace = (form: string) => new RegExp(`^(${OF_A_SPACE})/`).test(form);
export const toWhich = (form: string) => form.slice(form.indexOf("/") + 1);

const day = "\\d{4}-\\d{2}-\\d{2}";
const uuid = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const form = z.string().regex(new RegExp(`^(check_in/${day}|(${ANSWERS}|${OF_A_SPACE})/${uuid})$`));

const fields = z.record(
  z.string().max(40),
  z.preprocess((value) => [value].flat(), z.array(z.string().max(WORDS_LIMIT)).max(20)),
);

/** A form half filled in: its name, whatever its fields hold, and the name of the draft it began with or saved last. */
export const saveDraft = z
  .looseObject({ form, kept: z.string().max(32).default("") })
  .transform(({ form, kept, ...fields }) => ({ form, kept, fields }))
  .pipe(z.object({ form: z.string(), kept: z.string(), fields }));

export const forgetDraft = z.object({ form });

/** Which form something was sent from, where it says so. */
export const sentFrom = z.object({ form: form.optional().catch(undefined) });
