import { z } from "zod";
import { careKinds } from "@/lib/care/rules";
import { wholeShown } from "@/lib/visibility/schema";
import { text, WORDS_LIMIT } from "@/lib/web/fields";

export const noteCare = z.object({
  entry: z.uuid(),
  kind: z.enum(careKinds, { error: "other" }),
  note: text(WORDS_LIMIT),
  shown: wholeShown,
});
export type CareInput = z.infer<typeof noteCare>;
