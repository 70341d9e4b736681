import { z } from "zod";
import { announcedKinds } from "@/lib/announcements/rules";
import { ReachWay } from "@/lib/db/generated/enums";
import { clock, skipped } from "@/lib/web/fields";

/** In the order they are offered. */
export const ways = ["now", "at_time", "with_therapist"] as const satisfies readonly ReachWay[];

/** How the other had chosen that it reaches them, when a form was made. */
export const theWay = z.enum(ReachWay, { error: "other" });

/** How such things are to reach oneself. */
export const chooseWay = z
  .object({
    way: z.enum(ReachWay, { error: "way" }),
    at: z.preprocess(skipped, clock.nullable().catch(null)),
  })
  .transform(({ way, at }, context) => {
    if (way !== "at_time") return { way, localTime: null };
    if (at) return { way, localTime: at };
    context.addIssue({ code: "custom", message: "time", path: ["at"] });
    return z.NEVER;
  });
export type WayInput = z.output<typeof chooseWay>;

export const openAnnounced = z.object({
  kind: z.enum(announcedKinds, { error: "other" }),
  id: z.uuid(),
});
