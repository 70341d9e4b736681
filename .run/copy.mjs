import { cpSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { run } from "./children.mjs";
import { ROOT } from "./root.mjs";

const SOURCES = [
  "app",
  "components",
  "lib",
  "instrumentation.ts",
  "proxy.ts",
  "tsconfig.json",
  ".postcssrc.json",
];

/** Builds a copy of the sources, in a folder two below the root, after `change` has made something else of it. */
export async function buildCopy(copy, change) {
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  symlinkSync("../../node_modules", join(copy, "node_modules"), "junction");
  for (const source of SOURCES) cpSync(source, join(copy, source), { recursive: true });
  cpSync("tests/load/next.config.ts", join(copy, "next.config.ts"));
  await change(copy);
  await run(process.execPath, [join(ROOT, "node_modules/next/dist/bin/next"), "build"], {
    cwd: copy,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    failure: "Keel could not be built.",
  });
}
