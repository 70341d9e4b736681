import "server-only";
import { type WritingHelp, writingHelpFor } from "@/lib/coach/rules";
import type { ViewerDb } from "@/lib/db/viewer";

type Writer = { readonly id: string; readonly coupleId: string; readonly writingHelp: boolean };

/** Whether the viewer has help with what they write here, is offered it, or neither. */
export async function writingHelpOf(
  db: ViewerDb,
  { id: authorId, coupleId, writingHelp }: Writer,
): Promise<WritingHelp> {
  const own = await db.memberRole.findUnique({ where: { coupleId_authorId: { coupleId, authorId } } });
  return writingHelpFor(writingHelp, own?.role ?? null);
}

/** The same where it is not offered: nothing is asked for whoever has not chosen it. */
export const chosenHelpOf = async (db: ViewerDb, viewer: Writer): Promise<WritingHelp> =>
  viewer.writingHelp ? writingHelpOf(db, viewer) : "off";
