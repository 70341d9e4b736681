import { createConnection, createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { start } from "./children.mjs";
import { ROOT, Stopped } from "./root.mjs";

const LEAVE = new URL("./leave-with-parent.mjs", import.meta.url).href;

export function wantedPort() {
  const text = process.env.PORT || "3000";
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Stopped(`PORT is "${text}", which is not a port. Choose a number between 1 and 65535.`);
}

/** Listens for this machine only, unless an APP_URL says that others come in from outside. */
export const wantedHost = () => process.env.HOST || (process.env.APP_URL ? "0.0.0.0" : "127.0.0.1");

export async function refuseTakenPort(port, host = wantedHost()) {
  if ((await canListen(port, host)) && !(await answers(port))) return;
  throw new Stopped(
    `Port ${port} is taken by another program, perhaps a Keel that is already running. Stop that one, or choose another port: PORT=${port + 1} npm start`,
  );
}

const canListen = (port, host) =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => {
      if (error.code === "EADDRINUSE") resolve(false);
      else if (error.code === "EACCES")
        reject(new Stopped(`Port ${port} needs more rights than this account has. Choose one above 1023.`));
      else reject(error);
    });
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });

/** On some systems one can listen beside a program that holds the port for all addresses. */
const answers = (port) =>
  new Promise((resolve) => {
    const probe = createConnection({ port, host: "localhost" });
    probe.once("connect", () => resolve(true) || probe.destroy());
    probe.once("error", () => resolve(false));
  });

/** Starts the built server with the powerless login only, and answers when it serves. */
export async function serve({ servingUrl, keysDir, port, env = {} }) {
  const inherited = { ...process.env };
  for (const name of ["DATABASE_URL", "SHADOW_DATABASE_URL", "PGPASSWORD", "PGUSER"]) delete inherited[name];
  const child = start(process.execPath, ["--import", LEAVE, "server.js"], {
    cwd: join(ROOT, ".next/standalone"),
    // Detached, so that Ctrl-C reaches us alone and things end in order.
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: {
      ...inherited,
      NODE_ENV: "production",
      PORT: String(port),
      HOSTNAME: wantedHost(),
      KEYS_DIR: keysDir,
      SERVING_DATABASE_URL: servingUrl,
      ...env,
    },
  });
  passOn(child);
  await untilServing(child, port);
  return child;
}

/** The app's own lines are JSON and go on; the framework's greeting does not. */
function passOn(child) {
  createInterface({ input: child.stdout }).on("line", (line) => line.startsWith("{") && console.log(line));
  child.stderr.on("data", (text) => process.stderr.write(text));
}

async function untilServing(child, port) {
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Stopped("Keel's server ended before it could serve. What it said stands above.");
    const response = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => undefined);
    if (response?.ok) return;
    await sleep(60);
  }
  throw new Stopped("Keel's server started but does not answer /api/health.");
}
