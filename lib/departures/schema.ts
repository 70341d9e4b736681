import { z } from "zod";
import { aDay, clock } from "@/lib/web/fields";

const passphrase = z.string().max(256).default("");

export const leaveNow = z.object({ sure: z.literal("yes", { error: "sure" }), passphrase });

/** Said in as many words, so that no form that strays here takes it back. */
export const stay = z.object({ stay: z.literal("yes", { error: "other" }), passphrase });

/** A moment in the person's own zone. */
export const leaveLater = z.object({ day: aDay, at: clock, passphrase });
