import { readSession } from "@/lib/auth/cookies";
import { whoHolds } from "@/lib/auth/gate";
import { lookAgain } from "@/lib/web/live";

/**
 * Server-sent events for whoever has the conversation open: each says only that there may be something to look at.
 * Answers 401 to nobody, 503 where too many are open, and ends with the session or the couple.
 */
export async function GET(request: Request): Promise<Response> {
  const token = (await readSession())?.sid;
  const viewer = token ? await whoHolds(token) : null;
  if (!token || !viewer) return new Response(null, { status: 401, headers: { "cache-control": "no-store" } });
  return lookAgain(request.signal, viewer, async () => {
    const now = await whoHolds(token);
    return now !== null && now.coupleId === viewer.coupleId;
  });
}
