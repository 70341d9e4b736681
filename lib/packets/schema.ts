import { z } from "zod";
import { PacketKind } from "@/lib/db/generated/enums";
import { groups } from "@/lib/packets/rules";
import { aDay, one, several } from "@/lib/web/fields";

/** Whose it is to begin with: its id alone could be that of one of each. */
const packet = { packet: z.uuid(), whose: z.enum(["mine", "theirs"], { error: "other" }) };

export const beginPacket = z.object({
  packet: z.uuid(),
  packet_kind: z.enum(PacketKind, { error: "packet" }),
  from: aDay,
  to: aDay,
});
export type BeginInput = z.output<typeof beginPacket>;

export const thePacket = z.object(packet);
export type PacketInput = z.infer<typeof thePacket>;

/** All of a group, what of it the other can read already, or nothing of it. */
export const putGroup = z.object({
  ...packet,
  group: z.enum(groups, { error: "other" }),
  put: z.enum(["all", "shown", "none"], { error: "other" }),
});
export type GroupInput = z.infer<typeof putGroup>;

/** An entry and what of it, as `itemOf` writes it. */
const item = z
  .string()
  .regex(/^(numbers|words)_[0-9a-f-]{36}$/, "other")
  .transform((text) => {
    const [portion, entry] = text.split("_") as ["numbers" | "words", string];
    return { portion, entry };
  })
  .pipe(z.object({ portion: z.enum(["numbers", "words"]), entry: z.uuid() }));
const items = z.preprocess(several, z.array(item).max(2_000, "other"));

/** Of those that were listed, the ones to put in. */
export const putItems = z.object({ ...packet, listed: items, item: items });
export type ItemsInput = z.infer<typeof putItems>;

export const putCommitments = z.object({ ...packet, commitments: z.literal("yes").optional() });
export type CommitmentsInput = z.infer<typeof putCommitments>;

/** `seen`: what was previewed (`digestOf`). */
export const consent = z.object({ ...packet, seen: z.string().length(64, "other") });
export type ConsentInput = z.infer<typeof consent>;

export const packetAddress = z.object({ id: z.uuid() });

/** The month whose entries are listed, YYYY-MM; none for all at once. */
export const chooseSearch = z.object({
  month: z.preprocess(
    one,
    z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
      .nullable()
      .catch(null),
  ),
});
