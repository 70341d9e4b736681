import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { endOf, start } from "./children.mjs";
import { migrate, openDatabase } from "./database.mjs";
import { Stopped } from "./root.mjs";
import { serve } from "./server.mjs";

/** A migrated database with keys of its own, both gone at the end. */
export async function throwAwayDatabase({ onEnd, name = "keel" }) {
  const keysDir = mkdtempSync(join(tmpdir(), "keel-keys-"));
  onEnd(async () => rmSync(keysDir, { recursive: true, force: true }));
  // Never the database that DATABASE_URL names: what is thrown away must be ours.
  const ownerUrl = await openDatabase({ onEnd, url: "", name });
  const { servingUrl } = await migrate(ownerUrl, keysDir);
  return { ownerUrl, servingUrl, keysDir };
}

/** Fills it with the demo couple, by prisma/seed.ts, which says how to sign in. */
export async function seed({ ownerUrl, servingUrl, keysDir, port }) {
  const child = start(
    process.execPath,
    ["--import", "tsx", "--import", AS_SERVER, "--input-type=module", "-e", SEED],
    {
      stdio: ["ignore", "inherit", "inherit"],
      env: {
        ...process.env,
        DATABASE_URL: ownerUrl,
        SERVING_DATABASE_URL: servingUrl,
        KEYS_DIR: keysDir,
        PORT: String(port),
        NODE_ENV: "production",
        LOG_LEVEL: "error",
      },
    },
  );
  if ((await endOf(child)) !== 0)
    throw new Stopped("The demo couple could not be written. What went wrong stands above.");
}

const AS_SERVER = new URL("./as-server.mjs", import.meta.url).href;
const SEED = 'const { seed } = await import("./prisma/seed.ts"); await seed(); process.exit(0);';

/** The built app on a throw-away database, for the demo, the pictures and the bench. */
export async function throwAwayApp({ onEnd, port, seeded = true, env = {} }) {
  const database = await throwAwayDatabase({ onEnd });
  if (seeded) await seed({ ...database, port });
  const server = await serve({ ...database, port, env: { ...withoutMail, ...env } });
  return { ...database, server, origin: `http://localhost:${port}` };
}

/** A demo writes to nobody. */
const withoutMail = { SMTP_URL: "", APP_URL: "" };
