import { z } from "zod";

/** The name that a proposal was read under. */
export const theProposal = z.string({ error: "other" }).regex(/^\d{1,5}-[0-9a-f]{32}$/, "other");
