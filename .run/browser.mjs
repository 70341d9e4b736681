import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "./children.mjs";
import { ROOT, Stopped } from "./root.mjs";

const PLAIN = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"];
const MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * A Chromium that starts on this machine: the one that was asked for, or else the one among our packages, which is the same
 * for everybody and takes half the work of a whole browser; where it does not start, whatever is there, or a download.
 */
export async function findBrowser() {
  if (process.env.CHROMIUM) {
    if (await starts(process.env.CHROMIUM)) return process.env.CHROMIUM;
    throw new Stopped(
      `CHROMIUM is ${process.env.CHROMIUM}, which does not start. Unset it to let the tests look for another.`,
    );
  }
  const found = (await bundled().catch(() => undefined)) ?? (await wholeOne());
  if (found) return found;
  await run(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"], {
    failure:
      "No browser was found and none could be downloaded. Install Chromium, or name one in CHROMIUM, and run the tests again.",
  });
  const downloaded = await playwrights();
  if (downloaded) return downloaded;
  throw new Stopped(
    "The downloaded browser does not start here. Install Chromium with the system's packages, or name one in CHROMIUM.",
  );
}

/** One that keeps whole pages for Back, as people's browsers do and the one among our packages does not, if there is one. */
export const findWholeBrowser = async () => process.env.CHROMIUM ?? (await wholeOne());

const wholeOne = async () => (await playwrights()) ?? (await installed());

async function playwrights() {
  const { chromium } = await import("@playwright/test");
  const path = chromium.executablePath();
  return (await starts(path)) ? path : undefined;
}

async function installed() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  for (const path of [MAC, ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))]) {
    if (await starts(path)) return path;
  }
  return undefined;
}

/** The one among our packages (Linux on x64), with the libraries a bare machine lacks. */
async function bundled() {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const { version } = JSON.parse(readFileSync("node_modules/@sparticuz/chromium/package.json", "utf8"));
  const home = join(ROOT, ".cache", `chromium-${version}`);
  const wrapper = join(home, "chromium.sh");
  if (!existsSync(wrapper)) await unpack(home);
  return (await starts(wrapper)) ? wrapper : undefined;
}

async function unpack(home) {
  const unfinished = `${home}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const script =
    'const { default: chromium } = await import("@sparticuz/chromium"); await chromium.executablePath();';
  await run(process.execPath, ["--input-type=module", "-e", script], {
    // The package unpacks into the temporary folder, and its libraries only where it believes itself in Amazon's cloud.
    env: { ...process.env, TMPDIR: unfinished, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" },
    failure: "The browser among the packages could not be unpacked.",
  });
  rmSync(home, { recursive: true, force: true });
  renameSync(unfinished, home);
  writeWrapper(home);
}

function writeWrapper(home) {
  const file = join(home, "chromium.sh");
  const lines = [
    "#!/bin/sh",
    `export LD_LIBRARY_PATH="${home}/al2023/lib:$LD_LIBRARY_PATH"`,
    // A machine with fonts of its own keeps them.
    `[ -d /etc/fonts ] || export FONTCONFIG_PATH="${home}/fonts"`,
    `exec "${home}/chromium" "$@"`,
  ];
  writeFileSync(file, `${lines.join("\n")}\n`);
  chmodSync(file, 0o755);
}

/** A browser counts when it shows a page, not when its file is there. */
async function starts(path) {
  if (!existsSync(path)) return false;
  const { chromium } = await import("@playwright/test");
  try {
    const browser = await chromium.launch({ executablePath: path, args: PLAIN, timeout: 20_000 });
    const page = await browser.newPage();
    await page.setContent("<p>here</p>");
    const shown = await page.textContent("p");
    await browser.close();
    return shown === "here";
  } catch {
    return false;
  }
}
