import { lockHere } from "@/lib/auth/lock";
import { answer, fromOurPages } from "@/lib/web/post";

/** Locks this device. A plain form post, as signing out is. */
export const POST = () => fromOurPages(async () => answer(303, await lockHere()));
