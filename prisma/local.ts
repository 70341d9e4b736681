import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { type Binaries, binariesFor } from "./local-binaries";
import { LocalPostgresUnusable } from "./local-errors";
import { claim, holdsDatabase, portInUse, stopOrphan } from "./local-folder";
import { launch, urlsOf } from "./local-launch";
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

/** The Postgres of the Keel that runs from this folder, or our own on the same data for as long as it is needed. Makes none. */
export async function reachLocalPostgres(home: string): Promise<Pick<LocalPostgres, "urlOf" | "stop">> {
  const folder = join(home, "postgres");
  if (!existsSync(folder))
    throw new LocalPostgresUnusable(
      `There is no database in ${home} yet, and DATABASE_URL names none. npm start makes one. Nothing was changed.`,
    );
  const port = portInUse(join(home, "postgres.owner"), folder);
  if (port === undefined) return startLocalPostgres({ home });
  return { urlOf: urlsOf(port, passwordIn(home)), stop: async () => {} };
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
