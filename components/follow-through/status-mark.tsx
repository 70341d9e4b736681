import { statusLook } from "@/components/follow-through/status-look";
import { FeelingMark } from "@/components/ui/feeling-mark";
import type { FollowThroughStatus } from "@/lib/db/generated/enums";

/** What was said of a day, in its sign and its word. */
export function StatusMark({ status, label }: { status: FollowThroughStatus; label: string }) {
  return <FeelingMark {...statusLook[status]} label={label} />;
}
