import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { CommitmentReading } from "@/components/commitments/commitment-page";
import { requireWriter } from "@/lib/auth/gate";
import { commitmentAddress } from "@/lib/commitments/schema";
import { chosenHelpOf } from "@/lib/couples/queries";
import { asViewer } from "@/lib/db/viewer";
import { commitmentPage } from "@/lib/follow-through/queries";
import { daySearch } from "@/lib/follow-through/schema";
import { looked } from "@/lib/reminders/commands";
import { dayIn, firstOpenDay } from "@/lib/time/day";

export default async function CommitmentPage({ params, searchParams }: PageProps<"/commitments/[id]">) {
  const viewer = await requireWriter();
  const address = commitmentAddress.safeParse(await params);
  if (!address.success) notFound();
  const today = dayIn(viewer.timeZone);
  const { day } = daySearch.parse(await searchParams);
  const { page, help } = await asViewer(viewer, async (db) => {
    await looked(db, viewer);
    return {
      page: await commitmentPage(db, viewer, address.data.id, today, firstOpenDay()),
      help: await chosenHelpOf(db, viewer),
    };
  });
  if (!page) notFound();
  return (
    <CommitmentReading
      page={page}
      chosen={day && day <= today ? day : null}
      partnerName={viewer.partnerName}
      today={today}
      help={page.commitment.mine ? help : "off"}
      newEntryId={randomUUID}
    />
  );
}
