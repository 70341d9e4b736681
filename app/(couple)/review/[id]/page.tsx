import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { ReviewTogether } from "@/components/reviews/review-together";
import { requireWriter } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { reviewPage } from "@/lib/reviews/queries";
import { reviewAddress } from "@/lib/reviews/schema";
import { dayIn, firstOpenDay } from "@/lib/time/day";

export default async function ReviewPage({ params }: PageProps<"/review/[id]">) {
  const viewer = await requireWriter();
  const address = reviewAddress.safeParse(await params);
  if (!address.success) notFound();
  const today = dayIn(viewer.timeZone);
  const page = await asViewer(viewer, (db) => reviewPage(db, viewer, address.data.id, today, firstOpenDay()));
  if (!page) notFound();
  return <ReviewTogether {...page} partnerName={viewer.partnerName ?? ""} newEntryId={randomUUID()} />;
}
