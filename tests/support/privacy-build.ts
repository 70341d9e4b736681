import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { isWrapped } from "@/lib/web/action";
import { pages } from "@/tests/privacy/doors";

/** Where the sources are, and beside them what was built of them. */
export const ROOT = join(import.meta.dirname, "../..");
const read = (root: string, file: string): unknown =>
  JSON.parse(readFileSync(join(root, ".next", file), "utf8"));

/** Every page and route the build serves, by its address pattern. */
export const builtRoutes = (root = ROOT): string[] =>
  [
    ...new Set(
      Object.values(z.record(z.string(), z.string()).parse(read(root, "app-path-routes-manifest.json"))),
    ),
  ].sort();

/** Pages made beforehand, the same for everyone. */
const builtBeforehand = (root: string): string[] =>
  Object.keys(
    z.object({ routes: z.record(z.string(), z.unknown()) }).parse(read(root, "prerender-manifest.json"))
      .routes,
  ).sort();

/** The same for everyone: an icon, and what Next says when it is broken itself. */
export const madeBeforehand: readonly string[] = ["/_global-error", "/icon.svg"];

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
export function builtActions(root = ROOT): BuiltAction[] {
  const { node, edge } = actions.parse(read(root, "server/server-reference-manifest.json"));
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
async function exportedActions(root: string): Promise<{ name: string; file: string; made: unknown }[]> {
  const files = readdirSync(join(root, "lib")).filter((noun) =>
    existsSync(join(root, "lib", noun, "actions.ts")),
  );
  const found = [];
  for (const noun of files) {
    const module: Record<string, unknown> = await import(join(root, "lib", noun, "actions.ts"));
    found.push(
      ...Object.entries(module).map(([name, made]) => ({ name, file: `lib/${noun}/actions.ts`, made })),
    );
  }
  return found;
}

/** What is wrong with a build before anybody has knocked: doors that nobody listed, actions not made by the wrapper, pages made beforehand. */
export async function wrongWithBuild(root = ROOT): Promise<string[]> {
  const routes = builtRoutes(root);
  const exported = await exportedActions(root);
  const named = ({ name, file }: { name: string; file: string }) => `${file} ${name}`;
  const built = builtActions(root).map((action) =>
    named({ ...action, file: action.file.replace(/^.*(?=lib\/)/, "") }),
  );
  const inFiles = exported.map(named);
  return [
    ...routes.filter((route) => !(route in pages)).map((route) => `${route} is a door that nobody listed`),
    ...Object.keys(pages)
      .filter((route) => !routes.includes(route))
      .map((route) => `${route} is listed and not there`),
    ...built
      .filter((action) => !inFiles.includes(action))
      .map((action) => `${action} is an action outside lib/<noun>/actions.ts`),
    ...inFiles
      .filter((action) => !built.includes(action))
      .map((action) => `${action} is an action of no page`),
    ...exported
      .filter(({ made }) => !isWrapped(made))
      .map(({ name }) => `${name} was not made by the wrapper`),
    ...builtBeforehand(root)
      .filter((route) => !madeBeforehand.includes(route))
      .map((route) => `${route} was made beforehand, the same for everyone`),
  ];
}
