import { Unlock } from "@/components/lock/unlock";
import { leftByExit } from "@/lib/auth/cookies";
import { requireLocked } from "@/lib/auth/gate";
import { hasPasskey } from "@/lib/auth/passkeys";

export default async function LockedPage() {
  const locked = await requireLocked();
  const { pinTriesLeft, noticeRead } = locked;
  const mayLeave = noticeRead && !(await leftByExit());
  return <Unlock pinTriesLeft={pinTriesLeft} byPasskey={await hasPasskey(locked)} mayLeave={mayLeave} />;
}
