import "server-only";
import { type Subject, wordsNamed } from "@/lib/agreements/queries";
import type { SignedIn } from "@/lib/auth/gate";
import { places } from "@/lib/crypto/places";
import { seal } from "@/lib/crypto/words";
import type { AgreedWords } from "@/lib/db/generated/client";
import type { ViewerDb } from "@/lib/db/viewer";
import { Refusal } from "@/lib/errors";

/**
 * Proposes what both are to say. It takes the place of what the proposer proposed before.
 * Throws `not_in_a_couple`, `nothing_written`, or `proposed_meanwhile` where both did at once.
 */
export async function propose(db: ViewerDb, viewer: SignedIn, subject: Subject, text: string): Promise<void> {
  if (!viewer.partnerId) throw new Refusal("not_in_a_couple");
  if (!text) throw new Refusal("nothing_written");
  await db.agreedWords.deleteMany({ where: { ...subject, authorId: viewer.id, agreed: false } });
  const { _max } = await db.agreedWords.aggregate({ where: subject, _max: { turn: true } });
  const key = { ...subject, turn: (_max.turn ?? 0) + 1 };
  const { count } = await db.agreedWords.createMany({
    data: { ...key, authorId: viewer.id, ciphertext: seal(text, places.agreedWords(key)) },
    skipDuplicates: true,
  });
  if (count === 0) throw new Refusal("proposed_meanwhile");
}

/** Agrees to what the other proposes, as it was read. Throws `proposal_gone` where that is not the newest any more. */
export async function agreeTo(
  db: ViewerDb,
  { partnerId }: SignedIn,
  subject: Subject,
  name: string,
): Promise<void> {
  if (!partnerId) throw new Refusal("proposal_gone");
  await toWordsAsRead(db, subject, name, async ({ turn, ciphertext, agreed }) => {
    // Pressed twice it was agreed to once.
    if (agreed) return { count: 1 };
    const newer = await db.agreedWords.count({ where: { ...subject, turn: { gt: turn } } });
    if (newer > 0) throw new Refusal("proposal_gone");
    return db.agreedWords.updateMany({
      where: { ...subject, turn, ciphertext, authorId: partnerId, agreed: false },
      data: { agreed: true },
    });
  });
}

/** Takes back what one proposed, as long as nobody agreed. Throws `proposal_gone`. */
export async function takeProposalBack(
  db: ViewerDb,
  { id: authorId }: SignedIn,
  subject: Subject,
  name: string,
): Promise<void> {
  await toWordsAsRead(db, subject, name, ({ turn, ciphertext }) =>
    db.agreedWords.deleteMany({ where: { ...subject, authorId, turn, ciphertext, agreed: false } }),
  );
}

async function toWordsAsRead(
  db: ViewerDb,
  subject: Subject,
  name: string,
  write: (words: AgreedWords) => Promise<{ count: number }>,
): Promise<void> {
  // Twice, because the same words may just have been sealed under a newer key.
  for (let times = 0; times < 2; times++) {
    const words = await wordsNamed(db, subject, name);
    if (!words) break;
    const { count } = await write(words);
    if (count > 0) return;
  }
  throw new Refusal("proposal_gone");
}
