import { z } from "zod";
import { content } from "@/lib/check-ins/schema";
import { aDay } from "@/lib/web/fields";

export const leave = content.extend({
  /** The form's own id: sent twice, it leaves one. */
  entry: z.uuid(),
  day: aDay,
  nothing: z.literal("yes").optional(),
});
export type LeftInput = z.infer<typeof leave>;

export const which = z.object({ left: z.uuid() });
