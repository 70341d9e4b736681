import { notFound } from "next/navigation";
import { ChangeForm } from "@/components/commitments/change-form";
import { requireWriter } from "@/lib/auth/gate";
import { commitmentNamed } from "@/lib/commitments/queries";
import { commitmentAddress } from "@/lib/commitments/schema";
import { chosenHelpOf } from "@/lib/couples/queries";
import { asViewer } from "@/lib/db/viewer";
import { draftFor } from "@/lib/drafts/queries";
import { draftOf } from "@/lib/drafts/schema";
import { dayIn } from "@/lib/time/day";

export default async function ChangeCommitmentPage({ params }: PageProps<"/commitments/[id]/change">) {
  const viewer = await requireWriter();
  const address = commitmentAddress.safeParse(await params);
  if (!address.success || !viewer.partnerName) notFound();
  const { id } = address.data;
  const today = dayIn(viewer.timeZone);
  const { commitment, draft, help } = await asViewer(viewer, async (db) => ({
    commitment: await commitmentNamed(db, viewer, id, today),
    draft: await draftFor(db, viewer, draftOf.commitmentChange(id)),
    help: await chosenHelpOf(db, viewer),
  }));
  if (!commitment?.here || commitment.standing.state === "ended") notFound();
  return (
    <ChangeForm
      commitment={commitment}
      draft={draft}
      partnerName={viewer.partnerName}
      today={today}
      help={commitment.mine ? help : "off"}
    />
  );
}
