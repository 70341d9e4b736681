// npm run coach:train: teaches the language coach from lib/coach/training and writes lib/coach/weights.json. Says how it
// did on each style while that style was left out. The same texts make the same file.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "./load.mjs";
import { prepare } from "./prepare.mjs";
import { during } from "./progress.mjs";
import { tell } from "./root.mjs";

const TEXTS = "lib/coach/training";
const WEIGHTS = "lib/coach/weights.json";

try {
  await prepare({ build: false });
  const lessons = readdirSync(TEXTS).flatMap((file) =>
    readFileSync(join(TEXTS, file), "utf8")
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => ({ ...JSON.parse(line), style: file })),
  );
  const { teach } = await load("lib/coach/teaching.ts");
  const { weights, told, components } = await during(`Learning from ${lessons.length} texts`, async () =>
    teach(lessons),
  );
  writeFileSync(WEIGHTS, `${JSON.stringify(weights, null, 1)}\n`);
  console.log(
    `\n${weights.features.length} features in ${WEIGHTS}. Each style, told by a model that was not taught it:\n`,
  );
  for (const style of [...new Set(lessons.map((lesson) => lesson.style)), ""])
    console.log(figures(style || "all", lessons, told, (lesson) => !style || lesson.style === style));
  for (const { component, f1 } of components) console.log(`${component.padEnd(22)} F1 ${f1.toFixed(2)}`);
} catch (error) {
  tell(error);
  process.exitCode = 1;
}

function figures(name, lessons, told, isOf) {
  const of = lessons
    .map((lesson, at) => ({ lesson, marked: told[at].length > 0 }))
    .filter(({ lesson }) => isOf(lesson));
  const share = (ones) => ones.filter(({ marked }) => marked).length / Math.max(1, ones.length);
  const flagged = of.filter(({ lesson }) => lesson.labels.length > 0);
  const clean = of.filter(({ lesson }) => lesson.labels.length === 0);
  const hard = clean.filter(({ lesson }) => lesson.note.startsWith("HN"));
  const percent = (number) => `${(100 * number).toFixed(1)} %`.padStart(7);
  return `${name.padEnd(22)} found ${percent(share(flagged))}, false alarms ${percent(share(clean))}, hard ones ${percent(share(hard))}`;
}
