import { OwnTimeline } from "@/components/timeline/own-timeline";
import { requireViewer } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { markedAmong } from "@/lib/therapy/queries";
import { soughtBy, timelineFor } from "@/lib/timeline/queries";
import { timelineSearch } from "@/lib/timeline/schema";

export default async function TimelinePage({ searchParams }: PageProps<"/timeline">) {
  const viewer = await requireViewer();
  const search = timelineSearch.parse(await searchParams);
  const find = soughtBy(viewer, search);
  const page = await asViewer(viewer, async (db) => {
    const page = await timelineFor(db, viewer, search, find);
    return {
      ...page,
      marked: await markedAmong(
        db,
        viewer,
        page.days.flatMap(({ entries }) => entries),
      ),
    };
  });
  return (
    <OwnTimeline {...page} search={search} find={find} path="/timeline" partnerName={viewer.partnerName} />
  );
}
