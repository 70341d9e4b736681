// npm test: everything Keel promises, checked from a fresh clone. npm run check: the fast part of it.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "./browser.mjs";
import { endInOrder, endOf, start } from "./children.mjs";
import { migrate, openDatabase } from "./database.mjs";
import { isStandalone, prepare } from "./prepare.mjs";
import { during } from "./progress.mjs";
import { tell } from "./root.mjs";
import { playwrightCounts, printTally, vitestCounts } from "./tally.mjs";

const fast = process.argv.includes("--fast");
const reports = ".cache/reports";
const results = [];
const { onEnd, end, isEnding } = endInOrder();

try {
  await prepare({ build: false });
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });

  await check("types", [bin("next/dist/bin/next"), "typegen"], [bin("typescript/bin/tsc"), "--noEmit"]);
  await check("lint", [bin("@biomejs/biome/bin/biome"), "check", "."]);
  await check("floors", [bin("dependency-cruiser/bin/dependency-cruise.mjs"), "--config", ".config/dependency-cruiser.cjs", ...FLOORS()]);
  await vitest("unit");
  if (!fast) await heavier();
  await end(printTally(results) ? 0 : 1);
} catch (error) {
  if (!isEnding()) tell(error);
  if (results.length > 0 && !isEnding()) printTally(results);
  await end(1);
}

async function heavier() {
  const env = await testDatabase();
  await check("schema", {
    env,
    args: [bin("prisma/build/index.js"), "migrate", "diff", "--from-migrations", "prisma/migrations", "--to-schema", "prisma/schema", "--exit-code"],
  });
  await check("build", prepareBuild);
  await vitest("integration", env);
  await vitest("privacy", env);
  const browser = await during("Finding a browser", findBrowser);
  const report = join(reports, "e2e.json");
  await check("e2e", {
    args: [bin("@playwright/test/cli.js"), "test", "-c", ".config/playwright.ts", "--reporter=list,json"],
    env: { ...env, TEST_CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: join(process.cwd(), report) },
    counts: () => playwrightCounts(report),
  });
}
