import { z } from "zod";
import { choices, choicesOf, shownChoices, startingKinds, wholeChoices } from "@/lib/visibility/rules";
import { one, several } from "@/lib/web/fields";

export const shown = z.enum(shownChoices, { error: "shown" });
export const wholeShown = z.enum(wholeChoices, { error: "shown" });
/** Where an entry is written or stands: also to be asked again. */
export const choice = z.enum(choices, { error: "shown" });

/** What new entries of a kind start with. */
export const startWith = z
  .object({ kind: z.enum(startingKinds, { error: "other" }), shown })
  .refine(({ kind, shown }) => choicesOf(kind).includes(shown), { path: ["shown"], message: "shown" });

/** Entries of a kind that are to be shown alike, each with what it was shown as where it was listed: `<entry>/<shown>`. */
export const showAlike = z.object({
  kind: z.enum(startingKinds, { error: "other" }),
  shown,
  entry: z.preprocess(
    several,
    z
      .array(
        z.string().transform((listed, context) => {
          const [id, was] = listed.split("/");
          const read = z.object({ id: z.uuid(), was: shown }).safeParse({ id, was });
          if (read.success) return read.data;
          context.addIssue({ code: "custom", message: "other" });
          return z.NEVER;
        }),
      )
      .max(1_000, "other"),
  ),
  passphrase: z.string().max(256).default(""),
});

/** The address of the list of what is already written. */
export const earlierSearch = z.object({
  kind: z.preprocess(one, z.enum(startingKinds).catch("check_in")),
  shown: z.preprocess(one, shown.nullable().catch(null)),
});
