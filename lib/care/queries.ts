import "server-only";
import type { SignedIn } from "@/lib/auth/gate";
import { careKinds } from "@/lib/care/rules";
import type { ViewerDb } from "@/lib/db/viewer";
import { newestOf, withContent } from "@/lib/entries/queries";
import type { EntryView } from "@/lib/entries/rules";

/** Entries of one person on a page; older ones are found on the timeline. */
const PAGE = 15;

/** The newest of everyday care in the present space: one's own, and what the partner shows of theirs. */
export async function everydayCare(db: ViewerDb, viewer: SignedIn): Promise<EntryView[]> {
  return withContent(db, viewer, await newestOf(db, viewer, careKinds, PAGE));
}
