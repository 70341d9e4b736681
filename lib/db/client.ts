import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/lib/db/generated/client";
import { env } from "@/lib/env";

/** How long a request waits for a free connection before it is told that the server is busy. */
const PATIENCE_MS = 2_000;

function connect() {
  const adapter = new PrismaPg({
    connectionString: env().SERVING_DATABASE_URL,
    max: env().POOL_SIZE,
    connectionTimeoutMillis: PATIENCE_MS,
  });
  return new PrismaClient({
    adapter,
    errorFormat: "minimal",
    transactionOptions: { maxWait: PATIENCE_MS, timeout: 10_000 },
  });
}

const held = globalThis as { keelPool?: PrismaClient };

/** The one pool. Its login may do nothing by itself: reads and writes go through asViewer or asSystem. */
export function pool(): PrismaClient {
  held.keelPool ??= connect();
  return held.keelPool;
}

export type Db = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];
