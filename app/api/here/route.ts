import { whoIsThere } from "@/lib/auth/gate";
import { answer, fromOurPages } from "@/lib/web/post";

/** Somebody is at the device, on a page that asks for nothing by itself. Answers 401 where it is locked by now, or over. */
export const POST = () => fromOurPages(async () => answer((await whoIsThere()) ? 204 : 401));
