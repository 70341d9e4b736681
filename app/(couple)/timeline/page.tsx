import { OwnTimeline } from "@/components/timeline/own-timeline";
import { requireViewer } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { withMarked } from "@/lib/therapy/queries";
import { soughtBy, timelineFor } from "@/lib/timeline/queries";
import { timelineSearch } from "@/lib/timeline/schema";

export default async function TimelinePage({ searchParams }: PageProps<"/timeline">) {
  const viewer = await requireViewer();
  const search = timelineSearch.parse(await searchParams);
  const find = soughtBy(viewer, search);
  const page = await asViewer(viewer, async (db) =>
    withMarked(db, viewer, await timelineFor(db, viewer, search, find)),
  );
  return (
    <OwnTimeline {...page} search={search} find={find} path="/timeline" partnerName={viewer.partnerName} />
  );
}
