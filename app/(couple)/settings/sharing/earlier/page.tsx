import { Earlier } from "@/components/visibility/earlier";
import { requireViewer } from "@/lib/auth/gate";
import { recentlyConfirmed } from "@/lib/auth/sessions";
import { asViewer } from "@/lib/db/viewer";
import { shownOtherwise, startingPoint } from "@/lib/visibility/queries";
import { earlierSearch } from "@/lib/visibility/schema";

export default async function EarlierPage({ searchParams }: PageProps<"/settings/sharing/earlier">) {
  const viewer = await requireViewer();
  const { kind, shown: asked } = earlierSearch.parse(await searchParams);
  const page = await asViewer(viewer, async (db) => {
    const shown = asked ?? (await startingPoint(db, viewer, kind));
    return { shown, entries: await shownOtherwise(db, viewer, kind, shown) };
  });
  return (
    <Earlier {...page} kind={kind} partnerName={viewer.partnerName} asksAgain={!recentlyConfirmed(viewer)} />
  );
}
