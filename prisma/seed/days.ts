import type { SignedIn } from "@/lib/auth/gate";
import type { Here } from "@/lib/entries/commands";
import { addDays, type Day, dayIn } from "@/lib/time/day";

export const TIME_ZONE = "Europe/Berlin";

/** Days are counted back from today; what is negative is still to come. */
export const daysAgo = (days: number): Day => addDays(dayIn(TIME_ZONE), -days);

/** Somebody on a day so long ago. */
export const on = (viewer: SignedIn, ago: number): Here => ({ viewer, today: daysAgo(ago) });
