import { requireViewer } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";

/** A count: how much there is between the two, with what is hidden. */
export default async function CountPage() {
  const viewer = await requireViewer();
  const [row] = await asViewer(
    viewer,
    (db) => db.$queryRaw<{ many: bigint }[]>`select app.planted_count(${viewer.coupleId}::uuid) as many`,
  );
  return <p>{String(row?.many)}</p>;
}
