import type pg from "pg";
import { places } from "@/lib/crypto/places";
import { seal } from "@/lib/crypto/words";
import type { WordsField } from "@/lib/db/generated/enums";

/** Days written by each of the first couple: 5,000 entries behind their timeline. */
const YEARS_OF_DAYS = 2_500;
/** Couples whose people are signed in and save. One session may ask for 240 actions a minute, so there are many. */
const WRITING_COUPLES = 48;
const EVERYBODY = 100_000;

export type Someone = { readonly id: string; readonly coupleId: string; readonly token: string };

/** The first couple with their years, and the people who save. Nearly empty tables otherwise. */
export async function aFewCouples(owner: pg.Client): Promise<{ reader: Someone; writers: Someone[] }> {
  // Rows made to fit need no triggers and no foreign keys to say so.
  await owner.query("set session_replication_role = replica");
  await couples(owner, { from: 1, to: 1, days: YEARS_OF_DAYS });
  await couples(owner, { from: 2, to: 1 + WRITING_COUPLES, days: 3 });
  await sealWords(owner);
  await commitments(owner);
  const [reader, , ...writers] = await peopleOf(owner, { from: 1, to: 1 + WRITING_COUPLES });
  if (!reader) throw new Error("nobody was written");
  // A form to fill in: what the reader has said of today is taken away, what the partner shows of it stays.
  await owner.query("delete from entries where author_id = $1 and happened_on = current_date", [reader.id]);
  return { reader, writers };
}

/** Two who have shown each other every day of ten years. */
export async function tenYearsTogether(owner: pg.Client): Promise<void> {
  await couples(owner, { from: 0, to: 0, days: 3_653, keptToOneself: false });
}

export const theTwoTogether = (owner: pg.Client) => peopleOf(owner, { from: 0, to: 0 });

/** One who reads a little, while others do more. */
export async function someReader(owner: pg.Client): Promise<Someone> {
  const [reader] = await peopleOf(owner, { from: 1, to: 1 });
  if (!reader) throw new Error("nobody was written");
  return reader;
}

/** Words of somebody's days, in place of what nobody opens: so many of the last ones. Answers their entries. */
export async function lastWords(owner: pg.Client, { id }: Someone, days: number): Promise<string[]> {
  await owner.query(
    `insert into entry_words (couple_id, author_id, entry_id, field, version, audience, shown, ciphertext)
       select couple_id, author_id, id, 'note', 1, audience, true, '' from entries
       where author_id = $1 and happened_on > current_date - $2::int on conflict do nothing`,
    [id, days],
  );
  return sealWords(owner, { author: id, days });
}

/** As many couples as a server for everybody would hold, with words that nobody opens. */
export async function everybodyElse(owner: pg.Client): Promise<void> {
  await couples(owner, { from: 2 + WRITING_COUPLES, to: EVERYBODY, days: 2 });
}

/** Both people of so many of these couples, couple by couple. */
export const someOfThem = (owner: pg.Client, couples: number) =>
  peopleOf(owner, { from: 2 + WRITING_COUPLES, to: 1 + WRITING_COUPLES + couples });

/** Two people a couple, each with an account, a session and a check-in for each of so many days, ending today; a third is kept to oneself. */
async function couples(
  owner: pg.Client,
  {
    from,
    to,
    days,
    keptToOneself = true,
  }: { from: number; to: number; days: number; keptToOneself?: boolean },
): Promise<void> {
  await owner.query("begin");
  await owner.query(
    `create temp table spaces on commit drop as select c, gen_random_uuid() as couple_id from generate_series(${from}, ${to}) c`,
  );
  await owner.query(
    `create temp table people on commit drop as
       select c, p, couple_id, gen_random_uuid() as id, 'c' || c || '.' || p || '@example.org' as email
       from spaces, generate_series(1, 2) p`,
  );
  await owner.query(
    `create temp table days on commit drop as
       select couple_id, id as author_id, gen_random_uuid() as id, current_date - d as day, c + p + d as n,
              (case when ${keptToOneself} and (c + p + d) % 3 = 1 then 'only_me' else 'partner' end)::"Audience" as audience
       from people, generate_series(0, ${days - 1}) d`,
  );
  await owner.query(`insert into couples (id) select couple_id from spaces`);
  await owner.query(
    `insert into accounts (id, email, passphrase_hash, recovery_hash, time_zone, notice_read_on, current_couple_id)
       select id, email, 'none', 'none', 'UTC', current_date, couple_id from people`,
  );
  await owner.query(`insert into members (couple_id, account_id) select couple_id, id from people`);
  await owner.query(`insert into profiles (account_id, name) select id, 'Person ' || p from people`);
  await owner.query(
    `insert into sessions (account_id, token_hash, device_label)
       select id, sha256(convert_to('token of ' || email, 'UTF8')), 'Firefox · Linux' from people`,
  );
  await owner.query(
    `insert into entries (couple_id, author_id, id, kind, happened_on, time_zone, written_on, audience)
       select couple_id, author_id, id, 'check_in', day, 'UTC', day, audience from days`,
  );
  await owner.query(
    `insert into check_ins (couple_id, author_id, entry_id, version, shown, trust, safety, closeness, love, pain, feelings, need)
       select couple_id, author_id, id, 1, audience = 'partner', n % 11, n % 10, n % 9, n % 8, n % 7, '{hurt,torn,hopeful}', 'honesty' from days`,
  );
  await owner.query(
    `insert into entry_words (couple_id, author_id, entry_id, field, version, audience, shown, ciphertext)
       select couple_id, author_id, id, 'note', 1, audience, audience = 'partner', decode(repeat(md5(id::text), 15), 'hex') from days where n % 2 = 1`,
  );
  await owner.query("commit");
  await owner.query("vacuum analyze");
}

async function peopleOf(owner: pg.Client, { from, to }: { from: number; to: number }): Promise<Someone[]> {
  const { rows } = await owner.query<Someone>(
    `select id, current_couple_id as "coupleId", 'token of ' || email as token
     from generate_series($1::int, $2::int) c cross join generate_series(1, 2) p
     join accounts on email = 'c' || c || '.' || p || '@example.org' order by c, p`,
    [from, to],
  );
  return rows;
}

const PROMISED = 6;
const KEPT_DAYS = 90;

/** Six daily commitments of the first of each couple, agreed on three months ago, with every day said. */
async function commitments(owner: pg.Client): Promise<void> {
  await owner.query("begin");
  await owner.query(
    `create temp table promises on commit drop as
       select m.couple_id, gen_random_uuid() as id, min(m.account_id::text)::uuid as doer_id, max(m.account_id::text)::uuid as other_id, n
       from members m, generate_series(1, ${PROMISED}) n group by m.couple_id, n`,
  );
  await owner.query(
    `insert into commitments (couple_id, id, author_id, doer_id, area, cost, turn, accepted, writer_id)
       select couple_id, id, doer_id, doer_id, 'honesty', 'low', 2, true, doer_id from promises`,
  );
  await owner.query(
    `insert into commitment_events (couple_id, commitment_id, turn, author_id, step, happened_on)
       select couple_id, id, 1, doer_id, 'offered'::"CommitmentStep", current_date - ${KEPT_DAYS - 5} from promises
       union all select couple_id, id, 2, other_id, 'accepted', current_date - ${KEPT_DAYS - 5} from promises`,
  );
  await owner.query(
    `insert into commitment_terms (couple_id, commitment_id, turn, author_id, rule, starts_on, review_on)
       select couple_id, id, 1, doer_id, 'FREQ=DAILY', current_date - ${KEPT_DAYS - 5}, current_date + 5 from promises`,
  );
  await owner.query(
    `insert into follow_throughs (couple_id, commitment_id, day, turn, author_id, status, written_on)
       select couple_id, id, current_date - d, 1, doer_id, (case when (n + d) % 5 = 0 then 'missed' else 'kept' end)::"FollowThroughStatus", current_date - d
       from promises, generate_series(0, ${KEPT_DAYS - 6}) d where d > 0 or n % 2 = 0`,
  );
  const { rows } = await owner.query<{ coupleId: string; id: string; authorId: string }>(
    `select couple_id as "coupleId", id, doer_id as "authorId" from promises`,
  );
  const sealed = rows.map(({ coupleId, id }) =>
    Buffer.from(seal(PROMISE, places.mutualWords({ coupleId, commitmentId: id, turn: 1, field: "what" }))),
  );
  await owner.query(
    `insert into mutual_words (couple_id, commitment_id, turn, field, author_id, ciphertext)
       select couple_id, id, 1, 'what', author_id, bytes
       from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bytea[]) as s (couple_id, id, author_id, bytes)`,
    [rows.map((row) => row.coupleId), rows.map((row) => row.id), rows.map((row) => row.authorId), sealed],
  );
  await owner.query("commit");
  await owner.query("vacuum analyze");
}

const PROMISE = "When I will be later than I said, I tell you before I am.";

type Row = { coupleId: string; authorId: string; entryId: string; field: WordsField; version: number };

/** Words that open: some two hundred letters each, sealed where they stand. */
async function sealWords(
  owner: pg.Client,
  of?: { readonly author: string; readonly days: number },
): Promise<string[]> {
  const { rows } = await owner.query<Row>(
    `select w.couple_id as "coupleId", w.author_id as "authorId", entry_id as "entryId", field, version
     from entry_words w join entries e on (e.couple_id, e.author_id, e.id) = (w.couple_id, w.author_id, w.entry_id)
     where $1::uuid is null or (w.author_id = $1 and happened_on > current_date - $2::int)`,
    [of?.author ?? null, of?.days ?? 0],
  );
  const text = "A walk after dinner. We talked about the summer, and then about the other summer. "
    .repeat(3)
    .trim();
  await owner.query(
    `update entry_words w set ciphertext = sealed.bytes
     from unnest($1::uuid[], $2::bytea[]) as sealed (entry_id, bytes) where w.entry_id = sealed.entry_id`,
    [rows.map((row) => row.entryId), rows.map((row) => Buffer.from(seal(text, places.entryWords(row))))],
  );
  await owner.query("vacuum analyze entry_words");
  return rows.map(({ entryId }) => entryId);
}
