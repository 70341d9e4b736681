import { OwnTimeline } from "@/components/timeline/own-timeline";
import { requireViewer } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { markedAmong } from "@/lib/therapy/queries";
import { mineEverywhere, soughtBy } from "@/lib/timeline/queries";
import { timelineSearch } from "@/lib/timeline/schema";

export default async function MineEverywherePage({ searchParams }: PageProps<"/timeline/mine">) {
  const viewer = await requireViewer();
  const search = timelineSearch.parse(await searchParams);
  const find = soughtBy(viewer, search);
  const page = await asViewer(viewer, async (db) => {
    const page = await mineEverywhere(db, viewer, search, find);
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
    <OwnTimeline
      {...page}
      search={search}
      find={find}
      path="/timeline/mine"
      partnerName={viewer.partnerName}
    />
  );
}
