import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const root = fileURLToPath(new URL("..", import.meta.url));
const alias = { "@": root.replace(/\/$/, ""), "server-only": `${root}tests/support/server-only.ts` };
const withDatabase = {
  setupFiles: [`${root}tests/support/own-database.ts`],
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

const project = (name: string, extra: object = {}) => ({
  root,
  resolve: { alias },
  test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], ...extra },
});

/** What takes longest begins first, so that no worker ends alone with it; a fresh clone remembers no earlier run. */
const LONGEST = [
  "planted.test.ts",
  "http.test.ts",
  "http-actions.test.ts",
  "mutation.test.ts",
  "http-same.test.ts",
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
      project("unit", { testTimeout: 30_000 }),
      project("integration", withDatabase),
      project("privacy", {
        ...withDatabase,
        globalSetup: `${root}tests/support/shared-world.ts`,
        testTimeout: 300_000,
        hookTimeout: 180_000,
      }),
    ],
  },
});
