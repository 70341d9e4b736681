import { z } from "zod";
import { annotationKinds } from "@/lib/annotations/rules";
import { wholeShown } from "@/lib/visibility/schema";
import { aDay, text } from "@/lib/web/fields";

/** A few words beside a mark: it stands at the edge of a picture. */
export const MARK_LIMIT = 120;

export const markDay = z.object({
  entry: z.uuid(),
  kind: z.enum(annotationKinds, { error: "mark" }),
  day: aDay,
  note: text(MARK_LIMIT),
  shown: wholeShown,
});
export type MarkInput = z.infer<typeof markDay>;
