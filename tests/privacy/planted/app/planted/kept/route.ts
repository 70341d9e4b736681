import { whoIsThere } from "@/lib/auth/gate";

/** An answer that a browser may keep, and show to whoever opens it next. */
export async function GET(): Promise<Response> {
  const viewer = await whoIsThere();
  if (!viewer) return new Response(null, { status: 401, headers: { "cache-control": "no-store" } });
  return Response.json({ name: viewer.name });
}
