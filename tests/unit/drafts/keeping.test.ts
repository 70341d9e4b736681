import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keeping } from "@/components/forms/keeping";
import type { FormState } from "@/lib/web/form";

const done = (kept: string): FormState => ({ outcome: "done", shown: { kept } });
const PAUSE = 1_200;

/** A form with one field, and a server that answers what it is told to; without being told it has no answer yet. */
function aForm(begunWith = "") {
  let text = "";
  const saved: { note: FormDataEntryValue | null; kept: FormDataEntryValue | null }[] = [];
  const waiting: ((answer: FormState | null) => void)[] = [];
  const told: string[] = [];
  const keeper = keeping(
    {
      read: () => {
        const form = new FormData();
        form.set("note", text);
        return form;
      },
      save: (filled) => {
        saved.push({ note: filled.get("note"), kept: filled.get("kept") });
        return new Promise((resolve) => waiting.push(resolve));
      },
      tell: (how, say) => told.push(say ?? how),
    },
    begunWith,
  );
  return {
    ...keeper,
    saved,
    told,
    types: (words: string) => {
      text = words;
      keeper.typed();
    },
    passes: (ms: number) => vi.advanceTimersByTimeAsync(ms),
    answers: async (answer: FormState | null) => {
      waiting.shift()?.(answer);
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("what is typed is saved", () => {
  it("a moment after a pause, each time by the name it was kept by last", async () => {
    const form = aForm("n0");
    form.types("h");
    await form.passes(PAUSE - 1);
    form.types("half");
    await form.passes(PAUSE - 1);
    expect(form.saved).toEqual([]);
    await form.passes(1);
    await form.answers(done("n1"));
    form.types("half a");
    await form.passes(PAUSE);
    expect(form.saved).toEqual([
      { note: "half", kept: "n0" },
      { note: "half a", kept: "n1" },
    ]);
    expect(form.told).toEqual(["kept"]);
  });

  it("one after the other, with what was typed meanwhile", async () => {
    const form = aForm();
    form.types("half");
    await form.passes(PAUSE);
    form.types("half a sentence");
    await form.passes(60_000);
    expect(form.saved).toHaveLength(1);
    await form.answers(done("n1"));
    await form.passes(PAUSE);
    expect(form.saved.slice(1)).toEqual([{ note: "half a sentence", kept: "n1" }]);
  });

  it.each([
    ["hidden", false],
    ["left", true],
  ])("at once where the page is %s, and not again", async (_, forGood) => {
    const form = aForm();
    form.types("half");
    form.leaves(forGood);
    expect(form.saved).toEqual([{ note: "half", kept: "" }]);
    await form.answers(done("n1"));
    form.leaves(forGood);
    await form.passes(600_000);
    expect(form.saved).toHaveLength(1);
  });

  it("also where the page is left during a save, and twice more where there is no answer", async () => {
    const form = aForm();
    form.types("half");
    await form.passes(PAUSE);
    form.types("half a sentence");
    form.leaves(true);
    await form.answers(done("n1"));
    expect(form.saved.slice(1)).toEqual([{ note: "half a sentence", kept: "n1" }]);
    for (let time = 0; time < 5; time++) await form.answers(null);
    await form.passes(600_000);
    expect(form.saved.slice(1)).toEqual(Array(3).fill({ note: "half a sentence", kept: "n1" }));
  });

  it("also where what was under way when the page was left is never answered", async () => {
    const form = aForm();
    form.types("half");
    await form.passes(PAUSE);
    form.types("half a sentence");
    form.leaves(true);
    await form.answers(null);
    await form.answers(done("n1"));
    expect(form.saved).toEqual([
      { note: "half", kept: "" },
      { note: "half", kept: "" },
      { note: "half a sentence", kept: "n1" },
    ]);
  });

  it("and never what nobody touched", async () => {
    const form = aForm("n0");
    form.leaves(false);
    form.online();
    form.sent();
    form.answered({ outcome: "refused" });
    await form.passes(600_000);
    form.leaves(true);
    expect(form.saved).toEqual([]);
  });
});

describe("without an answer", () => {
  it("it says so and tries again, ever more slowly, until it can say that it is saved", async () => {
    const form = aForm();
    form.types("half");
    await form.passes(PAUSE);
    const gaps = [4_000, 8_000, 16_000, 32_000, 64_000, 120_000, 120_000];
    for (const [tries, gap] of gaps.entries()) {
      await form.answers(null);
      await form.passes(gap - 1);
      expect(form.saved).toHaveLength(tries + 1);
      await form.passes(1);
      expect(form.saved).toHaveLength(tries + 2);
    }
    await form.answers(done("n1"));
    await form.passes(600_000);
    expect(form.saved).toHaveLength(gaps.length + 1);
    expect(new Set(form.told.slice(0, -1))).toEqual(new Set(["lost"]));
    expect(form.told.at(-1)).toBe("back");
  });

  it("it tries at once when the connection is back", async () => {
    const form = aForm();
    form.types("half");
    await form.passes(PAUSE);
    await form.answers(null);
    form.online();
    expect(form.saved).toHaveLength(2);
  });

  it("it first sends the same again, which may have arrived, and then what was typed since", async () => {
    const form = aForm("n0");
    form.types("half");
    await form.passes(PAUSE);
    await form.answers(null);
    form.types("half a sentence");
    await form.passes(PAUSE);
    await form.answers(done("n1"));
    await form.passes(0);
    await form.answers(done("n2"));
    expect(form.saved).toEqual([
      { note: "half", kept: "n0" },
      { note: "half", kept: "n0" },
      { note: "half a sentence", kept: "n1" },
    ]);
    expect(form.told).toEqual(["lost", "back"]);
  });
});

describe("refused", () => {
  it("because another stands by now it says so and saves no more", async () => {
    const form = aForm("n0");
    form.types("half");
    await form.passes(PAUSE);
    await form.answers({ outcome: "refused", say: "newer text elsewhere", shown: { kept: "n9" } });
    form.types("half a sentence");
    form.online();
    await form.passes(600_000);
    form.leaves(true);
    expect(form.saved).toHaveLength(1);
    expect(form.told).toEqual(["newer text elsewhere"]);
  });

  it("for another reason it says so, and goes on with what is typed next", async () => {
    const form = aForm("n0");
    form.types("half");
    await form.passes(PAUSE);
    await form.answers({ outcome: "refused", say: "signed out" });
    await form.passes(600_000);
    expect(form.saved).toHaveLength(1);
    form.types("half a sentence");
    await form.passes(PAUSE);
    expect(form.saved.slice(1)).toEqual([{ note: "half a sentence", kept: "n0" }]);
    expect(form.told).toEqual(["signed out"]);
  });
});

describe("sending the form", () => {
  it("ends its keeping: nothing is saved while it is sent or once it is, whatever comes", async () => {
    const form = aForm();
    form.types("half");
    form.sent();
    form.types("half a sentence");
    form.leaves(false);
    form.online();
    await form.passes(600_000);
    form.answered({ outcome: "done" });
    form.leaves(true);
    await form.passes(600_000);
    expect(form.saved).toEqual([]);
  });

  it("ends it also where a save that had no answer was waiting", async () => {
    const form = aForm();
    form.types("half");
    await form.passes(PAUSE);
    form.sent();
    await form.answers(null);
    form.answered({ outcome: "done" });
    form.online();
    await form.passes(600_000);
    expect(form.saved).toHaveLength(1);
  });

  it("and it begins anew, by no name, with what is typed after it", async () => {
    const form = aForm("n0");
    form.types("whole");
    form.sent();
    form.answered({ outcome: "done" });
    form.types("another");
    await form.passes(PAUSE);
    expect(form.saved).toEqual([{ note: "another", kept: "" }]);
  });

  it("refused, goes on keeping what was typed, also before it was sent", async () => {
    const form = aForm("n0");
    form.types("half");
    form.sent();
    form.answered({ outcome: "refused" });
    await form.passes(PAUSE);
    expect(form.saved).toEqual([{ note: "half", kept: "n0" }]);
  });

  it("refused with its words kept, goes on from those", async () => {
    const form = aForm("n0");
    form.types("half");
    form.sent();
    form.answered({ outcome: "refused", shown: { kept: "n5" } });
    await form.passes(PAUSE);
    expect(form.saved).toEqual([{ note: "half", kept: "n5" }]);
  });
});

describe("a page that is drawn anew", () => {
  it("names the draft an untouched form shows now, and not one that was typed in", async () => {
    const form = aForm("n0");
    form.begins("n1");
    form.types("half");
    form.begins("n2");
    await form.passes(PAUSE);
    expect(form.saved).toEqual([{ note: "half", kept: "n1" }]);
  });
});
