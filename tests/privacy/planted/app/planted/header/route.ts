import { whoIsThere } from "@/lib/auth/gate";
import { asSystem } from "@/lib/db/system";

/** A leaky header: the partner's address, which only its owner reads. */
export async function GET(): Promise<Response> {
  const viewer = await whoIsThere();
  const headers = new Headers({ "cache-control": "no-store" });
  if (!viewer) return new Response(null, { status: 401, headers });
  const { partnerId } = viewer;
  const partner = partnerId
    ? await asSystem([partnerId], (db) => db.account.findUnique({ where: { id: partnerId } }))
    : null;
  headers.set("x-with", partner?.email ?? "nobody");
  return new Response(null, { status: 204, headers });
}
