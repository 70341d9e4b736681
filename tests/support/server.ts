import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { stopChild } from "@/.run/children.mjs";
import { keysDir, type TestDatabase } from "@/tests/support/database";
import { freePort } from "@/tests/support/free-port";

export type TestServer = {
  readonly url: string;
  readonly child: ChildProcess;
  readonly log: () => string;
  readonly stop: () => Promise<void>;
};

export const STANDALONE = fileURLToPath(new URL("../../.next/standalone", import.meta.url));
const LEAVES_WITH_US = fileURLToPath(new URL("../../.run/leave-with-parent.mjs", import.meta.url));

/** The built server as it is shipped, on a free port, over a database of the test's own. `before` is loaded into it first. */
export async function startServer(
  database: TestDatabase,
  settings: Record<string, string> = {},
  before: readonly string[] = [],
  folder = STANDALONE,
): Promise<TestServer> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const loaded = [...before, LEAVES_WITH_US].flatMap((file) => ["--import", file]);
  const child = spawn(process.execPath, [...loaded, "server.js"], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      HOSTNAME: "127.0.0.1",
      PORT: String(port),
      APP_URL: url,
      SERVING_DATABASE_URL: database.servingUrl,
      KEYS_DIR: keysDir(),
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (text) => (said += text));
  await answers(`${url}/api/health`, () => said);
  // It would wait for as long as a browser holds a connection that it has asked nothing by.
  const stop = () => stopChild(child, 2_000);
  return { url, child, log: () => said, stop };
}

async function answers(url: string, log: () => string): Promise<void> {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; ) {
    const well = await fetch(url)
      .then((answer) => answer.ok)
      .catch(() => false);
    if (well) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the server did not come up:\n${log()}`);
}
