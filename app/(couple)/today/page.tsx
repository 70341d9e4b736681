import { randomUUID } from "node:crypto";
import { Today } from "@/components/check-ins/today";
import { requireWriter } from "@/lib/auth/gate";
import { todayPage } from "@/lib/check-ins/queries";
import { todaySearch } from "@/lib/check-ins/schema";
import { asViewer } from "@/lib/db/viewer";
import { dayIn } from "@/lib/time/day";

export default async function TodayPage({ searchParams }: PageProps<"/today">) {
  const viewer = await requireWriter();
  const today = dayIn(viewer.timeZone);
  const asked = todaySearch.parse(await searchParams).day;
  const day = asked && asked < today ? asked : today;
  const page = await asViewer(viewer, (db) => todayPage(db, viewer, day));
  return (
    <Today {...page} day={day} today={today} newEntryId={randomUUID()} partnerName={viewer.partnerName} />
  );
}
