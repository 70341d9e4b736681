import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { run } from "./children.mjs";
import { during } from "./progress.mjs";
import { ROOT } from "./root.mjs";

const SERVER = ".next/standalone";
const BUILD_STAMP = join(SERVER, ".keel-build");
const CLIENT = "lib/db/generated";
const CLIENT_STAMP = ".cache/prisma-client";

/** Each step is done only when what it is made from has changed. */
export async function prepare({ build }) {
  if (!isInstalled()) await install();
  const schema = hashOf(["prisma/schema", "node_modules/prisma/package.json"]);
  if (read(CLIENT_STAMP) !== schema || !existsSync(join(CLIENT, "client.ts"))) await generate(schema);
  if (build) {
    const sources = hashOf(SOURCES());
    if (read(BUILD_STAMP) !== sources) await buildServer(sources);
  }
}

/** Whether node_modules holds what the lock asks for, by npm's own note of what it installed. */
function isInstalled() {
  const installed = read("node_modules/.package-lock.json");
  if (!installed) return false;
  const there = JSON.parse(installed).packages;
  const wanted = Object.entries(JSON.parse(readFileSync("package-lock.json", "utf8")).packages);
  return wanted.every(
    ([path, { version, optional, devOptional }]) =>
      path === "" || optional || devOptional || there[path]?.version === version,
  );
}

async function install() {
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ["npm"];
  const [command, ...args] = [...npm, "ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  await during("Installing packages (a minute or two the first time)", () =>
    run(command, args, {
      failure:
        "The packages could not be installed. Check the connection to the npm registry, then start again.",
    }),
  );
}

async function generate(schema) {
  await during("Preparing the database client", () =>
    run(process.execPath, ["node_modules/prisma/build/index.js", "generate"], {
      failure: "Prisma could not make its client.",
    }),
  );
  stamp(CLIENT_STAMP, schema);
}

async function buildServer(sources) {
  rmSync(BUILD_STAMP, { force: true });
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  for (const name of ["DATABASE_URL", "SERVING_DATABASE_URL"]) delete env[name];
  await during("Building Keel (about half a minute)", () =>
    run(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
      env,
      failure: "Keel could not be built.",
    }),
  );
  rmSync(join(SERVER, ".next/static"), { recursive: true, force: true });
  cpSync(".next/static", join(SERVER, ".next/static"), { recursive: true });
  if (existsSync("public")) cpSync("public", join(SERVER, "public"), { recursive: true });
  // Next copies .env beside the server, and the owner's URL may stand in it.
  for (const name of readdirSync(SERVER)) if (name.startsWith(".env")) rmSync(join(SERVER, name));
  stamp(BUILD_STAMP, sources);
}

const SOURCES = () => [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema",
  "package-lock.json",
  "tsconfig.json",
  ".postcssrc.json",
  ...readdirSync(ROOT).filter((name) => /\.(ts|mjs|js)$/.test(name) && name !== "next-env.d.ts"),
];

function hashOf(paths) {
  const hash = createHash("sha256").update(process.version);
  for (const file of paths.flatMap(filesIn).sort()) hash.update(`\0${file}\0`).update(readFileSync(file));
  return hash.digest("hex");
}

function filesIn(path) {
  if (path === CLIENT || !existsSync(path)) return [];
  try {
    return readdirSync(path).flatMap((name) => filesIn(join(path, name)));
  } catch {
    return [path];
  }
}

function stamp(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function read(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
