import { fileURLToPath } from "node:url";
import { defineConfig } from "prisma/config";

const inRepository = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

// Prisma's native engine is a download; ours comes with the packages and speaks the same protocol.
process.env.PRISMA_SCHEMA_ENGINE_BINARY = inRepository("prisma/engine.mjs");
process.env.PRISMA_HIDE_UPDATE_MESSAGE ??= "1";

export default defineConfig({
  schema: inRepository("prisma/schema"),
  migrations: { path: inRepository("prisma/migrations") },
  // DATABASE_URL is the owner's; `prisma generate` needs no database and so must not ask for one.
  datasource: {
    url: process.env.DATABASE_URL ?? "",
    ...(process.env.SHADOW_DATABASE_URL ? { shadowDatabaseUrl: process.env.SHADOW_DATABASE_URL } : {}),
  },
});
