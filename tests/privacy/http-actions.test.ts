import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import en from "@/lib/i18n/en.json";
import { farReaching, lockedActions, publicActions } from "@/tests/privacy/doors";
import { tables } from "@/tests/privacy/tables";
import type { Row } from "@/tests/privacy/tables/promise";
import { alike, masked } from "@/tests/support/masked";
import { everythingIn } from "@/tests/support/matrix-askers";
import { type Attempt, Attempts } from "@/tests/support/privacy-attempts";
import { type BuiltAction, builtActions, builtRoutes } from "@/tests/support/privacy-build";
import { type Answer, Caller, cookieFor, formOf } from "@/tests/support/privacy-caller";
import { type FoundForm, formsOf } from "@/tests/support/privacy-forms";
import { Served, signedIn } from "@/tests/support/privacy-served";
import { report } from "@/tests/support/report";

let served: Served;
let attempts: Attempts;
/** Ben's own forms. */
let forms: FoundForm[];
let since: number;
let leaks = 0;

beforeAll(async () => {
  served = await Served.begin();
  since = performance.now();
  forms = await formsOf(served.caller("ben"), everyAddress());
  attempts = new Attempts(served, forms);
});

afterAll(async () => {
  const counts = {
    actions: builtActions().length,
    personas: served.callers.length,
    checks: served.checks,
    leaks,
  };
  report("actions", counts, since);
  await served.end();
});

const everyAddress = () => builtRoutes().flatMap((route) => served.addressesOf(route));
const pathOf = ({ page }: BuiltAction) => served.addressesOf(page)[0] ?? page;

/** What goes on by itself, or for each who knocks: when a device was last seen, when mails are due, how often somebody tried. */
const RESTLESS: Readonly<Record<string, readonly string[]>> = {
  sessions: ["last_seen_at", "challenge_hash", "answer_by", "pin_tries"],
  reminders: ["next_at", "told"],
  rate_limits: ["points", "expire"],
};

async function everything(): Promise<Record<string, readonly Row[]>> {
  const all = await everythingIn(served.world.owner);
  return Object.fromEntries(
    Object.entries(all)
      .filter(([table]) => table !== "rate_limits")
      .map(([table, rows]) => [
        table,
        rows
          .map((row) =>
            Object.fromEntries(Object.entries(row).filter(([column]) => !RESTLESS[table]?.includes(column))),
          )
          .sort((one, other) => String(one._key).localeCompare(String(other._key))),
      ]),
  );
}

/** What is Ada's, and, of what the other shows, what is new to her: only she forgets it. */
async function ofAda() {
  const { id } = served.world.people.ada.viewer;
  const { news = [], ...rest } = await everything();
  const shown = new Set(rest.entries?.filter((row) => row.audience === "partner").map((row) => row._key));
  const mine = (row: Row) => [row.author_id ?? row.account_id, row.writer_id].includes(id);
  return {
    written: Object.values(rest).flatMap((rows) => rows.filter(mine)),
    news: news.filter((row) => row.reader_id === id),
    shown,
  };
}

const sentences = [...Object.values(en.refusals), ...Object.values(en.invalid)].map((sentence) =>
  JSON.stringify(sentence.split("{")[0]).slice(1, -1),
);

/** That the passphrase is wanted, whatever becomes of the rest. */
const askedAgain = new RegExp([en.refusals.step_up, en.invalid.passphrase_missing].join("|"));

const ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;
const isId = (value: string) => ID.test(value);

/** A number that says no, a way elsewhere, or an outcome; of a refusal, one in words of the catalogue. */
function isClear({ status, headers, body }: Answer): boolean {
  if (status >= 400) return status < 500;
  if (headers.has("x-action-redirect") || headers.has("location")) return true;
  if (body.includes('"outcome":"done"')) return true;
  return (
    body.includes('"outcome":"refused"') && sentences.some((sentence) => body.includes(`"say":"${sentence}`))
  );
}

/** Why an action is refused to somebody whatever they ask of it; null where it looks at what they ask. */
function refusalOf({ name }: BuiltAction, asking: Caller): keyof typeof en.refusals | null {
  if (publicActions.includes(name)) return null;
  const [locked, forLocked] = [asking.name === "locked", lockedActions.includes(name)];
  if (!locked && !signedIn(asking)) return "signed_out";
  if (locked === forLocked) return null;
  return locked ? "locked" : "not_locked";
}

/** Calls every action as each of some people, and answers what was wrong with what came back. */
async function calls(
  how: string,
  sent: Attempt,
  callersOf: (action: BuiltAction) => readonly Caller[],
): Promise<string[]> {
  const wrong: string[] = [];
  for (const action of builtActions()) {
    for (const asking of callersOf(action)) {
      const at = `${action.name} ${how}`;
      const answer = await asking.act(action, pathOf(action), sent(asking, action));
      wrong.push(...served.wrongWith(answer, asking, at));
      if (!isClear(answer))
        wrong.push(
          `${at} as ${asking.name} says nothing clear: ${answer.status} ${answer.body.slice(0, 200)}`,
        );
      const refusal = how in attempts.hostile ? refusalOf(action, asking) : null;
      if (refusal && !answer.body.includes(en.refusals[refusal]))
        wrong.push(`${at} did not ask ${asking.name} who they are`);
    }
  }
  leaks += wrong.length;
  return wrong;
}

const anew = async (name: string) =>
  (await served.anew()).find((caller) => caller.name === name) ?? served.caller(name);

/** Whether somebody's actions were looked at until now: above so many in a minute they are refused unread. */
async function isStillHeard(asking: Caller): Promise<string[]> {
  const [action] = builtActions().filter(({ name }) => name === "renameAction");
  const answer = await asking.act(action as BuiltAction, "/settings", { body: formOf({ name: "" }) });
  return answer.body.includes(en.invalid.name) ? [] : [`${asking.name} is heard no more`];
}

/** Of those who call an action, two: of the actions, everybody calls some. */
function twoOf(callers: readonly Caller[], action: BuiltAction): Caller[] {
  const at = builtActions().findIndex(({ id }) => id === action.id);
  return [0, 1].map((n) => callers[(at + n) % callers.length] as Caller);
}

describe("every action, as everyone", () => {
  it("refuses what is no form of our own pages, in words, and nothing happens", async () => {
    const before = await everything();
    const wrong: string[] = [];
    for (const [how, sent] of Object.entries(attempts.refused))
      wrong.push(...(await calls(how, sent, (action) => twoOf(served.callers, action))));
    expect(wrong).toEqual([]);
    expect(await everything()).toEqual(before);
  });

  it("turns away what comes from elsewhere and what is more than it takes with a number, and not a word of the form", async () => {
    const before = await everything();
    const wrong: string[] = [];
    for (const action of builtActions()) {
      for (const asking of twoOf(served.callers, action)) {
        const answer = await asking.act(action, pathOf(action), {
          headers: { origin: "https://elsewhere.example" },
        });
        if (answer.status !== 403 || answer.body !== "")
          wrong.push(`${action.name} from elsewhere: ${answer.status}`);
      }
      for (const asking of twoOf(served.callers, action)) {
        const answer = await asking.act(action, pathOf(action), {
          body: formOf({ note: "x".repeat(1_360_000) }),
        });
        if (answer.status !== 413 || answer.body !== "")
          wrong.push(`${action.name} with too much: ${answer.status}`);
      }
    }
    leaks += wrong.length;
    expect(await everything()).toEqual(before);
    expect(wrong).toEqual([]);
  });

  it("answers the id of something hidden as one that nobody ever used", async () => {
    const hidden = ["ada.kept", "ada.declined", "ada.question.withdrawn", "ada.correction.waiting"].map(
      (name) => served.idOf(name),
    );
    // The same two throughout: an id that one form of Ben's has used is his own to the next.
    const random = [randomUUID(), randomUUID()] as const;
    const apart: string[] = [];
    for (const { action: id, at, fields } of forms) {
      const [action] = builtActions().filter((one) => one.id === id);
      for (const [field, value] of fields.filter(([, value]) => isId(value))) {
        const ben = await anew("ben");
        const answerTo = async (other: string) => {
          const sent = fields.map(
            ([name, now]) => [name, name === field ? now.replace(ID, other) : now] as const,
          );
          const answer = await ben.act(action as BuiltAction, at, { body: formOf(sent) });
          // Where it is done, the page that comes along holds what was done before as well.
          const [done] = /"outcome":"done"[^}]*/.exec(answer.body) ?? [
            answer.headers.get("x-action-redirect"),
          ];
          return done ? `${answer.status} ${alike(done)}` : masked(answer);
        };
        // What is done may change what is answered next: each is held against both sides.
        const before = await answerTo(random[0]);
        const told = [];
        for (const one of hidden) told.push(await answerTo(one));
        const around = [before, await answerTo(random[1])];
        if (told.some((answer) => !around.includes(answer)))
          apart.push(`${action?.name} at ${at}, ${field}, was ${value}`);
      }
    }
    leaks += apart.length;
    expect(apart).toEqual([]);
    expect(new Set(forms.map(({ action }) => action)).size).toBeGreaterThan(20);
  });

  it("does nothing to anybody else's, whatever its fields say", async () => {
    const hows = Object.entries({ ...attempts.hostile, "with a text of a megabyte": attempts.long });
    const rounds = [];
    for (const [how, sent] of hows)
      rounds.push({ how, sent, others: (await served.anew()).filter(({ name }) => name !== "ada") });
    const before = await ofAda();
    const wrong: string[] = [];
    for (const { how, sent, others } of rounds) {
      const everyone = how === "with hostile fields";
      wrong.push(...(await calls(how, sent, (action) => (everyone ? others : twoOf(others, action)))));
      for (const asking of others.filter(signedIn)) wrong.push(...(await isStillHeard(asking)));
    }
    const after = await ofAda();
    expect(wrong).toEqual([]);
    expect(after.written).toEqual(before.written);
    const lasting = before.news.filter((row) => after.shown.has(row._key));
    expect(after.news).toEqual(expect.arrayContaining(lasting));
    expect(lasting.length).toBeGreaterThan(5);
  });

  it.each(Object.entries(farReaching))(
    "asks again who it is before %s does anything",
    async (name, fields) => {
      const action = builtActions().find((one) => one.name === name) as BuiltAction;
      const before = await everything();
      const answer = await served.caller("ben").act(action, pathOf(action), { body: formOf(fields) });
      expect(answer.body).toMatch(askedAgain);
      expect(await everything()).toEqual(before);
    },
  );

  it("does once what is sent twice", async () => {
    const cleo = served.caller("cleo");
    const own = await formsOf(cleo, everyAddress());
    // Who leaves, or takes their own device away, is asked no more.
    const lasting = own.filter(({ at }) => !at.startsWith("/settings"));
    const count = async () => {
      const each = Object.keys(tables).filter((table) => table !== "rate_limits");
      const counts = each.map((table) => `select '${table}: ' || count(*) as line from public.${table}`);
      const { rows } = await served.world.owner.query<{ line: string }>(counts.join(" union all "));
      return rows.map(({ line }) => line);
    };
    const again: string[] = [];
    for (const { action: id, at, fields } of lasting) {
      const [action] = builtActions().filter((one) => one.id === id);
      const post = () => cleo.act(action as BuiltAction, at, { body: formOf(fields) });
      await post();
      const once = await count();
      const answer = await post();
      if (answer.status >= 500 || !isClear(answer)) again.push(`${action?.name}: ${answer.status}`);
      const twice = await count();
      again.push(
        ...twice.filter((line) => !once.includes(line)).map((line) => `${action?.name} twice, ${line}`),
      );
    }
    expect(again).toEqual([]);
    expect(lasting.length).toBeGreaterThan(5);
  });

  it("sends a way back by mail to whom it is for", async () => {
    const [action] = builtActions().filter(({ name }) => name === "sendResetAction");
    const { email } = served.world.people.ben;
    await served.caller("nobody").act(action as BuiltAction, "/reset", { body: formOf({ email }) });
    await expect.poll(() => served.mailbox.mails.map(({ to }) => to?.[0]?.address)).toContain(email);
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

describe("the server's own log, and its mails", () => {
  it("hold nobody's words, names or addresses after all of this", () => {
    expect(served.inTheLog()).toEqual([]);
    expect(served.inTheMails()).toEqual([]);
  });
});
