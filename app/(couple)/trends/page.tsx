import { randomUUID } from "node:crypto";
import { Numbers } from "@/components/trends/numbers";
import { requireViewer } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { dayIn } from "@/lib/time/day";
import { numbersPage } from "@/lib/trends/queries";
import { trendsSearchOf } from "@/lib/trends/schema";

export default async function TrendsPage({ searchParams }: PageProps<"/trends">) {
  const viewer = await requireViewer();
  const search = trendsSearchOf(viewer, await searchParams);
  const today = dayIn(viewer.timeZone);
  const page = await asViewer(viewer, (db) => numbersPage(db, viewer, search, today));
  return (
    <Numbers
      {...page}
      search={search}
      onlooker={{ name: viewer.name, partnerName: viewer.partnerName, today }}
      newEntryId={randomUUID}
    />
  );
}
