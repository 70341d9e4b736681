import { Unlock } from "@/components/lock/unlock";
import { leftByExit } from "@/lib/auth/cookies";
import { requireLocked } from "@/lib/auth/gate";

export default async function LockedPage() {
  const { pinTriesLeft, noticeRead } = await requireLocked();
  return <Unlock pinTriesLeft={pinTriesLeft} mayLeave={noticeRead && !(await leftByExit())} />;
}
