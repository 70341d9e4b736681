import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { asViewer, throughPartnersEyes, type ViewerDb } from "@/lib/db/viewer";
import { partnersEntry } from "@/lib/entries/queries";
import { timelineFor } from "@/lib/timeline/queries";
import { timelineSearch } from "@/lib/timeline/schema";
import { showEntry } from "@/lib/visibility/commands";
import { choices, partnersSide } from "@/lib/visibility/rules";
import { tables } from "@/tests/privacy/tables";
import {
  agreedBetween,
  answers,
  asks,
  choosesWay,
  corrects,
  missesDay,
  notesCare,
  notices,
  promises,
  shares,
} from "@/tests/support/deeds";
import { aText } from "@/tests/support/hidden-deeds";
import { keySql } from "@/tests/support/matrix-askers";
import { inTwelveHours } from "@/tests/support/matrix-correcting";
import { aCouple, day, type Person } from "@/tests/support/people";

let both: readonly [Person, Person];
/** What Ada's deeds are about: a feeling of Ben's, and a commitment of each. */
let about: { feeling: string; mine: string; theirs: string };

beforeAll(async () => {
  const [ada, ben] = await aCouple();
  both = [ada, ben];
  about = {
    feeling: await shares(ben, "for you"),
    mine: await agreedBetween(ada, ben, "I call"),
    theirs: await agreedBetween(ben, ada, "I call too"),
  };
  await missesDay(ben, about.theirs, "", "only_me");
});

const choice = fc.constantFrom(...choices);
const whole = fc.constantFrom("only_me" as const, "numbers_and_words" as const);
const deed = fc.oneof(
  fc.record({
    does: fc.constant("checks in" as const),
    on: fc.integer({ min: 1, max: 28 }),
    note: aText,
    choice,
  }),
  fc.record({ does: fc.constant("shows anew" as const), which: fc.nat(), choice }),
  fc.record({ does: fc.constant("asks" as const), note: aText, whole }),
  fc.record({ does: fc.constant("notes" as const), note: aText, whole }),
  fc.record({ does: fc.constant("notices" as const), note: aText, whole }),
  ...(["shares", "answers", "offers", "requests", "corrects"] as const).map((does) =>
    fc.record({ does: fc.constant(does), note: aText }),
  ),
);
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

async function doing(ada: Person, one: Deed): Promise<void> {
  if (one.does === "checks in") {
    const on = `2026-02-${String(one.on).padStart(2, "0")}`;
    const taken = await asViewer(ada.viewer, (db) =>
      db.entry.count({ where: { authorId: ada.viewer.id, kind: "check_in", happenedOn: new Date(on) } }),
    );
    if (!taken) await ada.checksIn(on, { trust: 5, note: one.note, shown: one.choice });
  }
  if (one.does === "shows anew") await showsAnew(ada, one.which, one.choice);
  if (one.does === "asks") await asks(ada, one.note, one.whole);
  if (one.does === "notes") await notesCare(ada, one.note, one.whole);
  if (one.does === "notices") await notices(ada, about.theirs, one.note, one.whole);
  if (one.does === "shares") await shares(ada, one.note);
  if (one.does === "answers") await answers(ada, about.feeling, one.note);
  if (one.does === "offers") await promises(ada, one.note);
  if (one.does === "requests") await promises(ada, one.note, "theirs");
  if (one.does === "corrects") await corrects(ada, one.note);
}

async function showsAnew({ viewer }: Person, which: number, to: (typeof choices)[number]): Promise<void> {
  await asViewer(viewer, async (db) => {
    const own = await db.entry.findMany({ where: { authorId: viewer.id }, orderBy: { id: "asc" } });
    const entry = own[which % own.length];
    if (entry) await showEntry(db, viewer, entry.id, to, day("2026-03-12"));
  });
}

const SEARCH = timelineSearch.parse({ who: "partner" });

const throughTheLens = ({ viewer }: Person) =>
  throughPartnersEyes(viewer, async (db) => {
    const side = partnersSide(viewer);
    return side && timelineFor(db, side, SEARCH);
  });
const asThePartnerReads = ({ viewer }: Person) => asViewer(viewer, (db) => timelineFor(db, viewer, SEARCH));

/** The keys of every row of every table that a transaction can read. */
async function rowsIn(db: ViewerDb): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const [table, { key, viewer }] of Object.entries(tables)) {
    if (!viewer.read) continue;
    const rows = await db.$queryRawUnsafe<{ key: string }[]>(
      `select ${keySql(viewer.read.by ?? key)} as key from public.${table} order by 1`,
    );
    found.set(
      table,
      rows.map((row) => row.key),
    );
  }
  return found;
}

describe("through the partner's eyes", () => {
  it("one finds of one's own what the partner reads, to the letter, whatever was written, shown and taken back", async () => {
    const [ada, ben] = both;
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 8 }), async (deeds) => {
        for (const one of deeds) await doing(ada, one);
        expect(await throughTheLens(ada)).toEqual(await asThePartnerReads(ben));
      }),
      { numRuns: 25 },
    );
  });

  it("one sees what both read, table by table, and no row that one could not already read", async () => {
    const [ada, ben] = both;
    const [own, partners] = [await asViewer(ada.viewer, rowsIn), await asViewer(ben.viewer, rowsIn)];
    const seen = await throughPartnersEyes(ada.viewer, rowsIn);
    expect(seen.size).toBeGreaterThan(30);
    for (const [table, keys] of seen)
      expect(keys, table).toEqual(own.get(table)?.filter((key) => partners.get(table)?.includes(key)));
  });

  it("each entry by itself is what the partner reads of it, or nothing", async () => {
    const [ada, ben] = both;
    const side = partnersSide(ada.viewer);
    const ids = await asViewer(ada.viewer, (db) => db.entry.findMany({ where: { authorId: ada.viewer.id } }));
    const kept = new Set<boolean>();
    for (const { id } of ids) {
      const seen = side && (await throughPartnersEyes(ada.viewer, (db) => partnersEntry(db, side, id)));
      expect(seen).toEqual(await asViewer(ben.viewer, (db) => partnersEntry(db, ben.viewer, id)));
      kept.add(seen === null);
    }
    expect(kept).toEqual(new Set([true, false]));
  });

  it("a correction that waits for the partner's time looks as if it had come: when it does, nobody is told", async () => {
    const [ada, ben] = both;
    await choosesWay(ben, { way: "at_time", localTime: inTwelveHours() });
    const id = await corrects(ada, "It was Tuesday.");
    const idsOf = async (page: ReturnType<typeof throughTheLens>) =>
      (await page)?.days.flatMap(({ entries }) => entries.map((entry) => entry.id));
    expect(await idsOf(throughTheLens(ada))).toContain(id);
    expect(await idsOf(asThePartnerReads(ben))).not.toContain(id);
  });

  it("nothing can be written", async () => {
    const [ada] = both;
    await expect(
      throughPartnersEyes(ada.viewer, (db) =>
        db.entry.updateMany({ where: { authorId: ada.viewer.id }, data: { audience: "partner" } }),
      ),
    ).rejects.toThrow(/read-only/);
  });
});
