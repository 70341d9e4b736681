import { closeSession } from "@/lib/auth/sessions";
import { Refusal } from "@/lib/errors";
import { requireSameOrigin } from "@/lib/web/request";

/**
 * A plain form post and not a server action: the whole document is left, so that Back finds nothing that the
 * router kept in memory. Answers 303 to the first page, or 403 to a form that is not ours.
 */
export async function POST(): Promise<Response> {
  try {
    await requireSameOrigin();
  } catch (error) {
    if (error instanceof Refusal)
      return new Response(null, { status: 403, headers: { "cache-control": "no-store" } });
    throw error;
  }
  await closeSession();
  return new Response(null, { status: 303, headers: { location: "/", "cache-control": "no-store" } });
}
