import { Logger, runMigrations } from "graphile-worker";
import pg from "pg";
import type { Owner } from "@/prisma/owner";

const quiet = new Logger(() => () => {});

/** The job library keeps its own tables and migrates them itself; here it does so as keel_jobs, who owns nothing else. */
export async function migrateJobTables({ client, url }: Owner): Promise<void> {
  const { rows } = await client.query<{ database: string }>("select current_database() as database");
  const database = client.escapeIdentifier(rows[0]?.database ?? "");
  await client.query("create schema if not exists graphile_worker authorization keel_jobs");
  await client.query(`grant create on database ${database} to keel_jobs`);
  const pgPool = new pg.Pool({
    connectionString: url,
    max: 1,
    onConnect: async (connection) => {
      await connection.query("set role keel_jobs");
    },
  });
  // The library asks for both handlers; what goes wrong is told by the query that met it.
  pgPool.on("error", () => {});
  pgPool.on("connect", (connection) => connection.on("error", () => {}));
  try {
    await runMigrations({ pgPool, schema: "graphile_worker", logger: quiet });
  } finally {
    await pgPool.end();
    await client.query(`revoke create on database ${database} from keel_jobs`);
  }
}
