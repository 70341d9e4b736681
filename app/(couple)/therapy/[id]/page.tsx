import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { SessionView } from "@/components/therapy/session-view";
import { requireWriter } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { looked } from "@/lib/reminders/commands";
import { sessionPage } from "@/lib/therapy/queries";
import { sessionAddress } from "@/lib/therapy/schema";
import { dayIn } from "@/lib/time/day";

export default async function TherapySession({ params }: PageProps<"/therapy/[id]">) {
  const viewer = await requireWriter();
  const address = sessionAddress.safeParse(await params);
  if (!address.success) notFound();
  const page = await asViewer(viewer, async (db) => {
    await looked(db, viewer);
    return sessionPage(db, viewer, address.data.id);
  });
  if (!page) notFound();
  return (
    <SessionView
      {...page}
      today={dayIn(viewer.timeZone)}
      partnerName={viewer.partnerName}
      newEntryId={randomUUID}
    />
  );
}
