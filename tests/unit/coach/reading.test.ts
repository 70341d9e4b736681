import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adviceOn } from "@/lib/coach/advice";
import { labels } from "@/lib/coach/labels";
import { labelsOf, read } from "@/lib/coach/reading";
import { places } from "@/lib/coach/rules";

const ended = (text: string) => text.padEnd(5_000, " I was there.");

/** The don't-say lines of the two articles and their second-person variants, each with a label that it must have. */
const DO_NOT_SAY = [
  ["It was just a mistake.", "minimizing"],
  ["It didn’t mean anything.", "minimizing"],
  ["You weren’t giving me what I needed.", "blame-shifting"],
  ["I already said I’m sorry; why is he still so upset?", "pressuring"],
  ["I already said I’m sorry; why are you still so upset?", "pressuring"],
  ["I admitted my mistake—what else does he want from me?", "pressuring"],
  ["Does he want to punish me forever?", "self-pity"],
  ["Do you want to punish me forever?", "self-pity"],
  ["Get over it.", "pressuring"],
  ["When will you forgive me?", "pressuring"],
] as const;

/** The do-say lines of the two articles, each with a component that is to be recognised. */
const DO_SAY = [
  ["I betrayed your trust, and take full responsibility for that.", "ownership"],
  ["I know I hurt you, and I will do whatever it takes to regain your trust.", "repair"],
  ["This is 100% on me, and I understand why it’s hard for you to forgive me.", "empathy"],
  ["I know this will take time, and I’m here for the long haul.", "patience"],
  ["I don’t expect you to forgive me yet, but I’ll keep proving my love and commitment to you.", "patience"],
  [
    "I am so sorry for what I’ve done and the pain I’ve caused. There is no good excuse for it, and I wish I could take away your pain.",
    "remorse",
  ],
] as const;

describe("what a draft is marked with", () => {
  it.each(DO_NOT_SAY)("%s", (text, label) => {
    expect(labelsOf(text)).toContain(label);
  });

  it.each(DO_SAY)("nothing: %s", (text, component) => {
    expect(labelsOf(text)).toEqual([]);
    expect(read(text)).toMatchObject({ says: "nothing", there: expect.arrayContaining([component]) });
  });

  it.each([
    "You said 'it was just a mistake' and that hurt.",
    "You said “it was just a mistake” and that hurt.",
    "I told you to calm down. I had no right to say that.",
    "I had been drinking. The drink did not open the phone; I did.",
    "It was not just a mistake. I chose it, again and again.",
    "I really fucked up, and that is on me.",
    "I'm sorry, but I know that sorry is nowhere near enough.",
    "If you want me to stay somewhere else for a while, I will, and I come back when you say.",
  ])("nothing: %s", (text) => {
    expect(read(text).says).toBe("nothing");
  });

  it("is the same for typographic and for typed marks, and for what a phone writes", () => {
    expect(labelsOf("It didn’t mean anything—really.")).toEqual(
      labelsOf("It didn't mean anything -- really."),
    );
    expect(labelsOf("u werent giving me what i needed")).toContain("blame-shifting");
  });

  it.each([
    "",
    "   \n\n ",
    "🙂🙂🙂",
    "👍",
    "Es tut mir leid, dass ich dich verletzt habe. Es war nur ein Fehler und du übertreibst.",
    "Ce n’était qu’une erreur, tu exagères et il faut passer à autre chose maintenant.",
    "Lo siento si te hice daño, pero tú nunca estabas en casa.",
    "Het spijt me, maar jij was er nooit en het was maar één keer.",
    "Przepraszam, jeśli cię to zraniło, ale to był tylko jeden raz.",
    "ごめんなさい、でもたった一度のことでした。",
    "أنا آسف إذا كنت قد آذيتك، لكن الأمر لم يعنِ شيئًا.",
    `${"It was just a mistake. ".repeat(500)}`,
  ])("nothing where there is nothing to read: %j", (text) => {
    expect(read(text)).toEqual({ says: "nothing", there: [] });
    expect(labelsOf(text)).toEqual([]);
  });

  it("is found wherever it stands in a long draft", () => {
    const before = "On Monday I was at the office until six. I rang you from the train. ".repeat(6);
    const text = `${before}You weren't giving me what I needed.`;
    const reading = read(text);
    expect(reading.says).toBe("suggestions");
    const spans = reading.says === "suggestions" ? reading.suggestions.flatMap((one) => one.spans) : [];
    expect(spans.map(({ from, to }) => text.slice(from, to))).toContain(
      "You weren't giving me what I needed.",
    );
  });
});

describe("what is never labelled on screen", () => {
  it.each([
    "I don't want to live any more.",
    "Sometimes I think about killing myself.",
    "You'd all be better off without me.",
    "i cant go on",
    "I keep thinking it would be easier if I weren't here.",
    "There is no point in going on, I could just drive into a wall.",
    "I wish I'd never been born.",
    "I no longer want to live.",
    "I don't really want to live.",
    "I don't even want to be here any more.",
    "I don't deserve to live.",
    "I can't live with myself after what I did.",
    "I can't go on without you.",
    "I can't go on, I really can't.",
    "I want to fall asleep and never wake up.",
    "I hope I don't wake up.",
    "I wish I could die.",
    "I wish I didn't exist.",
    "I've taken all my pills.",
    "I took 30 paracetamol.",
    "I could jump under a train.",
    "I'm tired of living.",
    "What's the point of living?",
    "I don't see the point in going on.",
    "I should be dead.",
    "Sometimes I want to slit my wrists.",
    "I want to kill my self.",
    "I keep thinking of ending it.",
    "You'd all be happier without me.",
    "You'd be better off if I died.",
    "I'd rather be dead than see you like this. It was just a mistake.",
  ])("%s", (text) => {
    expect(read(text)).toEqual({ says: "help" });
    expect(adviceOn("reply", { note: "It was just a mistake.", promise: text })).toEqual({
      says: "help",
      marks: [],
      there: [],
      missing: null,
    });
  });

  it("finds words about dying in a draft that is too long for anything else", () => {
    const long = "I was at the office until six, and then I came home. ".repeat(180);
    expect(read(long)).toEqual({ says: "nothing", there: [] });
    expect(read(`${long} I don't want to live any more.`)).toEqual({ says: "help" });
  });

  it.each([
    "I could kill for a coffee before we talk.",
    "I ended it myself on Friday and told her why.",
    "We took the car off the road for the winter.",
    "I don't want to be around her any more.",
    "I did not want to go on lying to you.",
    "I don't want to live a double life.",
    "You do not need to live with that.",
    "I will not be here tomorrow, I have the early shift.",
    "I won't be around next week.",
    "I will end it all, the messages and the account.",
    "I cut myself off from her.",
    "I want to take my life back.",
    "I cut the grass myself so you would not have to.",
  ])("and not everything with such a word in it: %s", (text) => {
    expect(read(text).says).not.toBe("help");
  });

  it("offers no better wording for a threat, nor for anything beside it", () => {
    const threat = "If you tell your mother about this you will never see the kids again.";
    const reading = read(threat);
    expect(reading.says).toBe("frightening");
    const advice = adviceOn("reply", { note: "It was just a mistake.", promise: threat });
    expect(advice.says).toBe("frightening");
    expect(new Set(advice.marks.map(({ label }) => label))).toEqual(new Set(["threat"]));
  });
});

describe("what is recognised, and what is missed", () => {
  it("misses at most one thing, the weightiest, and nothing in a few words", () => {
    const note = "I lied to you about the money for two years, and I did that, nobody else.";
    expect(adviceOn("reply", { note })).toMatchObject({ says: "nothing", missing: "empathy" });
    expect(adviceOn("commitment", { note })).toMatchObject({ missing: null });
    expect(adviceOn("reply", { note: "I did that." })).toMatchObject({ missing: null });
  });

  it("misses nothing that a field of an acknowledgement asks for, once there are words in it", () => {
    const did =
      "I read your messages for months and told you I had not. That was my choice, and it was wrong.";
    const missing = (fields: Record<string, string>) =>
      adviceOn("acknowledgement", { did, ...fields }).missing;
    expect(missing({})).toBe("repair");
    expect(missing({ will_do: "  " })).toBe("repair");
    expect(missing({ will_do: "Ask." })).toBe("empathy");
    expect(missing({ will_do: "Ask.", cost_you: "Sleep." })).toBe("remorse");
    expect(missing({ will_do: "Ask.", cost_you: "Sleep.", regret: "All of it." })).toBeNull();
  });
});

const anyDraft = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 400 }),
  fc.string({ unit: "binary", maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        "I'm sorry",
        "but",
        "“just",
        "'once'",
        "you",
        "—",
        "…",
        "\n",
        "?",
        "İ",
        "ﬀ",
        "𝒾",
        "it was",
        "a mistake.",
      ),
      {
        maxLength: 60,
      },
    )
    .map((words) => words.join(" ")),
);

describe("any draft", () => {
  it("is read without an error, and its marks lie inside it", () => {
    fc.assert(
      fc.property(anyDraft, (text) => {
        const reading = read(text);
        const spans =
          reading.says === "suggestions"
            ? reading.suggestions.flatMap((one) => one.spans)
            : reading.says === "frightening"
              ? reading.spans
              : [];
        for (const { from, to } of spans) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(text.length);
        }
        for (const label of labelsOf(text)) expect(labels).toContain(label);
      }),
      { numRuns: 500 },
    );
  });

  it("is read the same each time, in any place", () => {
    fc.assert(
      fc.property(anyDraft, fc.constantFrom(...places), (text, place) => {
        expect(adviceOn(place, { note: text })).toEqual(adviceOn(place, { note: text }));
      }),
      { numRuns: 100 },
    );
  });

  it("takes no longer because of quotation marks and repeated words", () => {
    for (const part of ["'", '"a', "I ", "a'b ", "“ ’ ", "...", "not not "]) {
      const started = performance.now();
      read(part.repeat(5_000).slice(0, 5_000));
      expect(performance.now() - started).toBeLessThan(500);
    }
    expect(read(ended("It was.")).says).toBeDefined();
  });
});
