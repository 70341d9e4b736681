import { z } from "zod";
import { places } from "@/lib/coach/rules";
import { WORDS_LIMIT } from "@/lib/web/fields";

/** A form as it stands: where it is written, and the words of each of its fields. */
export const draftToRead = z
  .object({ place: z.enum(places) })
  .catchall(z.string().max(WORDS_LIMIT))
  .transform(({ place, ...fields }) => ({ place, fields }));

export const chooseWritingHelp = z.object({ help: z.enum(["on", "off"], { error: "choice" }) });
