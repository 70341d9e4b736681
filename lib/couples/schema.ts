import { z } from "zod";
import { Role } from "@/lib/db/generated/enums";

/** What opens an invitation: the token of its link, or its six words. */
export const invitationKey = z.string({ error: "code" }).trim().min(1, "code").max(200, "code");

export const chooseRole = z.object({
  role: z.enum([...Object.values(Role), "unsaid"], { error: "role" }),
  audience: z.enum(["only_me", "partner"], { error: "shown" }).default("only_me"),
});
