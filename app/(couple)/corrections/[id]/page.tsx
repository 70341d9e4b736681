import { notFound } from "next/navigation";
import { CorrectionPage } from "@/components/corrections/correction-page";
import { requireWriter } from "@/lib/auth/gate";
import { correctionNamed } from "@/lib/corrections/queries";
import { correctionAddress } from "@/lib/corrections/schema";
import { asViewer } from "@/lib/db/viewer";

export default async function Correction({ params }: PageProps<"/corrections/[id]">) {
  const viewer = await requireWriter();
  const address = correctionAddress.safeParse(await params);
  if (!address.success) notFound();
  const correction = await asViewer(viewer, (db) => correctionNamed(db, viewer, address.data.id));
  if (!correction) notFound();
  return <CorrectionPage correction={correction} partnerName={viewer.partnerName ?? ""} />;
}
