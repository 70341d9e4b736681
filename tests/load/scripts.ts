import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Gzipped bytes of every script that a page asks for or names to be fetched with it, in a browser that knows modules. */
export async function scriptBytes(
  build: string,
  url: string,
  headers: Record<string, string>,
): Promise<number> {
  const html = await (await fetch(url, { headers, redirect: "error" })).text();
  const scripts = new Set(
    html.replace(/<script[^>]* noModule[^>]*>/gi, "").match(/static\/chunks\/[\w.~-]+\.js/g),
  );
  return [...scripts].reduce((sum, script) => sum + gzipSync(readFileSync(join(build, script))).length, 0);
}
