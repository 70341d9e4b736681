import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { countShifts } from "@/components/exit/shifts";

let told: number[];
let stop: () => void;
let page: EventTarget;

beforeEach(() => {
  vi.useFakeTimers();
  page = new EventTarget();
  vi.stubGlobal("window", page);
  told = [];
  stop = countShifts((times) => told.push(times));
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const key = (kind: "keydown" | "keyup", name: string, repeat = false) =>
  page.dispatchEvent(Object.assign(new Event(kind), { key: name, repeat }));
const press = (name: string) => {
  key("keydown", name);
  key("keyup", name);
};

describe("Shift, pressed by itself", () => {
  it("is counted up to three", () => {
    for (let times = 0; times < 3; times++) press("Shift");
    expect(told).toEqual([1, 2, 3]);
  });

  it("is counted once however long it is held", () => {
    key("keydown", "Shift");
    for (let held = 0; held < 20; held++) key("keydown", "Shift", true);
    key("keyup", "Shift");
    expect(told).toEqual([1]);
  });

  it("is forgotten five seconds after the last time", () => {
    press("Shift");
    vi.advanceTimersByTime(4_900);
    press("Shift");
    vi.advanceTimersByTime(5_000);
    press("Shift");
    expect(told).toEqual([1, 2, 0, 1]);
  });

  it("is not what makes a capital letter, and is forgotten when something is typed", () => {
    for (let times = 0; times < 3; times++) {
      key("keydown", "Shift");
      press("A");
      key("keyup", "Shift");
    }
    expect(told).toEqual([]);
    press("Shift");
    press("Shift");
    press("a");
    press("Shift");
    expect(told).toEqual([1, 2, 0, 1]);
  });
});
