// npm run shots: a picture of every screen into .shots/, on the demo couple's throw-away database.
import { readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { findBrowser } from "./browser.mjs";
import { endInOrder } from "./children.mjs";
import { load } from "./load.mjs";
import { prepare } from "./prepare.mjs";
import { during } from "./progress.mjs";
import { ROOT, Stopped, tell } from "./root.mjs";
import { throwAwayApp } from "./throw-away.mjs";

const FOLDER = join(ROOT, ".shots");
// Mail is configured, so that the pages about it are there; nothing listens at that address and nothing is sent.
const NO_ONE = "smtp://127.0.0.1:9";

const { onEnd, end, isEnding } = endInOrder();
try {
  await prepare({ build: true });
  const port = await freePort();
  const { origin } = await throwAwayApp({ onEnd, port, env: { SMTP_URL: NO_ONE, LOG_LEVEL: "error" } });
  const album = await during("Taking pictures (about eight minutes)", () => shoot(origin));
  if (album.missing.length > 0)
    throw new Stopped(`There is no picture of ${album.missing.join(", ")}. Take one in tests/support/shots.`);
  console.log(`${album.pictures} pictures of ${album.routes.length} pages are in .shots/.`);
  await end(0);
} catch (error) {
  if (!isEnding()) tell(error);
  await end(1);
}

async function shoot(origin) {
  const { Album } = await load("tests/support/album.ts");
  const { takeShots } = await load("tests/support/shots/index.ts");
  const { maren, jonas } = await load("prisma/seed/people.ts");
  const { chromium } = await import("@playwright/test");
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"],
  });
  onEnd(() => browser.close());
  process.env.E2E_URL = origin;
  rmSync(FOLDER, { recursive: true, force: true });
  const album = new Album(FOLDER, pages());
  await takeShots({ browser, album }, [maren, jonas]);
  return album;
}

/** Every page of the build. The last resort that Next makes itself cannot be visited. */
function pages() {
  const routes = JSON.parse(readFileSync(".next/app-path-routes-manifest.json", "utf8"));
  const made = Object.keys(routes).filter((file) => file.endsWith("/page") && file !== "/_global-error/page");
  return made.map((file) => routes[file]);
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
