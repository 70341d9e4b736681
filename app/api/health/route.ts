import { pool } from "@/lib/db/client";

/** For the container and the start program: whether this process can reach its database. Says nothing else. */
export async function GET(): Promise<Response> {
  const well = await pool().$queryRaw`select 1`.then(() => true).catch(() => false);
  const headers = { "cache-control": "no-store", ...(well ? {} : { "retry-after": "2" }) };
  return Response.json({ well }, { status: well ? 200 : 503, headers });
}
