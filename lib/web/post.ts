import "server-only";
import { getTranslations } from "next-intl/server";
import { Refusal } from "@/lib/errors";
import { requireSameOrigin } from "@/lib/web/request";

/** What a route answers to a form or a script of our own pages; 403 to any other, and a refusal in its words. */
export async function fromOurPages(work: () => Promise<Response>): Promise<Response> {
  try {
    await requireSameOrigin();
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return refused(error);
    throw error;
  }
}

async function refused({ reason, params }: Refusal): Promise<Response> {
  if (reason === "not_from_here") return answer(403);
  const said = (await getTranslations("refusals"))(reason, params);
  const headers = { "cache-control": "no-store", "content-type": "text/plain; charset=utf-8" };
  return new Response(said, { status: reason === "too_many_tries" ? 429 : 400, headers });
}

/** An answer without words, kept nowhere; `location` where it leads on. */
export const answer = (status: number, location?: string) =>
  new Response(null, { status, headers: { "cache-control": "no-store", ...(location ? { location } : {}) } });
