// npm run --silent coach:score -- FILE.jsonl: reads lines of {"id","text"} and writes lines of {"id","labels"}.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { load } from "./load.mjs";
import { prepare } from "./prepare.mjs";
import { Stopped, tell } from "./root.mjs";

const [file] = process.argv.slice(2);
try {
  if (!file) throw new Stopped("Which file? npm run --silent coach:score -- FILE.jsonl");
  const texts = textsIn(resolve(process.env.INIT_CWD ?? ".", file));
  await prepare({ build: false });
  const { labelsOf } = await load("lib/coach/reading.ts");
  for (const { id, text } of texts) console.log(JSON.stringify({ id, labels: labelsOf(text) }));
} catch (error) {
  tell(error);
  process.exitCode = 1;
}

function textsIn(path) {
  return read(path)
    .split("\n")
    .flatMap((line, at) => (line.trim() === "" ? [] : [textOf(line, `${path}:${at + 1}`)]));
}

function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new Stopped(`There is no file to read at ${path}.`);
  }
}

function textOf(line, place) {
  let one;
  try {
    one = JSON.parse(line);
  } catch {
    throw new Stopped(`${place} is not JSON.`);
  }
  if (typeof one?.text !== "string" || one.id === undefined)
    throw new Stopped(`${place} has no "id", or its "text" is no string.`);
  return one;
}
