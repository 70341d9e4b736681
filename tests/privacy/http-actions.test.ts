import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import en from "@/lib/i18n/en.json";
import { lockedActions, publicActions } from "@/tests/privacy/doors";
import { everythingIn } from "@/tests/support/matrix-askers";
import { type BuiltAction, builtActions } from "@/tests/support/privacy-build";
import { Caller, cookieFor, formOf } from "@/tests/support/privacy-caller";
import { Served, signedIn } from "@/tests/support/privacy-served";
import { report } from "@/tests/support/report";

let served: Served;
let since: number;

beforeAll(async () => {
  served = await Served.begin();
  since = performance.now();
});

afterAll(() => served.end());

describe("every action, as everyone", () => {
  let leaks = 0;
  const long = "x".repeat(340_000);
  /** Somebody else's ids and hostile names in every field an action might read. */
  const hostile = (name: string, { file }: BuiltAction): (readonly [string, string])[] => {
    const theirs = name === "ada" ? served.world.people.cleo.viewer : served.world.people.ada.viewer;
    const adas = (what: string) => served.idOf(name === "ada" ? "random" : `ada.${what}`);
    const hidden = file.includes("questions") ? "question.kept" : "feeling.kept";
    // What Ada keeps of what was declined, and, for its days, what she and Ben agreed on.
    const commitment = adas(file.includes("follow-through") ? "agreed" : "declined");
    return [
      ["commitment", commitment],
      ["id", adas(file.includes("corrections") ? "correction.waiting" : "declined")],
      ["step", "accepted"],
      [`status_${commitment}`, "kept"],
      [`said_${commitment}`, "0"],
      [`entry_${commitment}`, randomUUID()],
      ["perceived", "noticed"],
      ["what", "\u0000 half"],
      ["often", "daily"],
      ["from", "2026-03-01"],
      ["review", "2026-04-01"],
      ["returns", "2026-04-01"],
      ["whose", "theirs"],
      ["area", "phone"],
      ["cost", "high"],
      ["way", "now"],
      ["is_true", "\u0000 half"],
      ["entry", adas(file.includes("space") ? "space.withdrawn" : "kept")],
      ["into", randomUUID()],
      ["to", adas(hidden)],
      ["of", adas(hidden)],
      ["before", adas("heard.kept")],
      ["form", `reply/${adas(hidden)}`],
      ["standing", "answered"],
      ["kind", file.includes("reminders") ? "when_new" : "caring_act"],
      ["wanted", "no"],
      ["at", "20:00"],
      ["length", "20"],
      // What Ada proposed first: it was agreed on, and others were proposed since.
      ["turn", file.includes("commitments") ? "2" : "1"],
      ["sentence", "\u0000 half"],
      ["wish", "comfort"],
      ["feelings", "hurt"],
      ["strength_hurt", "11"],
      ["until", "25:00"],
      ["understood", "not_yet"],
      ["session", theirs.sessionId],
      ["passkey", adas("passkey")],
      ["label", "\u0000 half"],
      ["response", '{"__proto__":{},"id":"x","rawId":"x","type":"public-key"}'],
      ["shown", "numbers_and_words"],
      ["day", "2026-03-01"],
      ["note", "\u0000 \ud800 half"],
      ["__proto__", '{"shown":"partner"}'],
      ["constructor", "x"],
      ["trust", "3"],
      ["trust", "4"],
      ["key", "none"],
      ["audience", "partner"],
    ];
  };
  const attempts: Record<
    string,
    (asking: Caller, action: BuiltAction) => { headers?: Record<string, string | null>; body?: BodyInit }
  > = {
    "without an origin": () => ({ headers: { origin: null } }),
    "from elsewhere, saying so only beside the origin": () => ({
      headers: { "sec-fetch-site": "cross-site" },
    }),
    "as JSON": () => ({
      headers: { "content-type": "application/json" },
      body: '{"__proto__":{"shown":"partner"}}',
    }),
    "as plain text": () => ({
      headers: { "content-type": "text/plain;charset=UTF-8" },
      body: '[{"outcome":"fresh"},{"entry":"x"}]',
    }),
    "with hostile fields": ({ name }, action) => ({ body: formOf(hostile(name, action)) }),
    "with a text of a megabyte": () => ({ body: formOf({ note: long, name: long, code: long }) }),
  };
  /** What is turned away before Next sees it: with a number, and not a word of the page or the form. */
  const turnedAway: Record<string, { status: number; sent: (typeof attempts)[string] }> = {
    "from elsewhere": { status: 403, sent: () => ({ headers: { origin: "https://elsewhere.example" } }) },
    "with more than it takes": { status: 413, sent: () => ({ body: formOf({ note: long.repeat(4) }) }) },
  };

  const pathOf = ({ page }: BuiltAction) => served.addressesOf(page)[0] ?? page;
  const sentenceOf = (reason: keyof typeof en.refusals) => en.refusals[reason];
  /** Why an action is refused to somebody whatever they ask of it; null where it looks at what they ask. */
  const refusalOf = ({ name }: BuiltAction, asking: Caller) => {
    if (publicActions.includes(name)) return null;
    const [locked, forLocked] = [asking.name === "locked", lockedActions.includes(name)];
    if (!locked && !signedIn(asking)) return "signed_out";
    if (locked === forLocked) return null;
    return locked ? "locked" : "not_locked";
  };
  const hiddenThings = async () => {
    const all = await everythingIn(served.world.owner);
    const watched = [
      "entries",
      "entry_words",
      "check_ins",
      "shared_feelings",
      "feeling_parts",
      "replies",
      "felt_heard",
      "question_answers",
      "space_requests",
      "space_returns",
      "space_words",
      "commitments",
      "commitment_events",
      "commitment_terms",
      "commitment_sources",
      "mutual_words",
      "follow_throughs",
      "commitment_remarks",
      "corrections",
      "correction_choices",
      "correction_openings",
      "news",
      "departures",
      "drafts",
      "left_check_ins",
      "reminders",
      "safety_checks",
      "passkeys",
      "sharing_defaults",
      "member_roles",
      "members",
      "couples",
    ];
    return Object.fromEntries(watched.map((table) => [table, all[table]]));
  };

  it("refuses what does not come from its own pages, changes nothing, breaks nothing and tells nobody's words", async () => {
    // Whoever is led to Today finds there what they left on a locked device.
    for (const asking of served.callers.filter(signedIn)) await asking.page("/today");
    const before = await hiddenThings();
    const wrong: string[] = [];
    for (const [how, sent] of Object.entries(attempts).filter(([how]) => how !== "with hostile fields")) {
      for (const action of builtActions()) {
        // A megabyte is carried to the server by two of them only: it is long, and who sends it is read before.
        for (const asking of how.includes("megabyte")
          ? [served.caller("ada"), served.caller("nobody")]
          : served.callers)
          wrong.push(
            ...served.wrongWith(
              await asking.act(action, pathOf(action), sent(asking, action)),
              asking,
              `${action.name} ${how}`,
            ),
          );
      }
    }
    for (const [how, { status, sent }] of Object.entries(turnedAway)) {
      for (const action of builtActions()) {
        for (const asking of [served.caller("ada"), served.caller("nobody")]) {
          const answer = await asking.act(action, pathOf(action), sent(asking, action));
          wrong.push(...served.wrongWith(answer, asking, `${action.name} ${how}`));
          if (answer.status !== status || answer.body !== "")
            wrong.push(
              `${action.name} ${how} as ${asking.name}: ${answer.status} ${answer.body.slice(0, 200)}`,
            );
        }
      }
    }
    leaks += wrong.length;
    expect(await hiddenThings()).toEqual(before);
    expect(wrong).toEqual([]);
  });

  it("does nothing to anybody else's, whatever its fields say", async () => {
    const { ada } = served.world.people;
    const of = async (person: string) => {
      const { news = [], ...rest } = await hiddenThings();
      const rows = Object.values(rest).flatMap((some) => some ?? []);
      return {
        written: rows.filter((row) => (row.author_id ?? row.account_id) === person),
        // It grows with what the other shows, and only its reader forgets it.
        news: news.filter((row) => row.reader_id === person),
      };
    };
    const before = await of(ada.viewer.id);
    const wrong: string[] = [];
    for (const action of builtActions()) {
      for (const asking of served.callers.filter(({ name }) => name !== "ada")) {
        const answer = await asking.act(action, pathOf(action), {
          body: formOf(hostile(asking.name, action)),
        });
        wrong.push(...served.wrongWith(answer, asking, `${action.name} with hostile fields`));
        const refusal = refusalOf(action, asking);
        if (refusal && !answer.body.includes(sentenceOf(refusal)))
          wrong.push(`${action.name} did not ask ${asking.name} who they are`);
      }
    }
    leaks += wrong.length;
    const counts = {
      actions: builtActions().length,
      personas: served.callers.length,
      checks: served.checks,
      leaks,
    };
    report("actions", counts, since);
    const after = await of(ada.viewer.id);
    expect(after.written).toEqual(before.written);
    expect(after.news).toEqual(expect.arrayContaining(before.news));
    expect(before.news.length).toBeGreaterThan(5);
    expect(wrong).toEqual([]);
  });

  it("still does what its own pages ask of it", async () => {
    const action = builtActions().find(({ name }) => name === "showEntryAction");
    if (!action) throw new Error("there is no such action");
    const sent = { body: formOf({ entry: served.idOf("ada.told"), shown: "numbers_and_words" }) };
    const answer = await served.caller("ada").act(action, "/timeline", sent);
    expect(answer.body).toContain('"outcome":"done"');
    expect(
      (await served.caller("ada").act(action, "/timeline", { ...sent, headers: { origin: null } })).body,
    ).toContain('"outcome":"refused"');
  });

  it("ends a session for good when it signs out", async () => {
    const leaving = new Caller("ada", served.server.url, await cookieFor(served.world.people.ada.viewer.id));
    expect((await leaving.page("/timeline")).status).toBe(200);
    for (const origin of ["https://elsewhere.example", "null"])
      expect((await leaving.post("/sign-out", { origin })).status).toBe(403);
    expect((await leaving.page("/timeline")).status).toBe(200);
    await leaving.post("/sign-out", { origin: served.server.url });
    expect((await leaving.page("/timeline")).headers.get("location")).toMatch(/^\/sign-in/);
  });
});

describe("the server's own log", () => {
  it("holds nobody's words, names or addresses after all of this", () => {
    expect(served.inTheLog()).toEqual([]);
  });
});
