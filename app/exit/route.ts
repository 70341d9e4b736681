import { exitHere } from "@/lib/auth/lock";
import { env } from "@/lib/env";
import { answer, fromOurPages } from "@/lib/web/post";

/** Leaves the page that was open: locks this device, or ends its session, whoever it is, and leads to where nothing is said. */
export const POST = () =>
  fromOurPages(async () => {
    await exitHere();
    return answer(303, env().exit);
  });
