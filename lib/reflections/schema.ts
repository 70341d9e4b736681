import { z } from "zod";
import { type ReflectionKind, reflectionKinds } from "@/lib/reflections/rules";
import { aDay, skipped, text, WORDS_LIMIT } from "@/lib/web/fields";

export const writeReflection = z
  .object({
    entry: z.uuid(),
    kind: z.enum(reflectionKinds as [ReflectionKind, ...ReflectionKind[]], { error: "other" }),
    /** Of a day that may be hard: which, also one to come. */
    day: z.preprocess(skipped, aDay.nullable().default(null)),
    note: text(WORDS_LIMIT),
  })
  .refine(({ kind, day }) => kind !== "trigger_day" || day !== null, { path: ["day"], message: "day" });
export type ReflectionInput = z.infer<typeof writeReflection>;
