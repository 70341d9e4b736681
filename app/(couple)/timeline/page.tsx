import { TimelineView } from "@/components/timeline/timeline-view";
import { requireViewer } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { soughtBy, timelineFor } from "@/lib/timeline/queries";
import { timelineSearch } from "@/lib/timeline/schema";

export default async function TimelinePage({ searchParams }: PageProps<"/timeline">) {
  const viewer = await requireViewer();
  const search = timelineSearch.parse(await searchParams);
  const page = await asViewer(viewer, (db) => timelineFor(db, viewer, search));
  return (
    <TimelineView
      {...page}
      search={search}
      find={soughtBy(viewer, search)}
      path="/timeline"
      partnerName={viewer.partnerName}
    />
  );
}
