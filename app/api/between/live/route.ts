import { readSession } from "@/lib/auth/cookies";
import { whoHolds } from "@/lib/auth/gate";
import { later, lookAgain } from "@/lib/web/live";

/** A page that stands open is not somebody who uses it. */
const NO_USE = { isUse: false };

/**
 * Server-sent events for whoever has the conversation open: each says only that there may be something to look at.
 * Answers 401 to nobody, and ends with the session or the couple, or when the device locks. Where it cannot be served now it says when to come back.
 */
export async function GET(request: Request): Promise<Response> {
  const token = (await readSession())?.sid;
  try {
    const viewer = token ? await whoHolds(token, NO_USE) : null;
    if (!token || !viewer)
      return new Response(null, { status: 401, headers: { "cache-control": "no-store" } });
    return lookAgain(request.signal, viewer, async () => {
      const now = await whoHolds(token, NO_USE);
      return now !== null && now.coupleId === viewer.coupleId;
    });
  } catch {
    return later();
  }
}

/** A stream has no head to ask for; without this it would be opened and never read. */
export const HEAD = () => new Response(null, { status: 405, headers: { "cache-control": "no-store" } });
