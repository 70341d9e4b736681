import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's folder. Everything in .run works from there, wherever it was called from. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(ROOT);

/** A sentence for the person at the terminal, who needs no stack trace. */
export class Stopped extends Error {}

const SPOKEN = new Set(["Stopped", "LocalPostgresUnusable", "MigrationRefused", "KeysUnusable"]);

/** Errors that were written to be read are shown as sentences; anything else keeps its trace. */
export function tell(error) {
  const spoken = SPOKEN.has(error?.constructor?.name) || SPOKEN.has(error?.name);
  console.error(`\n${spoken ? error.message : (error?.stack ?? error)}\n`);
}

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Keel needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}
