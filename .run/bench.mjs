// npm run bench: how fast pages and saving are, each beside the smallest thing the same server can do, what saving a long
// packet costs the others, and how soon those who listen are told.
import { cpSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { endInOrder, endOf, start, stopChild } from "./children.mjs";
import { buildCopy } from "./copy.mjs";
import { prepare } from "./prepare.mjs";
import { during } from "./progress.mjs";
import { ROOT, Stopped, tell } from "./root.mjs";
import { throwAwayDatabase } from "./throw-away.mjs";

/** A copy of the sources with a few doors more than the product has. */
const COPY = ".cache/bench";
const SERVER = join(ROOT, COPY, ".next/standalone", COPY);
const SAY_MEMORY = new URL("./say-memory.mjs", import.meta.url).href;
const MEMORY_FILE = join(ROOT, COPY, "memory.json");
const LONGEST_MS = 8 * 60_000;

const { onEnd, end, isEnding } = endInOrder();
const late = setTimeout(() => {
  tell(new Stopped("The bench took more than eight minutes and was ended."));
  end(1);
}, LONGEST_MS);
late.unref();
try {
  await prepare({ build: false });
  onEnd(async () => rmSync(COPY, { recursive: true, force: true }));
  await during("Building Keel with bare doors beside its own", () =>
    buildCopy(COPY, (copy) => cpSync("tests/load/pages", join(copy, "app"), { recursive: true })),
  );
  const database = await throwAwayDatabase({ onEnd });
  const place = { ...database, port: await freePort() };
  const server = await serve(place);
  const code = await measure("bench", { ...place, server });
  if (code !== 0) await end(code);
  await stopChild(server);
  // What a server holds for one thing shows only in one that has held nothing else.
  for (const name of ["printing", "listeners"]) {
    const another = await serve(place);
    const ended = await measure(name, { ...place, server: another });
    if (ended !== 0) await end(ended);
    await stopChild(another);
  }
  await end(0);
} catch (error) {
  if (!isEnding()) tell(error);
  await end(1);
}

async function serve({ servingUrl, keysDir, port }) {
  const server = start(process.execPath, ["--expose-gc", "--import", SAY_MEMORY, "server.js"], {
    cwd: SERVER,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...settings({ servingUrl, keysDir, port }), HOSTNAME: "127.0.0.1", MEMORY_FILE },
  });
  for (let tries = 0; tries < 200; tries++) {
    const response = await fetch(`http://localhost:${port}/api/health`).catch(() => undefined);
    if (response?.ok) return server;
    await sleep(100);
  }
  throw new Stopped("The server to measure did not start.");
}

/** Runs what a file of tests/load exports under its own name. */
async function measure(name, { ownerUrl, servingUrl, keysDir, port, server }) {
  const script = `const { ${name} } = await import("./tests/load/${name}.ts"); await ${name}(); process.exit(0);`;
  const asServer = new URL("./as-server.mjs", import.meta.url).href;
  const child = start(
    process.execPath,
    ["--import", "tsx", "--import", asServer, "--input-type=module", "-e", script],
    {
      stdio: "inherit",
      env: {
        ...settings({ servingUrl, keysDir, port }),
        DATABASE_URL: ownerUrl,
        ORIGIN: `http://localhost:${port}`,
        BUILD: join(ROOT, COPY, ".next"),
        SERVER_PID: String(server.pid),
        MEMORY_FILE,
      },
    },
  );
  return endOf(child);
}

function settings({ servingUrl, keysDir, port }) {
  const { DATABASE_URL: _theirs, APP_URL: _elsewhere, SMTP_URL: _none, ...env } = process.env;
  return {
    ...env,
    NODE_ENV: "production",
    LOG_LEVEL: "error",
    PORT: String(port),
    SERVING_DATABASE_URL: servingUrl,
    KEYS_DIR: keysDir,
  };
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
