import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const root = fileURLToPath(new URL("..", import.meta.url));
const alias = { "@": root.replace(/\/$/, ""), "server-only": `${root}tests/support/server-only.ts` };
const withDatabase = {
  setupFiles: [`${root}tests/support/own-database.ts`],
  sequence: { setupFiles: "list" as const },
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

type Settings = { readonly setupFiles: string[]; readonly [setting: string]: unknown };

/** A process reads its settings once. A file that has some of its own is apart, in a process to itself; all others share those of the workers. */
function projects(name: string, apart: readonly string[], { setupFiles, ...given }: Settings) {
  // What another process is waited for may take a machine that is busy with all else longer than a second.
  const settings = { ...given, expect: { poll: { timeout: 10_000 } } };
  const own = apart.map((file) => `tests/${name}/${file}.test.ts`);
  const shared = {
    include: [`tests/${name}/**/*.test.{ts,tsx}`],
    exclude: own,
    isolate: false,
    setupFiles: [...setupFiles, `${root}tests/support/shared-process.ts`],
  };
  return [
    { root, resolve: { alias }, test: { ...settings, name, ...shared } },
    { root, resolve: { alias }, test: { ...settings, name: `${name} apart`, include: own, setupFiles } },
  ];
}

/** What takes longest begins first, so that no worker ends alone with it; a fresh clone remembers no earlier run. */
const LONGEST = [
  "rotation.test.ts",
  "interrupted.test.ts",
  "planted.test.ts",
  "http-same.test.ts",
  "http.test.ts",
  "http-actions.test.ts",
  "mutation.test.ts",
];
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const turn = ({ moduleId }: TestSpecification) =>
      LONGEST.findIndex((name) => moduleId.endsWith(`/${name}`));
    const sorted = await super.sort(files);
    const first = sorted.filter((file) => turn(file) >= 0).sort((one, other) => turn(one) - turn(other));
    return [...first, ...sorted.filter((file) => turn(file) < 0)];
  }
}

export default defineConfig({
  root,
  test: {
    pool: "forks",
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      ...projects("unit", ["crypto/*", "safety/help-lines"], { setupFiles: [], testTimeout: 30_000 }),
      ...projects("integration", ["keys/*", "reminders/*", "accounts/by-mail"], withDatabase),
      ...projects("privacy", ["mails", "pool"], {
        ...withDatabase,
        globalSetup: `${root}tests/support/shared-world.ts`,
        testTimeout: 300_000,
        hookTimeout: 180_000,
      }),
    ],
  },
});
