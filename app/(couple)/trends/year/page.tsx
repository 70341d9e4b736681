import { Year } from "@/components/trends/year";
import { requireViewer } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { dayIn } from "@/lib/time/day";
import { yearPage } from "@/lib/trends/queries";
import { trendsSearchOf } from "@/lib/trends/schema";

export default async function TrendsOfAYearPage({ searchParams }: PageProps<"/trends/year">) {
  const viewer = await requireViewer();
  const search = trendsSearchOf(viewer, await searchParams);
  const today = dayIn(viewer.timeZone);
  const page = await asViewer(viewer, (db) => yearPage(db, viewer, search, today));
  return (
    <Year
      {...page}
      search={search}
      onlooker={{ name: viewer.name, partnerName: viewer.partnerName, today }}
    />
  );
}
