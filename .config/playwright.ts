import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

export default defineConfig({
  testDir: at("tests/e2e"),
  outputDir: at(".cache/e2e"),
  globalSetup: at("tests/support/e2e-server.ts"),
  workers: 2,
  fullyParallel: true,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [["list"]],
  use: {
    baseURL: process.env.E2E_URL,
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    viewport: { width: 390, height: 844 },
    // A trace of every story costs as much again as the story; of one: --trace on.
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.TEST_CHROMIUM,
      args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"],
    },
  },
});
