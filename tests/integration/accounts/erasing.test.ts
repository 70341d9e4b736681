import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { erase, signUp } from "@/lib/accounts/commands";
import { whoHolds } from "@/lib/auth/gate";
import { leave } from "@/lib/couples/commands";
import { places } from "@/lib/crypto/places";
import { open } from "@/lib/crypto/words";
import { asSystem } from "@/lib/db/system";
import { asViewer } from "@/lib/db/viewer";
import { commitmentLists, commitmentPage } from "@/lib/follow-through/queries";
import { agreedBetween, amends, answers, missesDay, promises, shares, takes } from "@/tests/support/deeds";
import { makeWorld, type World } from "@/tests/support/matrix-world";
import { thisDatabase } from "@/tests/support/own-database";
import { aCouple, day, PASSPHRASE, type Person } from "@/tests/support/people";

let owner: pg.Client;

beforeAll(async () => {
  owner = new pg.Client({ connectionString: thisDatabase() });
  await owner.connect();
});

afterAll(() => owner.end());

const TODAY = day("2026-12-31");

type Column = { readonly table: string; readonly column: string };

/** Every column of every table, in any schema of ours, in whose rows one of these texts stands. */
async function columnsHolding(texts: readonly string[]): Promise<string[]> {
  const { rows: columns } = await owner.query<Column>(
    `select format('%I.%I', n.nspname, c.relname) as table, quote_ident(a.attname) as column
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and n.nspname !~ '^(pg_|information_schema)'`,
  );
  const found: string[] = [];
  for (const { table, column } of columns) {
    const { rows } = await owner.query<{ held: boolean }>(
      `select exists (select from ${table} where ${column}::text like any ($1) or encode(convert_to(${column}::text, 'UTF8'), 'escape') like any ($1)) as held`,
      [texts.map((text) => `%${text}%`)],
    );
    if (rows[0]?.held) found.push(`${table}.${column}`.replace("public.", ""));
  }
  return found.sort();
}

/** What stays under an id that is nobody's any more: of what both agreed on, and where the other's own answers it. */
const KEPT_WITHOUT_A_NAME = [
  "acknowledgement_answers.to_author_id",
  "agreed_words.author_id",
  "commitment_events.author_id",
  "commitment_terms.author_id",
  "commitments.author_id",
  "commitments.doer_id",
  "commitments.writer_id",
  "felt_heard.to_author_id",
  "follow_throughs.author_id",
  "mutual_words.author_id",
  "question_answers.to_author_id",
  "replies.to_author_id",
  "struggle_parts.to_author_id",
  "struggle_rests.to_author_id",
  "therapy_marks.to_author_id",
  "therapy_parts.to_author_id",
];
/** Where the other's own names an entry that it answered, which nobody can read. */
const NAMES_WHAT_IS_GONE = [
  "acknowledgement_answers.to_entry_id",
  "drafts.form",
  "felt_heard.to_entry_id",
  "question_answers.to_entry_id",
  "replies.to_entry_id",
  "struggle_parts.to_entry_id",
  "struggle_rests.to_entry_id",
  "therapy_marks.to_entry_id",
  "therapy_parts.to_entry_id",
];

describe("every foreign key by which a row reaches a person", () => {
  it("takes the row along: what is to stay names people without one", async () => {
    const { rows } = await owner.query<{ key: string; deletes: string }>(
      `select conrelid::regclass::text || ' → ' || confrelid::regclass::text as key, confdeltype as deletes
       from pg_constraint where contype = 'f' and confrelid in ('public.accounts'::regclass, 'public.members'::regclass)
       order by 1`,
    );
    expect(rows.filter(({ deletes }) => deletes !== "c").map(({ key }) => key)).toEqual([
      // Where somebody is now: it goes with the account itself.
      "accounts → members",
    ]);
    expect(rows.length).toBeGreaterThan(12);
  });

  it("is there, or its column is among those that stay without a name", async () => {
    const { rows } = await owner.query<{ column: string }>(
      `select c.relname || '.' || a.attname as column
       from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not a.attisdropped
         and a.attname ~ '(account|author|doer|reader|writer|person|member|owner|partner)(_id|_by)?$|shared_by'
         and not exists (
           select from pg_constraint
           where contype = 'f' and conrelid = c.oid and a.attnum = any (conkey) and confdeltype = 'c'
         )
       order by 1`,
    );
    // It follows from the author of the same row.
    const generated = "entries.shared_by";
    expect(rows.map(({ column }) => column).filter((column) => column !== generated)).toEqual(
      KEPT_WITHOUT_A_NAME,
    );
  });
});

describe("erasing an account", () => {
  let world: World;
  let id: string;
  let entries: string[];

  beforeAll(async () => {
    world = await makeWorld(thisDatabase());
    const { ada } = world.people;
    id = ada.viewer.id;
    const { rows } = await owner.query<{ id: string }>("select id from entries where author_id = $1", [id]);
    entries = rows.map((row) => row.id);
    await erase(ada.viewer);
  });
  afterAll(() => world.owner.end());

  it("leaves nothing of the person in the database but what stays without a name", async () => {
    const texts = world.canaries.all
      .filter(({ place }) => place.startsWith("ada's "))
      .map(({ text }) => text);
    expect(await columnsHolding([...texts, world.people.ada.email, world.people.ada.viewer.name])).toEqual(
      [],
    );
    expect(await columnsHolding([id])).toEqual(KEPT_WITHOUT_A_NAME);
    expect(await columnsHolding(entries)).toEqual(NAMES_WHAT_IS_GONE);
  });

  it("leaves of their words what both agreed on, and none that was only offered", async () => {
    const { rows } = await owner.query(
      `select couple_id as "coupleId", commitment_id as "commitmentId", turn, field, ciphertext from mutual_words where author_id = $1`,
      [id],
    );
    const read = rows.map((row) => open(row.ciphertext, places.mutualWords(row)));
    const sentences = await owner.query(
      `select couple_id as "coupleId", subject, about_id as "aboutId", turn, ciphertext from agreed_words where author_id = $1`,
      [id],
    );
    read.push(...sentences.rows.map((row) => open(row.ciphertext, places.agreedWords(row))));
    const met = new Set(world.canaries.foundIn(read.join("\n")).map(({ place }) => place));
    expect(
      [...met].filter(
        (place) => !/words \(accepted|(sentence|agreement|words of a review) \(agreed/.test(place),
      ),
    ).toEqual([]);
    expect(met.size).toBeGreaterThan(3);
  });

  it("takes nothing of anybody else's", async () => {
    const { rows } = await owner.query<{ author: string; count: string }>(
      "select author_id as author, count(*) from entries group by 1",
    );
    expect(rows).toHaveLength(4);
    for (const name of ["ben", "dan", "cleo", "finn"] as const) {
      const person = world.people[name];
      expect((await person.again()).name).toBe(person.viewer.name);
      const lists = await asViewer(person.viewer, (db) => commitmentLists(db, person.viewer, TODAY, TODAY));
      expect(Object.values(lists).flat().length, name).toBeGreaterThan(2);
    }
  });
});

describe("whoever is erased", () => {
  const erases = ({ viewer }: Person) => erase(viewer);

  it("is signed out everywhere, and their address can begin anew, knowing nothing", async () => {
    const [ada] = await aCouple();
    await ada.checksIn("2026-03-01", { note: "mine" });
    await erases(ada);
    expect(await whoHolds(ada.token)).toBeNull();
    const accounts = () =>
      asSystem([ada.email], (db) =>
        db.account.findMany({ where: { email: ada.email }, select: { id: true } }),
      );
    expect(await accounts()).toEqual([]);
    await signUp({ name: "Ada", email: ada.email, passphrase: PASSPHRASE, time_zone: "UTC" });
    const [anew] = await accounts();
    expect(anew?.id).not.toBe(ada.viewer.id);
    const { rows } = await owner.query("select 1 from entries where author_id = $1", [anew?.id]);
    expect(rows).toEqual([]);
  });

  it("leaves the other a record that reads as it stood", async () => {
    const [ada, ben] = await aCouple();
    const agreed = await agreedBetween(ada, ben, "I call");
    await missesDay(ada, agreed, "I forgot", "numbers_and_words");
    await amends(ada, agreed, "I call twice");
    const answered = await shares(ada, "for you");
    await answers(ben, answered, "I read it");
    await leave(ada.viewer);
    await ben.again();
    const page = () => asViewer(ben.viewer, (db) => commitmentPage(db, ben.viewer, agreed, TODAY, TODAY));
    const before = await page();
    await ada.again();
    await erases(ada);

    const after = await page();
    expect(after?.commitment.holds.texts.what).toBe("I call");
    expect(after?.commitment.steps.map(({ name, mine }) => [name, mine])).toEqual(
      before?.commitment.steps.map(({ name, mine }) => [name, mine]),
    );
    expect(after?.commitment.steps.at(-1)?.texts).toEqual({});
    expect(after?.said).toEqual(before?.said);
    expect(after?.picture).toEqual(before?.picture);
    expect(JSON.stringify(after)).not.toMatch(/I forgot|I call twice/);
    expect(await asViewer(ben.viewer, (db) => db.reply.count())).toBe(1);
  });

  it("takes what they only offered, and leaves what the other offered in its place", async () => {
    const [ada, ben] = await aCouple();
    const asked = await takesUp(ada, ben);
    await erases(ada);
    await ben.again();
    const lists = await asViewer(ben.viewer, (db) => commitmentLists(db, ben.viewer, TODAY, TODAY));
    expect(lists.ended.map(({ commitment }) => [commitment.id, commitment.holds.texts.what])).toEqual([
      [asked, "Mine instead"],
    ]);
  });

  it("leaves nothing of the space, once the other is erased too, also where both are at the same moment", async () => {
    for (const how of ["after one another", "at once"] as const) {
      const [ada, ben] = await aCouple();
      await agreedBetween(ada, ben, "I call");
      const { coupleId } = ada.viewer;
      const ids = [ada.viewer.id, ben.viewer.id];
      if (how === "at once") await Promise.all([erases(ada), erases(ben)]);
      else for (const person of [ada, ben]) await erases(person);
      expect(await columnsHolding([coupleId, ...ids]), how).toEqual([]);
    }
  });

  it("does not leave half an agreement behind, when the other agrees at that moment", async () => {
    const [ada, ben] = await aCouple();
    const offered = [];
    for (const what of ["I call", "I write", "I come"]) offered.push(await promises(ada, what));
    const agreeing = offered.map((id) => takes(ben, id, "accepted").catch(() => {}));
    await Promise.all([...agreeing, erases(ada)]);
    const { rows: halves } = await owner.query(
      `select 1 from commitments c where couple_id = $1 and accepted
       and not exists (select from commitment_terms t where t.commitment_id = c.id)`,
      [ada.viewer.coupleId],
    );
    expect(halves).toEqual([]);
  });

  it("is not kept from it by the other, who takes a step at that moment", async () => {
    const [ada] = await aCouple();
    const offered = await promises(ada, "I call");
    const other = new pg.Client({ connectionString: thisDatabase() });
    await other.connect();
    await other.query("begin");
    // As a step does: the commitment is held, and then written. Erasing waits for the one, and the other for erasing.
    await other.query("select from commitments where id = $1 for update", [offered]);
    const erasing = erases(ada);
    await expect
      .poll(async () => {
        const { rowCount } = await owner.query(
          "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
        );
        return rowCount;
      })
      .toBe(1);
    await other.query("update commitments set turn = turn where id = $1", [offered]);
    await other.query("commit");
    await other.end();
    await erasing;
    expect(await whoHolds(ada.token)).toBeNull();
  });

  it("is done for nobody by a system that is about somebody else", async () => {
    const [ada, ben] = await aCouple();
    await asSystem([ben.viewer.id], (db) => db.$executeRaw`select app.erase(${ada.viewer.id}::uuid)`);
    expect(await whoHolds(ada.token)).not.toBeNull();
  });
});

/** Something Ada asks of Ben, which he answers with words of his own. */
async function takesUp(ada: Person, ben: Person): Promise<string> {
  const asked = await promises(ada, "Call me", "theirs");
  await amends(ben, asked, "Mine instead");
  return asked;
}
