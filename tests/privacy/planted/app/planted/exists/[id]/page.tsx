import { notFound } from "next/navigation";
import { requireViewer } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";

/** A page that knows a hidden id from one that nobody ever used. */
export default async function ExistsPage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await requireViewer();
  const { id } = await params;
  if (!/^[0-9a-f-]{36}$/.test(id)) notFound();
  const [row] = await asViewer(
    viewer,
    (db) => db.$queryRaw<{ there: boolean }[]>`select app.planted_exists(${id}::uuid) as there`,
  );
  if (!row?.there) notFound();
  return <p>This was taken back.</p>;
}
