export { NotesClosed as default } from "@/components/guests/notes-closed";
