import { z } from "zod";
import { DAYS } from "@/lib/guests/rules";
import { text } from "@/lib/web/fields";

/** Whose packet it is to begin with: its id alone could be that of one of each. */
export const makeLink = z.object({
  packet: z.uuid(),
  whose: z.enum(["mine", "theirs"], { error: "other" }),
  for_whom: text(80),
  days: z.enum(DAYS, { error: "days" }).transform(Number),
  passphrase: z.string().max(256).default(""),
});
export type MakeLinkInput = z.output<typeof makeLink>;

export const endLink = z.object({ link: z.uuid() });
export type EndLinkInput = z.infer<typeof endLink>;

/** What was in the address, and what was said. */
export const openNotes = z.object({
  token: z.string({ error: "code" }).min(1, "code").max(100, "code"),
  code: z.string({ error: "code" }).trim().min(1, "code").max(200, "code"),
});
export type OpenNotesInput = z.infer<typeof openNotes>;

export const notesAddress = z.object({ id: z.uuid() });
