// npm run migrate: brings the database in DATABASE_URL up to date, as npm start does before it serves.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { migrate } from "./database.mjs";
import { ROOT, Stopped, tell } from "./root.mjs";

try {
  if (existsSync(".env")) process.loadEnvFile(".env");
  if (!process.env.DATABASE_URL)
    throw new Stopped(
      "DATABASE_URL is not set. Without it there is nothing to do here: npm start migrates its own database.",
    );
  await migrate(process.env.DATABASE_URL, resolve(ROOT, process.env.KEYS_DIR || ".keys"));
  console.log("The database is up to date.");
} catch (error) {
  tell(error);
  process.exitCode = 1;
}
