// npm test: everything Keel promises, checked from a fresh clone. npm run check: the fast part of it. npm run privacy: what
// the adversary may try, by itself.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { endInOrder, endOf, run, start } from "./children.mjs";
import { migrate, openDatabase } from "./database.mjs";
import { prepare } from "./prepare.mjs";
import { tell } from "./root.mjs";
import { playwrightCounts, printPrivacy, printTally, vitestCounts } from "./tally.mjs";

const TOOLS = {
  next: "next/dist/bin/next",
  tsc: "typescript/bin/tsc",
  biome: "@biomejs/biome/bin/biome",
  depcruise: "dependency-cruiser/bin/dependency-cruise.mjs",
  vitest: "vitest/vitest.mjs",
  prisma: "prisma/build/index.js",
  playwright: "@playwright/test/cli.js",
};
const REPORTS = ".cache/reports";
const only = process.argv[2];
const results = [];
const { onEnd, end, isEnding } = endInOrder();

try {
  await prepare({ build: false });
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  if (only !== "privacy") await withoutDatabase();
  if (only !== "fast") await withDatabase();
} catch (error) {
  if (!isEnding()) tell(error);
  results.push({ name: "the run itself", ok: false, seconds: 0 });
}
if (!isEnding()) {
  printPrivacy(join(REPORTS, "privacy"));
  await end(printTally(results) ? 0 : 1);
}

/** Types are one long thought: they leave the other core to what is asked beside them. */
async function withoutDatabase() {
  await Promise.all([check("types", typesFit), besideTypes()]);
}

async function typesFit() {
  const failure = "The types do not fit.";
  for (const [name, ...args] of [
    ["next", "typegen"],
    ["tsc", "--noEmit"],
  ])
    await run(...calling(name, args), { failure, env: environment() });
  return true;
}

async function besideTypes() {
  await check("lint", () => tool("biome", ["check", "."]));
  await check("floors", () =>
    tool("depcruise", [
      "--config",
      ".config/dependency-cruiser.cjs",
      "app",
      "components",
      "lib",
      "prisma",
      "proxy.ts",
      "instrumentation.ts",
    ]),
  );
  await vitest("unit");
}

async function withDatabase() {
  const env = await testDatabase();
  const build = () => check("build", () => prepare({ build: true }).then(() => true));
  if (only === "privacy") return (await build()) && vitest("privacy", env);
  const drift = [
    "migrate",
    "diff",
    "--from-migrations",
    "prisma/migrations",
    "--to-schema",
    "prisma/schema",
    "--exit-code",
  ];
  await check("schema drift", () => tool("prisma", drift, { DATABASE_URL: env.TEST_OWNER_URL }));
  const built = await build();
  await vitest("integration", env);
  if (!built) return;
  await vitest("privacy", env);
  await check("e2e", async (note) => {
    const { findBrowser, findWholeBrowser } = await import("./browser.mjs");
    const report = resolve(REPORTS, "e2e.json");
    const settings = { ...env, TEST_CHROMIUM: await findBrowser(), PLAYWRIGHT_JSON_OUTPUT_NAME: report };
    const whole = await findWholeBrowser();
    if (whole) settings.TEST_WHOLE_CHROMIUM = whole;
    const ok = await tool(
      "playwright",
      ["test", "-c", ".config/playwright.ts", "--reporter=list,json"],
      settings,
    );
    note(playwrightCounts(report));
    return ok;
  });
}

/** One throw-away Postgres for all, with a migrated database that each file of tests copies. */
async function testDatabase() {
  const keysDir = mkdtempSync(join(tmpdir(), "keel-test-keys-"));
  onEnd(async () => rmSync(keysDir, { recursive: true, force: true }));
  const template = "keel_template";
  const templateUrl = await openDatabase({ onEnd, url: "", name: template });
  await migrate(templateUrl, keysDir);
  const owner = new URL(templateUrl);
  owner.pathname = "/postgres";
  return { TEST_OWNER_URL: owner.href, TEST_TEMPLATE: template, TEST_KEYS_DIR: keysDir };
}

function vitest(project, env) {
  const report = join(REPORTS, `${project}.json`);
  return check(project, async (note) => {
    const projects = [project, `${project} apart`].flatMap((name) => ["--project", name]);
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const ok = await tool("vitest", ["run", "--config", ".config/vitest.ts", ...projects, ...reporters], env);
    note(vitestCounts(report));
    return ok;
  });
}

/** One line of the tally. What fails does not keep the rest from being checked. */
async function check(name, work) {
  if (isEnding()) return false;
  console.log(`\n── ${name}`);
  const since = Date.now();
  let counts;
  const ok = await work((found) => (counts = found)).catch((error) => {
    if (!isEnding()) tell(error);
    return false;
  });
  results.push({ name, ok: Boolean(ok), counts, seconds: (Date.now() - since) / 1000 });
  return ok;
}

async function tool(name, args, env = {}) {
  const child = start(...calling(name, args), { stdio: "inherit", env: environment(env) });
  return (await endOf(child)) === 0;
}

function calling(name, args) {
  return [process.execPath, [join("node_modules", TOOLS[name]), ...args]];
}

function environment(more) {
  const inherited = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
  for (const secret of ["DATABASE_URL", "SERVING_DATABASE_URL", "SMTP_URL", "APP_URL", "PORT"])
    delete inherited[secret];
  return { ...inherited, ...more };
}
