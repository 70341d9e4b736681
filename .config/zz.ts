import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));
const alias = { "@": root.replace(/\/$/, ""), "server-only": `${root}tests/support/server-only.ts` };
const withDatabase = {
  setupFiles: [`${root}tests/support/own-database.ts`],
  testTimeout: 900_000,
  hookTimeout: 600_000,
};

const project = (name: string, extra: object = {}) => ({
  root,
  resolve: { alias },
  test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], ...extra },
});

export default defineConfig({
  root,
  test: {
    pool: "forks",
    maxWorkers: 2,
    projects: [
      project("unit"),
      project("integration", withDatabase),
      project("privacy", { ...withDatabase, testTimeout: 900_000 }),
    ],
  },
});
