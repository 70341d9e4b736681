import { NotesClosed } from "@/components/guests/notes-closed";

export default function NotesClosedPage() {
  return <NotesClosed />;
}
