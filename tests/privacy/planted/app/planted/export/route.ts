import type { SignedIn } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { timelineFor } from "@/lib/timeline/queries";
import { timelineSearch } from "@/lib/timeline/schema";

/** A leaky route: it believes whoever its address names. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const viewer = { id: asked.get("of"), coupleId: asked.get("in"), partnerId: null } as unknown as SignedIn;
  const page = await asViewer(viewer, (db) => timelineFor(db, viewer, timelineSearch.parse({})));
  return Response.json(page, { headers: { "cache-control": "no-store" } });
}
