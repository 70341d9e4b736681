import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(import.meta.dirname, "../../.cache/reports/privacy");

type Counted =
  | "doors"
  | "actions"
  | "tables"
  | "personas"
  | "checks"
  | "leaks"
  | "over-blocks"
  | "mutants"
  | "killed"
  | "equivalent"
  | "planted"
  | "caught";

/** What a test has counted itself, for the table at the end of a run: a line for each name. `since` is of performance.now(). */
export function report(name: string, counts: Partial<Record<Counted, number>>, since: number): void {
  const seconds = (performance.now() - since) / 1000;
  console.info(name, { ...counts, seconds: Math.round(seconds) });
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${name}.json`), JSON.stringify({ name, ...counts, seconds }));
}
