import { randomUUID } from "node:crypto";
import { ReviewsHome } from "@/components/reviews/reviews-home";
import { requireWriter } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { reviewsHome } from "@/lib/reviews/queries";

export default async function ReviewsPage() {
  const viewer = await requireWriter();
  const home = await asViewer(viewer, (db) => reviewsHome(db, viewer));
  return (
    <ReviewsHome
      {...home}
      partnerName={viewer.partnerName}
      timeZone={viewer.timeZone}
      newReviewId={randomUUID()}
    />
  );
}
