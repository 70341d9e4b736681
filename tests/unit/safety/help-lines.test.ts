import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, it, vi } from "vitest";

beforeAll(() => {
  process.env.SERVING_DATABASE_URL = "postgresql://nobody@localhost/nothing";
});

it("names an emergency number and at least one line of each kind for every country, in order", async () => {
  const { helpLines } = await import("@/lib/safety/queries");
  const countries = helpLines();
  expect(countries.length).toBeGreaterThan(10);
  for (const { emergency, crisis, abuse } of countries) {
    expect(emergency).toMatch(/^\d{3}$/);
    expect([crisis.length > 0, abuse.length > 0]).toEqual([true, true]);
  }
  expect(countries.map(({ country }) => country)).toEqual(countries.map(({ country }) => country).sort());
});

it("can be replaced by a list of one's own", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "keel-lines-")), "lines.json");
  writeFileSync(file, JSON.stringify([{ country: "Here", emergency: "999", crisis: [], abuse: [] }]));
  process.env.HELP_LINES_FILE = file;
  vi.resetModules();
  const { helpLines } = await import("@/lib/safety/queries");
  expect(helpLines().map(({ country }) => country)).toEqual(["Here"]);
});
