import { randomUUID } from "node:crypto";
import { redirect } from "next/navigation";
import { LeaveForm } from "@/components/left-check-ins/leave-form";
import { requireLocked } from "@/lib/auth/gate";
import { dayIn } from "@/lib/time/day";

export default async function LeaveCheckInPage() {
  const { noticeRead, timeZone } = await requireLocked();
  if (!noticeRead) redirect("/locked");
  return <LeaveForm entryId={randomUUID()} day={dayIn(timeZone)} />;
}
