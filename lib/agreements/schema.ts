import { z } from "zod";
import { text } from "@/lib/web/fields";

/** The name that a proposal was read under. */
export const theProposal = z.string({ error: "other" }).regex(/^\d{1,5}-[0-9a-f]{32}$/, "other");

/** Room to say plainly what holds, too little to argue it. */
export const AGREEMENT_LIMIT = 600;

/** An agreement by its id: a new one, or one that is there and is to be said otherwise. */
export const proposeAgreement = z.object({
  agreement: z.uuid(),
  /** The space the form was opened in. */
  space: z.uuid(),
  text: text(AGREEMENT_LIMIT),
});
export const theAgreement = z.object({ agreement: z.uuid(), turn: theProposal });
