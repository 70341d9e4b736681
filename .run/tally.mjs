import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";

/** The last thing a test run prints: what failed and why, one line for each kind of check, and whether all of them hold. */
export function printTally(results) {
  const failures = results.flatMap(({ counts }) => counts?.failures ?? []);
  if (failures.length > 0) console.log("\nwhat failed");
  for (const { name, why } of failures) console.log(`${name}\n    ${firstLineOf(why)}`);
  const width = Math.max(...results.map(({ name }) => name.length), 5);
  const row = (...cells) =>
    console.log(
      cells.map((cell, i) => (i === 0 ? String(cell).padEnd(width) : String(cell).padStart(8))).join("  "),
    );
  console.log("");
  row("", "result", "passed", "failed", "skipped", "seconds");
  for (const { name, ok, counts, seconds } of results) {
    row(
      name,
      ok ? "ok" : "FAILED",
      counts?.passed ?? "",
      counts?.failed ?? "",
      counts?.skipped ?? "",
      seconds.toFixed(1),
    );
  }
  const sum = (key) => results.reduce((all, { counts }) => all + (counts?.[key] ?? 0), 0);
  const ok = results.every((one) => one.ok);
  // Some are asked at the same time.
  const seconds = process.uptime().toFixed(1);
  row("all", ok ? "ok" : "FAILED", sum("passed"), sum("failed"), sum("skipped"), seconds);
  return ok;
}

/** What the adversary tried and found, a line for each report that a test of tests/privacy has left. */
export function printPrivacy(folder) {
  if (!existsSync(folder)) return;
  const lines = readdirSync(folder)
    .map((file) => read(join(folder, file)))
    .sort((one, other) => one.name.localeCompare(other.name));
  const sum = (key) => lines.reduce((all, line) => all + (line[key] ?? 0), 0);
  const whole = {
    name: "all",
    checks: sum("checks"),
    leaks: sum("leaks"),
    "over-blocks": sum("over-blocks"),
  };
  console.log("\nwhat the adversary tried");
  for (const { name, ...counts } of [...lines, { ...whole, seconds: sum("seconds") }]) {
    const said = Object.entries(counts).map(
      ([what, count]) => `${Math.round(count).toLocaleString("en")} ${what}`,
    );
    console.log(`${name.padEnd(24)}  ${said.join(", ")}`);
  }
}

export function vitestCounts(file) {
  const report = read(file);
  return (
    report && {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
      failures: report.testResults.flatMap(failuresOfFile),
    }
  );
}

function failuresOfFile({ name, status, message, assertionResults }) {
  const file = relative(".", name);
  const failed = assertionResults.filter((one) => one.status === "failed");
  // Where nothing in it failed, the file itself did.
  if (status === "failed" && failed.length === 0) return [{ name: file, why: message }];
  return failed.map(({ fullName, failureMessages: [why] }) => ({ name: `${file}: ${fullName}`, why }));
}

export function playwrightCounts(file) {
  const { stats, suites } = read(file) ?? {};
  // A story that needed a second try is not a promise kept.
  return (
    stats && {
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
      skipped: stats.skipped,
      failures: suites.flatMap(failuresOfSuite),
    }
  );
}

function failuresOfSuite({ suites = [], specs }) {
  const own = specs.flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map(({ results }) => ({
        name: `${file}: ${title}`,
        why: results.find(({ error }) => error)?.error.message,
      })),
  );
  return [...own, ...suites.flatMap(failuresOfSuite)];
}

const firstLineOf = (why) => stripVTControlCharacters(why ?? "").split("\n")[0];

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}
