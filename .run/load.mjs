import { join } from "node:path";
import { ROOT } from "./root.mjs";

/** Our TypeScript, run in this process. Only after the packages are installed. */
export async function load(file) {
  const { tsImport } = await import("tsx/esm/api");
  return tsImport(join(ROOT, file), { parentURL: import.meta.url, tsconfig: join(ROOT, "tsconfig.json") });
}
