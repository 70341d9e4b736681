import { notFound } from "next/navigation";
import { CorrectionPage } from "@/components/corrections/correction-page";
import { announcedNamed } from "@/lib/announcements/queries";
import { requireWriter } from "@/lib/auth/gate";
import { correctionAddress } from "@/lib/corrections/schema";
import { asViewer } from "@/lib/db/viewer";

export default async function Correction({ params }: PageProps<"/corrections/[id]">) {
  const viewer = await requireWriter();
  const address = correctionAddress.safeParse(await params);
  if (!address.success) notFound();
  const correction = await asViewer(viewer, (db) =>
    announcedNamed(db, viewer, "correction", address.data.id),
  );
  if (!correction) notFound();
  return <CorrectionPage correction={correction} partnerName={viewer.partnerName ?? ""} />;
}
