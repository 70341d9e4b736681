import { randomUUID } from "node:crypto";
import { redirect } from "next/navigation";
import { LeaveForm } from "@/components/left-check-ins/leave-form";
import { leftByExit } from "@/lib/auth/cookies";
import { requireLocked } from "@/lib/auth/gate";
import { dayIn } from "@/lib/time/day";

export default async function LeaveCheckInPage() {
  const { noticeRead, timeZone } = await requireLocked();
  if (!noticeRead || (await leftByExit())) redirect("/locked");
  return <LeaveForm entryId={randomUUID()} day={dayIn(timeZone)} />;
}
