import "server-only";
import { places } from "@/lib/crypto/places";
import { seal } from "@/lib/crypto/words";
import type { Viewer, ViewerDb } from "@/lib/db/viewer";
import type { SafetyAnswer } from "@/lib/safety/schema";

/** Keeps the answer for its owner alone, or with `forget` removes that it was ever given. */
export async function answerSafetyCheck(
  db: ViewerDb,
  viewer: Viewer,
  answer: SafetyAnswer | "forget",
): Promise<void> {
  if (answer === "forget") return void (await db.safetyCheck.deleteMany({ where: { accountId: viewer.id } }));
  // Padded to one length: the size of a sealed "yes" must not differ from that of a sealed "no".
  const ciphertext = seal(answer.padEnd(8), places.safetyCheck(viewer.id));
  await db.safetyCheck.upsert({
    where: { accountId: viewer.id },
    create: { accountId: viewer.id, ciphertext },
    update: { ciphertext },
  });
}
