import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { columns } from "@/lib/coach/model";
import { type Lesson, learn, sheetsOf, teach } from "@/lib/coach/teaching";
import weights from "@/lib/coach/weights.json";

const FOLDER = "lib/coach/training";
const lessons: Lesson[] = readdirSync(FOLDER).flatMap((file) =>
  readFileSync(`${FOLDER}/${file}`, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => ({ ...JSON.parse(line), style: file })),
);

describe("what the coach has learned", () => {
  it("is what its texts teach: learned anew, a label has the same weights", () => {
    const { names, sheets } = sheetsOf(lessons)(() => true);
    expect(weights.features.map((line) => line.split("\t")[0])).toEqual(names);
    expect(weights.columns).toEqual(columns);
    const column = columns.indexOf("self-pity");
    const right = lessons.map((lesson) => lesson.labels.includes("self-pity"));
    const line = learn(sheets, right, names.length);
    const kept = weights.features.map((one) => Number(one.split("\t")[1]?.split(",")[column]));
    const apart = kept.filter(
      (weight, at) => Math.abs(weight - (line.weights[at] ?? 0) * weights.scale) > 1.01,
    );
    expect(apart.filter((weight) => Math.abs(weight) < 127)).toEqual([]);
    expect(weights.bias[column]).toBeCloseTo(line.bias, 2);
  });

  it("tells apart what differs, and says how well it does where a style was left out", () => {
    const made = (style: string, count: number): Lesson[] =>
      Array.from({ length: count }, (_, at) =>
        at % 2 === 0
          ? { text: `It was only number ${at}, nothing more.`, labels: ["minimizing"], positive: [], style }
          : { text: `I chose it, for number ${at}.`, labels: [], positive: ["ownership"], style },
      );
    const { told, components, weights: taught } = teach([...made("one", 20), ...made("two", 20)]);
    expect(told.map((labels) => labels.includes("minimizing"))).toEqual(
      Array.from({ length: 40 }, (_, at) => at % 2 === 0),
    );
    expect(components.find(({ component }) => component === "ownership")?.f1).toBe(1);
    expect(taught.features.find((line) => line.startsWith("onli\t"))).toBeDefined();
  });
});
