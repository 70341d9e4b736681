import { closeSession } from "@/lib/auth/sessions";
import { answer, fromOurPages } from "@/lib/web/post";

/**
 * A plain form post and not a server action: the whole document is left, so that Back finds nothing that the
 * router kept in memory.
 */
export const POST = () =>
  fromOurPages(async () => {
    await closeSession();
    return answer(303, "/");
  });
