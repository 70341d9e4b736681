import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { STANDALONE } from "@/tests/support/server";

const MANIFEST = "functions-config-manifest.json";

/** A build as it is, but for its proxy.ts: a folder of links, to be removed by whoever asked for it. */
export function buildWithoutProxy(build = STANDALONE): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "keel-without-proxy-"));
  linkAll(build, "", { but: [".next", "server.js"], to: folder });
  // Node goes by where a program really lies.
  cpSync(join(build, "server.js"), join(folder, "server.js"));
  linkAll(build, ".next", { but: ["server"], to: folder });
  linkAll(build, ".next/server", { but: [MANIFEST, "middleware.js"], to: folder });
  const manifest = JSON.parse(readFileSync(join(build, ".next/server", MANIFEST), "utf8"));
  if (!manifest.functions["/_middleware"]) throw new Error("Next keeps its proxy elsewhere now");
  manifest.functions = {};
  writeFileSync(join(folder, ".next/server", MANIFEST), JSON.stringify(manifest));
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

function linkAll(build: string, within: string, { but, to }: { but: readonly string[]; to: string }): void {
  mkdirSync(join(to, within), { recursive: true });
  for (const name of readdirSync(join(build, within)))
    if (!but.includes(name)) symlinkSync(join(build, within, name), join(to, within, name));
}
