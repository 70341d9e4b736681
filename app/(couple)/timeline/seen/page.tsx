import { notFound } from "next/navigation";
import { SeenTimeline } from "@/components/visibility/seen-timeline";
import { requireViewer } from "@/lib/auth/gate";
import { throughPartnersEyes } from "@/lib/db/viewer";
import { soughtBy, timelineFor } from "@/lib/timeline/queries";
import { timelineSearch } from "@/lib/timeline/schema";
import { partnersSide } from "@/lib/visibility/rules";

export default async function SeenTimelinePage({ searchParams }: PageProps<"/timeline/seen">) {
  const viewer = await requireViewer();
  const side = partnersSide(viewer);
  if (!side || !viewer.partnerName) notFound();
  const search = timelineSearch.parse({ ...(await searchParams), who: "partner" });
  const find = soughtBy(viewer, search);
  const page = await throughPartnersEyes(viewer, (db) => timelineFor(db, side, search, find));
  return (
    <SeenTimeline
      {...page}
      search={search}
      find={find}
      ownName={viewer.name}
      partnerName={viewer.partnerName}
    />
  );
}
