import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const ROOT = join(import.meta.dirname, "../..");
const read = (file: string): unknown => JSON.parse(readFileSync(join(ROOT, ".next", file), "utf8"));

/** Every page and route the build serves, by its address pattern. */
export const builtRoutes = (): string[] =>
  [
    ...new Set(Object.values(z.record(z.string(), z.string()).parse(read("app-path-routes-manifest.json")))),
  ].sort();

/** Pages made beforehand, the same for everyone. */
export const builtBeforehand = (): string[] =>
  Object.keys(
    z.object({ routes: z.record(z.string(), z.unknown()) }).parse(read("prerender-manifest.json")).routes,
  ).sort();

export type BuiltAction = {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  readonly page: string;
};

const actions = z.object({
  node: z.record(
    z.string(),
    z.object({ filename: z.string(), exportedName: z.string(), workers: z.record(z.string(), z.unknown()) }),
  ),
  edge: z.record(z.string(), z.unknown()),
});

/** Every server action of the build: the id it is called by and a page that carries it. */
export function builtActions(): BuiltAction[] {
  const { node, edge } = actions.parse(read("server/server-reference-manifest.json"));
  if (Object.keys(edge).length > 0) throw new Error("an action runs on the edge, where no test looks");
  return Object.entries(node).map(([id, { filename, exportedName, workers }]) => ({
    id,
    name: exportedName,
    file: filename,
    page:
      Object.keys(workers)[0]
        ?.replace(/^app/, "")
        .replace(/\/\([^)]*\)/g, "")
        .replace(/\/page$/, "") || "/",
  }));
}

/** Every function that a file of actions exports, as the tests load it. */
export async function exportedActions(): Promise<{ name: string; file: string; made: unknown }[]> {
  const files = readdirSync(join(ROOT, "lib")).filter((noun) =>
    existsSync(join(ROOT, "lib", noun, "actions.ts")),
  );
  const found = [];
  for (const noun of files) {
    const module: Record<string, unknown> = await import(join(ROOT, "lib", noun, "actions.ts"));
    found.push(
      ...Object.entries(module).map(([name, made]) => ({ name, file: `lib/${noun}/actions.ts`, made })),
    );
  }
  return found;
}
