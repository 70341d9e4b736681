import { execFileSync } from "node:child_process";
import {
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { LocalPostgresUnusable } from "./local-errors";

export const POSTGRES_MAJOR = "18";

/** Whether there is a database to start (true) or one to make (false). Refuses a folder it does not understand. */
export function holdsDatabase(folder: string): boolean {
  if (!existsSync(folder)) return false;
  if (!statSync(folder).isDirectory()) throw damaged(folder, "this is not a folder");
  refuseForeignOwner(folder);
  if (readdirSync(folder).length === 0) return false;
  const version = read(join(folder, "PG_VERSION"))?.trim();
  if (version && /^\d+$/.test(version) && version !== POSTGRES_MAJOR) {
    throw new LocalPostgresUnusable(
      `The database in ${folder} was made by Postgres ${version}, and this Keel brings Postgres ${POSTGRES_MAJOR}. Nothing was changed. Start it with the Keel that made it, or move the folder aside to begin with an empty one.`,
    );
  }
  if (version !== POSTGRES_MAJOR || !existsSync(join(folder, "global/pg_control"))) throw damaged(folder);
  return true;
}

/** Postgres insists on owning its data; a folder made under another account is that account's to start. */
function refuseForeignOwner(folder: string): void {
  const us = process.getuid?.();
  const owner = statSync(folder).uid;
  if (us === undefined || us === 0 || us === owner) return;
  throw new LocalPostgresUnusable(
    `The database in ${folder} belongs to another account of this machine (${owner}). Start Keel as that account, or give the folder to yours. Nothing was changed.`,
  );
}

export function damaged(folder: string, reason?: string): LocalPostgresUnusable {
  const why = reason ? ` The reason given: ${reason.replace(/\.?$/, ".")}` : "";
  return new LocalPostgresUnusable(
    `The database in ${folder} is damaged or incomplete.${why} Nothing was changed. Put the folder back from a backup, or move it aside to begin with an empty one.`,
  );
}

/** One start at a time owns the folder. A note left by a start that is gone does not count. */
export function claim(note: string): () => void {
  const holder = holderOf(note);
  if (holder) {
    throw new LocalPostgresUnusable(
      `Keel is already running from this folder (process ${holder}). Stop that one first, or use the page it serves.`,
    );
  }
  writeFileSync(note, `${process.pid}\n${bornAt(process.pid)}\n`);
  return () => rmSync(note, { force: true });
}

function holderOf(note: string): number | undefined {
  const [pid, born] = read(note)?.trim().split("\n") ?? [];
  const holder = Number(pid);
  const holds = holder > 0 && holder !== process.pid && isAlive(holder) && bornAt(holder) === born;
  return holds ? holder : undefined;
}

/** Where the Postgres listens that another process of ours has started on this folder, once it is ready. */
export function portInUse(note: string, folder: string): number | undefined {
  if (!holderOf(note)) return undefined;
  const [, , , port, , , , state] = read(join(folder, "postmaster.pid"))?.split("\n") ?? [];
  return state?.trim() === "ready" ? Number(port) : undefined;
}

/** A start that was killed can leave its Postgres running: that one is stopped, so that the next can begin. */
export async function stopOrphan(folder: string): Promise<void> {
  const lock = join(folder, "postmaster.pid");
  const pid = Number(read(lock)?.split("\n")[0]);
  if (pid > 0 && isAlive(pid) && isPostgresOf(folder, pid)) await stopPostgres(folder, pid);
  await untilUnused(folder);
  // Postgres would take any process of that number, even a dead one nobody collected, for its living predecessor.
  rmSync(lock, { force: true });
}

async function stopPostgres(folder: string, pid: number): Promise<void> {
  for (const signal of ["SIGINT", "SIGQUIT"] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    if (await gone(pid, 20_000)) return;
  }
  throw new LocalPostgresUnusable(
    `An earlier Postgres (process ${pid}) still uses ${folder} and does not stop. Stop that process and start again.`,
  );
}

/** The children of a killed Postgres leave by themselves, in a moment. */
async function untilUnused(folder: string): Promise<void> {
  for (let waited = 0; waited < 10_000; waited += 50) {
    if (!numbersIn("/proc").some((pid) => isAlive(pid) && worksIn(folder, pid))) return;
    await sleep(50);
  }
  throw new LocalPostgresUnusable(
    `Programs of an earlier Postgres still use ${folder}. Wait a little and start again.`,
  );
}

function numbersIn(place: string): number[] {
  return existsSync(place)
    ? readdirSync(place).flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []))
    : [];
}

async function gone(pid: number, patience: number): Promise<boolean> {
  for (let waited = 0; waited < patience; waited += 50) {
    if (!isAlive(pid)) return true;
    await sleep(50);
  }
  return false;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  // A process that ended but was not yet collected by its parent holds nothing any more.
  return !read(`/proc/${pid}/stat`)?.match(/^\d+ \(.*\) Z/s);
}

/** Process numbers are used again, so a process is known by its number and the moment it began. */
function bornAt(pid: number): string {
  const stat = read(`/proc/${pid}/stat`);
  if (stat)
    return `${read("/proc/sys/kernel/random/boot_id")?.trim()} ${stat.slice(stat.lastIndexOf(")")).split(" ")[20]}`;
  return ps(pid, "lstart=");
}

function isPostgresOf(folder: string, pid: number): boolean {
  return existsSync("/proc/self/cwd") ? worksIn(folder, pid) : ps(pid, "command=").includes("postgres");
}

/** Every process of a Postgres works in its data folder. */
function worksIn(folder: string, pid: number): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder);
  } catch {
    return false;
  }
}

function ps(pid: number, column: string): string {
  try {
    return execFileSync("ps", ["-o", column, "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return "";
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
