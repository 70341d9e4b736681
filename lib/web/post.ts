import "server-only";
import { Refusal } from "@/lib/errors";
import { requireSameOrigin } from "@/lib/web/request";

/** What a route answers to a form or a script of our own pages; 403 to any other. */
export async function fromOurPages(work: () => Promise<Response>): Promise<Response> {
  try {
    await requireSameOrigin();
  } catch (error) {
    if (error instanceof Refusal) return answer(403);
    throw error;
  }
  return work();
}

/** An answer without words, kept nowhere; `location` where it leads on. */
export const answer = (status: number, location?: string) =>
  new Response(null, { status, headers: { "cache-control": "no-store", ...(location ? { location } : {}) } });
