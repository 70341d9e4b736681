import { Unlock } from "@/components/lock/unlock";
import { requireLocked } from "@/lib/auth/gate";

export default async function LockedPage() {
  const { pinTriesLeft, noticeRead } = await requireLocked();
  return <Unlock pinTriesLeft={pinTriesLeft} mayLeave={noticeRead} />;
}
