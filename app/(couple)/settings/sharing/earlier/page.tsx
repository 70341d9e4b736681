import { Earlier } from "@/components/visibility/earlier";
import { requireViewer } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { confirmingOf } from "@/lib/passkeys/queries";
import { shownOtherwise, startingPoint } from "@/lib/visibility/queries";
import { earlierSearch } from "@/lib/visibility/schema";

export default async function EarlierPage({ searchParams }: PageProps<"/settings/sharing/earlier">) {
  const viewer = await requireViewer();
  const { kind, shown: asked } = earlierSearch.parse(await searchParams);
  const page = await asViewer(viewer, async (db) => {
    const shown = asked ?? (await startingPoint(db, viewer, kind));
    const entries = await shownOtherwise(db, viewer, kind, shown);
    return { shown, entries, confirming: await confirmingOf(db, viewer) };
  });
  return <Earlier {...page} kind={kind} partnerName={viewer.partnerName} />;
}
