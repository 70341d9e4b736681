import { NotesClosed } from "@/components/guests/notes-closed";
import { NotesPage } from "@/components/guests/notes-page";
import { visitsHere } from "@/lib/auth/gate";
import { notesOf } from "@/lib/guests/queries";
import { notesAddress } from "@/lib/guests/schema";

export default async function NotesHere({ params }: PageProps<"/notes/[id]">) {
  const address = notesAddress.safeParse(await params);
  const notes = address.success && (await notesOf(await visitsHere(), address.data.id));
  if (!notes) return <NotesClosed />;
  return <NotesPage id={address.data.id} notes={notes} />;
}
