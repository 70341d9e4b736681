import { afterAll, expect } from "vitest";

const settings = { ...process.env };

// A process reads its settings once: what a file changes would go unheard in it, or be heard in the files that come after.
afterAll(() => {
  const names = Object.keys({ ...settings, ...process.env });
  const own = names.filter((name) => process.env[name] !== settings[name]);
  expect(own, "has settings of its own: list it as apart in .config/vitest.ts").toEqual([]);
});
