import { OpenNotes } from "@/components/guests/open-notes";

// NOTE: nothing is asked of the database here. Whatever follows links in a mail opens none by that, and learns nothing of one.
export default async function OpenNotesPage({ params }: PageProps<"/notes/open/[token]">) {
  const { token } = await params;
  return <OpenNotes token={token} />;
}
