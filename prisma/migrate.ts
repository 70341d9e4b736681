import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { keysFor, rememberKeys } from "@/prisma/installation";
import { migrateJobTables } from "@/prisma/job-tables";
import { asOnlyOwner, MigrationRefused, type Owner } from "@/prisma/owner";
import { ensureGroups, servingLogin } from "@/prisma/serving-login";

const ROOT = join(import.meta.dirname, "..");

/**
 * Brings a database to where this code expects it, the same way in development, tests and production: Prisma's
 * migrations, the job library's, then the policies as they stand now. Safe to repeat. Answers the URL to serve with.
 */
export function migrate({
  ownerUrl,
  keysDir,
}: {
  ownerUrl: string;
  keysDir: string;
}): Promise<{ servingUrl: string }> {
  return asOnlyOwner(ownerUrl, async (owner) => {
    const keys = await keysFor(owner, keysDir);
    await ensureGroups(owner);
    if (await migrationsAreDue(owner)) await deployMigrations(owner);
    await rememberKeys(owner, keys);
    await migrateJobTables(owner);
    await applyPolicies(owner);
    return { servingUrl: await servingLogin(owner, keys) };
  });
}

/** Prisma's CLI needs a second to say that there is nothing to do, so its ledger is read first. */
async function migrationsAreDue({ client }: Owner): Promise<boolean> {
  const { rows: found } = await client.query(
    "select 1 where to_regclass('public._prisma_migrations') is not null",
  );
  if (found.length === 0) return true;
  const { rows } = await client.query<{ migration_name: string; checksum: string; done: boolean }>(
    `select migration_name, checksum, finished_at is not null as done
     from public._prisma_migrations where rolled_back_at is null`,
  );
  const folder = join(ROOT, "prisma/migrations");
  const names = readdirSync(folder, { withFileTypes: true }).flatMap((found) =>
    found.isDirectory() ? [found.name] : [],
  );
  const applied = new Map(rows.filter((row) => row.done).map((row) => [row.migration_name, row.checksum]));
  return (
    rows.some((row) => !row.done || !names.includes(row.migration_name)) ||
    names.some((name) => applied.get(name) !== checksum(join(folder, name, "migration.sql")))
  );
}

function checksum(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}

async function deployMigrations({ url }: Owner): Promise<void> {
  const cli = spawn(
    process.execPath,
    [join(ROOT, "node_modules/prisma/build/index.js"), "migrate", "deploy"],
    {
      cwd: ROOT,
      env: { ...process.env, DATABASE_URL: url, NO_COLOR: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let said = "";
  for (const stream of [cli.stdout, cli.stderr]) stream.on("data", (text) => (said += text));
  const code = await new Promise((resolve) => cli.once("close", resolve));
  if (code === 0) return;
  throw new MigrationRefused(`The database could not be brought up to date. Prisma says:\n\n${said.trim()}`);
}

/** All or none: a policy file that fails leaves the policies as they were. */
async function applyPolicies({ client }: Owner): Promise<void> {
  const folder = join(ROOT, "prisma/policies");
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort();
  await client.query("begin");
  for (const file of files) {
    await client.query(readFileSync(join(folder, file), "utf8")).catch((error: Error) => {
      throw new MigrationRefused(
        `prisma/policies/${file} could not be applied. Postgres says: ${error.message}.`,
      );
    });
  }
  await client.query("commit");
}
