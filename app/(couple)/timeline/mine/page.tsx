import { OwnTimeline } from "@/components/timeline/own-timeline";
import { requireViewer } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { withMarked } from "@/lib/therapy/queries";
import { mineEverywhere, soughtBy } from "@/lib/timeline/queries";
import { timelineSearch } from "@/lib/timeline/schema";

export default async function MineEverywherePage({ searchParams }: PageProps<"/timeline/mine">) {
  const viewer = await requireViewer();
  const search = timelineSearch.parse(await searchParams);
  const find = soughtBy(viewer, search);
  const page = await asViewer(viewer, async (db) =>
    withMarked(db, viewer, await mineEverywhere(db, viewer, search, find)),
  );
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
