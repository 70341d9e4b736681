import { Acts } from "@/components/trends/acts";
import { requireViewer } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { dayIn, firstOpenDay } from "@/lib/time/day";
import { actsPage } from "@/lib/trends/queries";
import { trendsSearchOf } from "@/lib/trends/schema";

export default async function TrendsOfActsPage({ searchParams }: PageProps<"/trends/acts">) {
  const viewer = await requireViewer();
  const search = trendsSearchOf(viewer, await searchParams);
  const today = dayIn(viewer.timeZone);
  const page = await asViewer(viewer, (db) => actsPage(db, viewer, search, today, firstOpenDay()));
  return (
    <Acts
      {...page}
      search={search}
      onlooker={{ name: viewer.name, partnerName: viewer.partnerName, today }}
    />
  );
}
