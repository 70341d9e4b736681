import { Feelings } from "@/components/trends/feelings";
import { requireViewer } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { dayIn } from "@/lib/time/day";
import { feelingsPage } from "@/lib/trends/queries";
import { trendsSearchOf } from "@/lib/trends/schema";

export default async function TrendsOfFeelingsPage({ searchParams }: PageProps<"/trends/feelings">) {
  const viewer = await requireViewer();
  const search = trendsSearchOf(viewer, await searchParams);
  const today = dayIn(viewer.timeZone);
  const page = await asViewer(viewer, (db) => feelingsPage(db, viewer, search, today));
  return (
    <Feelings
      {...page}
      search={search}
      onlooker={{ name: viewer.name, partnerName: viewer.partnerName, today }}
    />
  );
}
