import { existsSync, readFileSync } from "node:fs";

/** The last thing a test run prints: one line for each kind of check, and whether all of them hold. */
export function printTally(results) {
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
  const seconds = results.reduce((all, one) => all + one.seconds, 0);
  const ok = results.every((one) => one.ok);
  row("all", ok ? "ok" : "FAILED", sum("passed"), sum("failed"), sum("skipped"), seconds.toFixed(1));
  return ok;
}

export function vitestCounts(file) {
  const report = read(file);
  return (
    report && {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    }
  );
}

export function playwrightCounts(file) {
  const { stats } = read(file) ?? {};
  // A story that needed a second try is not a promise kept.
  return stats && { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}
