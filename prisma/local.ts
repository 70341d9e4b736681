import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type Binaries, binariesFor } from "./local-binaries";
import { LocalPostgresUnusable } from "./local-errors";
import { claim, damaged, holdsDatabase, stopOrphan } from "./local-folder";
import { type Place, placeIn } from "./local-place";

export type LocalPostgres = {
  readonly port: number;
  /** The superuser's URL of one database on it. */
  readonly urlOf: (database: string) => string;
  readonly stop: () => Promise<void>;
  /** Settles when Postgres ends, asked or not. */
  readonly ended: Promise<void>;
};

type Options = {
  /** Holds postgres/ (the data), postgres.password and postgres.log. Left out: a throw-away, faster and less careful. */
  readonly home?: string;
  readonly port?: number;
  /** Made when it is missing. */
  readonly database?: string;
  /** For a throw-away whose URL a person wants to know by heart; otherwise random. */
  readonly password?: string;
  readonly say?: (sentence: string) => void;
};

/** Starts the Postgres that came with the packages, on 127.0.0.1 and behind a password. */
export async function startLocalPostgres(options: Options = {}): Promise<LocalPostgres> {
  const throwAway = options.home === undefined;
  const home = options.home ?? mkdtempSync(join(tmpdir(), "keel-postgres-"));
  mkdirSync(home, { recursive: true });
  const release = claim(join(home, "postgres.owner"));
  const letGo = () => (throwAway ? rmSync(home, { recursive: true, force: true }) : release());
  try {
    const place = placeIn(home, options.say ?? (() => {}));
    const binaries = binariesFor(place.account);
    const password = holdsDatabase(place.folder)
      ? passwordIn(home)
      : makeDatabase(home, place, binaries, options.password ?? randomBytes(24).toString("hex"));
    await stopOrphan(place.folder);
    const running = await launch({ home, place, binaries, password, throwAway, port: options.port });
    if (options.database) await ensureDatabase(running.urlOf("postgres"), options.database);
    return {
      ...running,
      stop: async () => {
        await running.stop();
        letGo();
      },
    };
  } catch (error) {
    letGo();
    throw error;
  }
}

function passwordIn(home: string): string {
  const file = join(home, "postgres.password");
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  throw new LocalPostgresUnusable(
    `The database in ${home} is there, but its password file postgres.password is not. Put the file back, or move ${home} aside to begin with an empty database.`,
  );
}

/** Made beside its place and moved there when it is whole: a crash in between leaves nothing half made. */
function makeDatabase(
  home: string,
  { folder, account, link }: Place,
  { initdb }: Binaries,
  password: string,
): string {
  // Written anew even when a file is there: without a database it opens nothing.
  rmSync(join(home, "postgres.password"), { force: true });
  writeFileSync(join(home, "postgres.password"), password, { mode: 0o600 });
  const unfinished = `${folder}.unfinished`;
  const shown = `${folder}.first-password`;
  rmSync(unfinished, { recursive: true, force: true });
  rmSync(shown, { force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(shown, password, { mode: 0o600 });
  if (account) for (const path of [unfinished, shown]) chownSync(path, account.uid, account.gid);
  const made = spawnSync(
    initdb,
    [
      `--pgdata=${unfinished}`,
      "--username=postgres",
      "--auth=scram-sha-256",
      `--pwfile=${shown}`,
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--no-instructions",
    ],
    { ...account, cwd: "/", encoding: "utf8" },
  );
  rmSync(shown);
  if (made.status !== 0) {
    throw new LocalPostgresUnusable(
      `The embedded Postgres could not make its data folder. It says: ${made.stderr.trim()}`,
    );
  }
  if (existsSync(folder)) rmSync(folder, { recursive: true });
  renameSync(unfinished, folder);
  if (link) symlinkSync(folder, link);
  return password;
}

type Launch = {
  home: string;
  place: Place;
  binaries: Binaries;
  password: string;
  throwAway: boolean;
  port?: number;
};

async function launch(start: Launch) {
  const { place, binaries, password, throwAway } = start;
  const port = start.port ?? (await freePort());
  const log = join(start.home, "postgres.log");
  const logged = openSync(log, "w", 0o600);
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "timezone=UTC",
    "log_timezone=UTC",
    // Details and statements can hold what a person wrote; the log must not.
    "log_error_verbosity=terse",
    "log_min_error_statement=panic",
    ...(throwAway
      ? ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"]
      : []),
  ];
  const server = spawn(
    binaries.postgres,
    ["-D", place.folder, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])],
    // Detached, so that Ctrl-C reaches the app first and its last writes find a database.
    { ...place.account, cwd: "/", detached: true, stdio: ["ignore", logged, logged] },
  );
  closeSync(logged);
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const urlOf = (database: string) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;
  await untilReady(server, urlOf("postgres"), (reason) =>
    refusal(place.folder, port, readFileSync(log, "utf8"), reason),
  );
  const watch = stopWhenWeAreGone(server);
  const stop = async () => {
    watch.kill("SIGKILL");
    server.kill(throwAway ? "SIGQUIT" : "SIGINT");
    const late = setTimeout(() => server.kill("SIGQUIT"), 20_000);
    await ended;
    clearTimeout(late);
  };
  return { port, urlOf, stop, ended };
}

/** A start that is killed cannot stop Postgres any more; this waits for its end at the other end of a pipe and does. */
function stopWhenWeAreGone(server: ChildProcess): ChildProcess {
  const watch = spawn("/bin/sh", ["-c", 'read -r _; kill -INT "$0"', String(server.pid)], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  watch.unref();
  return watch;
}

async function untilReady(server: ChildProcess, url: string, why: (reason?: string) => Error): Promise<void> {
  for (;;) {
    if (server.exitCode !== null || server.signalCode !== null) throw why();
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      const { code } = error as { code?: string };
      // 57P03: Postgres is up and repairs what a crash left unfinished.
      if (code !== "ECONNREFUSED" && code !== "57P03") {
        server.kill("SIGINT");
        throw code === "28P01" ? wrongPassword() : why((error as Error).message);
      }
      await sleep(40);
    }
  }
}

function wrongPassword(): Error {
  return new LocalPostgresUnusable(
    "The embedded database does not accept the password in postgres.password. Put back the file that belongs to this data folder.",
  );
}

function refusal(
  folder: string,
  port: number,
  log: string,
  reason = log.match(/(?:FATAL|PANIC): +(.+)/)?.[1],
): Error {
  if (/could not (bind|create any TCP\/IP sockets)/.test(log)) {
    return new LocalPostgresUnusable(
      `The embedded Postgres could not listen on port ${port}: another program does. Start again.`,
    );
  }
  return damaged(folder, reason);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

async function ensureDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
