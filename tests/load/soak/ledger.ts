import { randomUUID } from "node:crypto";
import pg from "pg";
import { z } from "zod";
import { places } from "@/lib/crypto/places";
import { open } from "@/lib/crypto/words";
import { addDays, type Day } from "@/lib/time/day";
import { day, type Person } from "@/tests/support/people";

/** One check-in as it is sent. Its texts occur nowhere else. */
export type Write = {
  readonly entry: string;
  readonly author: Person;
  readonly day: Day;
  readonly trust: number;
  readonly note: string;
  readonly ownFeeling: string;
};

const kept = z.array(
  z.object({
    id: z.uuid(),
    couple_id: z.uuid(),
    author_id: z.uuid(),
    happened_on: z.string(),
    trusts: z.array(z.number()),
    words: z.array(
      z.object({ field: z.enum(["note", "own_feeling"]), version: z.number(), ciphertext: z.string() }),
    ),
  }),
);
type Kept = z.infer<typeof kept>[number];

/** What was sent and what was answered, to be held against what the database kept. */
export class Ledger {
  readonly #sent = new Map<string, Write>();
  readonly #acknowledged = new Set<string>();
  readonly #inDoubt = new Set<string>();
  readonly #keptUnanswered = new Set<string>();
  readonly #nextDay = new Map<Person, Day>();

  /** The next check-in of a person, each of another day. A form brings its entry's id; without one it gets a new one. */
  next(author: Person, of?: { readonly entry: string; readonly day: Day }): Write {
    const entry = of?.entry ?? randomUUID();
    const write = {
      entry,
      author,
      day: of?.day ?? this.dayFor(author),
      trust: Math.floor(Math.random() * 11),
      note: `Note ${entry}. ${"It was a long day. ".repeat(Math.floor(Math.random() * 40))}`.trim(),
      ownFeeling: `own ${entry}`,
    };
    this.#sent.set(entry, write);
    return write;
  }

  dayFor(author: Person): Day {
    const next = this.#nextDay.get(author) ?? day("1960-01-01");
    this.#nextDay.set(author, addDays(next, 1));
    return next;
  }

  acknowledge(write: Write): void {
    this.#acknowledged.add(write.entry);
  }

  /** Its answer never came. */
  doubt(write: Write): void {
    this.#inDoubt.add(write.entry);
  }

  get acknowledged(): number {
    return this.#acknowledged.size;
  }

  get inDoubt(): number {
    return this.#inDoubt.size;
  }

  /** Those that were there when nobody could write and had no answer yet: the ones that sending again puts to the test. */
  get keptUnanswered(): number {
    return this.#keptUnanswered.size;
  }

  /** Of what was found wrong, the figures that count. */
  summary(wrong: readonly string[]): string {
    const found = (what: string) => wrong.filter((sentence) => sentence.includes(`${what}:`)).length;
    return `${found("lost")} lost, ${found("half-written")} half-written, ${found("twice")} twice`;
  }

  /** An acknowledged check-in of a person's, any of them. */
  anyOf(author: Person): Write | undefined {
    const theirs = [...this.#acknowledged].flatMap((id) => {
      const write = this.#sent.get(id);
      return write?.author === author ? [write] : [];
    });
    return theirs[Math.floor(Math.random() * theirs.length)];
  }

  /** Reads everything past every policy, in one statement, and answers what is lost, half there or there twice. */
  async wrongIn(ownerUrl: string): Promise<string[]> {
    // Before the reading: what is acknowledged while it runs may be too late for it.
    const promised = new Set(this.#acknowledged);
    const rows = kept.parse(await everything(ownerUrl));
    for (const { id } of rows) if (!promised.has(id)) this.#keptUnanswered.add(id);
    const there = new Set(rows.map(({ id }) => id));
    const days = new Set(rows.map(({ author_id, happened_on }) => `${author_id} ${happened_on}`));
    return [
      ...[...promised]
        .filter((id) => !there.has(id))
        .map((id) => `lost: ${id} was acknowledged and is not there`),
      ...rows.flatMap((row) => this.#wrongWith(row)),
      ...(there.size < rows.length || days.size < rows.length
        ? ["twice: a check-in is there more than once"]
        : []),
    ];
  }

  #wrongWith(row: Kept): string[] {
    const write = this.#sent.get(row.id);
    if (!write) return [`unknown: ${row.id} was never sent`];
    const text = (field: "note" | "own_feeling") =>
      row.words
        .filter((words) => words.field === field)
        .map((words) => opened(row, words))
        .join("|");
    const whole =
      row.trusts.join() === String(write.trust) &&
      row.happened_on === write.day &&
      text("note") === write.note &&
      text("own_feeling") === write.ownFeeling;
    return whole
      ? []
      : [`half-written: ${row.id} has ${row.trusts.length} check-ins and ${row.words.length} words`];
  }
}

function opened(row: Kept, { field, version, ciphertext }: Kept["words"][number]): string {
  const place = { coupleId: row.couple_id, authorId: row.author_id, entryId: row.id, field, version };
  return open(Buffer.from(ciphertext, "hex"), places.entryWords(place));
}

async function everything(ownerUrl: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query(`
      select e.id, e.couple_id, e.author_id, e.happened_on::text,
        array(select c.trust::int from check_ins c
          where (c.couple_id, c.author_id, c.entry_id) = (e.couple_id, e.author_id, e.id)) as trusts,
        coalesce((select json_agg(json_build_object('field', w.field, 'version', w.version, 'ciphertext', encode(w.ciphertext, 'hex')))
          from entry_words w where (w.couple_id, w.author_id, w.entry_id) = (e.couple_id, e.author_id, e.id)), '[]') as words
      from entries e`);
    return rows;
  } finally {
    await client.end();
  }
}
