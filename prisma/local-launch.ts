import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Binaries } from "./local-binaries";
import { LocalPostgresUnusable } from "./local-errors";
import { damaged } from "./local-folder";
import type { Place } from "./local-place";

type Launch = {
  home: string;
  place: Place;
  binaries: Binaries;
  password: string;
  throwAway: boolean;
  port?: number;
};

/** Starts the server on a made data folder and answers when it takes connections. */
export async function launch(start: Launch) {
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
  const urlOf = urlsOf(port, password);
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

export const urlsOf = (port: number, password: string) => (database: string) =>
  `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;

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
      // 57P03: Postgres is up and repairs what a crash left unfinished. A reset: it is just ending, and its log says why.
      if (code !== "ECONNREFUSED" && code !== "ECONNRESET" && code !== "57P03") {
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
