import { z } from "zod";
import { aDay, clock } from "@/lib/web/fields";

const passphrase = z.string().max(256).default("");

export const leaveNow = z.object({ sure: z.literal("yes", { error: "sure" }), passphrase });

/** A moment in the person's own zone. */
export const leaveLater = z.object({ day: aDay, at: clock, passphrase });
