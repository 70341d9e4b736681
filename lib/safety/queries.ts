import "server-only";
import { readFileSync } from "node:fs";
import { z } from "zod";
import { places } from "@/lib/crypto/places";
import { open } from "@/lib/crypto/words";
import type { Viewer, ViewerDb } from "@/lib/db/viewer";
import { env } from "@/lib/env";
import known from "@/lib/safety/help-lines.json";
import { type SafetyAnswer, safetyAnswers } from "@/lib/safety/schema";

/** The viewer's own answer to the private safety check, or null. Nobody else can ask. */
export async function ownSafetyAnswer(db: ViewerDb, viewer: Viewer): Promise<SafetyAnswer | null> {
  const row = await db.safetyCheck.findUnique({ where: { accountId: viewer.id } });
  if (!row) return null;
  const answer = open(row.ciphertext, places.safetyCheck(viewer.id)).trim();
  return safetyAnswers.find((known) => known === answer) ?? null;
}

/** Whether pages should leave out what asks both partners to do something together. */
export const prefersNoJointPrompts = async (db: ViewerDb, viewer: Viewer) =>
  (await ownSafetyAnswer(db, viewer)) === "yes";

const line = z.object({ name: z.string(), reach: z.string() });
const countries = z.array(
  z.object({ country: z.string(), emergency: z.string(), crisis: z.array(line), abuse: z.array(line) }),
);

export type Country = z.infer<typeof countries>[number];

/** Help lines by country: the list that comes with Keel, or the file that HELP_LINES_FILE names. Throws where that file is not of the same shape. */
export function helpLines(): Country[] {
  const own = env().HELP_LINES_FILE;
  return countries.parse(own ? JSON.parse(readFileSync(own, "utf8")) : known);
}
