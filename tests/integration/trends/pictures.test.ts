import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markDay } from "@/lib/annotations/commands";
import { amendCheckIn } from "@/lib/check-ins/commands";
import { basisOf } from "@/lib/check-ins/queries";
import { blank } from "@/lib/check-ins/rules";
import { leave } from "@/lib/couples/commands";
import { asViewer } from "@/lib/db/viewer";
import { type Day, dayOf, numberOf } from "@/lib/time/day";
import { actsPage, feelingsPage, numbersPage, yearPage } from "@/lib/trends/queries";
import { courseOf, givenOf, type Span } from "@/lib/trends/rules";
import { type TrendsSearch, trendsSearch } from "@/lib/trends/schema";
import {
  agreedBetween,
  answers,
  keepsWhetherHeard,
  missesDay,
  shares,
  withdraws,
} from "@/tests/support/deeds";
import { aCouple, aPerson, day, link, type Person } from "@/tests/support/people";

const TODAY = day("2026-03-12");
const ago = (days: number): Day => dayOf(numberOf(TODAY) - days);

/** Every picture somebody can look at, as their pages are given it. */
async function pictures({ viewer }: Person, given: Partial<TrendsSearch> = {}) {
  const search = { ...trendsSearch.parse({}), ...given };
  return asViewer(viewer, async (db) => ({
    numbers: await numbersPage(db, viewer, search, TODAY),
    feelings: await feelingsPage(db, viewer, search, TODAY),
    acts: await actsPage(db, viewer, search, TODAY, TODAY),
    year: await yearPage(db, viewer, search, TODAY),
  }));
}

/** The same from the other side: what was mine is theirs. */
const turned = (seen: Awaited<ReturnType<typeof pictures>>) => {
  const other = <T extends { mine: boolean }>(of: readonly T[]) =>
    of.map((one) => ({ ...one, mine: !one.mine })).toReversed();
  const { numbers, feelings, acts, year } = seen;
  const marks = (of: typeof numbers.annotations) => of.map((one) => ({ ...one, mine: !one.mine }));
  return {
    numbers: { ...numbers, people: other(numbers.people), annotations: marks(numbers.annotations) },
    feelings: { ...feelings, people: other(feelings.people), annotations: marks(feelings.annotations) },
    acts: { ...acts, kept: other(acts.kept), heard: other(acts.heard), needs: other(acts.needs) },
    year: { ...year, people: other(year.people) },
  };
};

const marks = (person: Person, on: Day, note: string, shown: "only_me" | "numbers_and_words") =>
  asViewer(person.viewer, (db) =>
    markDay(db, person.at(TODAY), { entry: randomUUID(), kind: "hard_day", day: on, note, shown }),
  );

/** A little of everything that pictures are drawn from, shown. */
async function aCoupleWithPictures(): Promise<[Person, Person]> {
  const [ada, ben] = await aCouple();
  await ada.checksIn(ago(3), { trust: 4, pain: 6, feelings: ["hurt"], need: "rest", shown: "numbers" });
  await ada.checksIn(ago(1), { trust: 5, feelings: ["sad"], shown: "numbers" });
  await ben.checksIn(ago(3), { trust: 8, feelings: ["guilty"], need: "closeness", shown: "numbers" });
  await shares(ada, "this hurt");
  const commitment = await agreedBetween(ben, ada, "I call at noon");
  await missesDay(ben, commitment, "", "only_me");
  await marks(ada, ago(2), "the invoice", "numbers_and_words");
  return [ada, ben];
}

describe("what both show", () => {
  it("is the same for both, whoever looks", async () => {
    const [ada, ben] = await aCoupleWithPictures();
    for (const range of ["4w", "6m", "12m", "all"] as const)
      expect(turned(await pictures(ada, { range }))).toEqual(await pictures(ben, { range }));
    const { numbers, feelings, acts, year } = await pictures(ben);
    const [bens, adas] = numbers.people;
    expect([bens?.rows.length, adas?.rows.length]).toEqual([1, 2]);
    expect(adas?.rows[0]).toMatchObject({ trust: 4, safety: null, pain: 6 });
    expect(feelings.people[1]?.checkIns.map(({ feelings }) => feelings)).toEqual([["hurt"], ["sad"]]);
    expect(acts.needs.map(({ rows }) => rows.map(({ need }) => need))).toEqual([
      ["closeness"],
      ["rest", null],
    ]);
    expect(numbers.annotations.map(({ day, texts }) => [day, texts.note])).toEqual([[ago(2), "the invoice"]]);
    expect(feelings.people.map(({ strengths }) => strengths.length)).toEqual([0, 0]);
    expect(acts.kept[0]?.rows.reduce((sum, { missed }) => sum + missed, 0)).toBe(1);
    expect(year.people.map(({ rows }) => rows.length)).toEqual([1, 2]);
  });

  it("holds of one's own only what one shows, on one's own page too", async () => {
    const [ada] = await aCoupleWithPictures();
    const before = await pictures(ada);
    await ada.checksIn(ago(2), { trust: 0, pain: 10, feelings: ["numb"], shown: "only_me" });
    await marks(ada, ago(5), "for me", "only_me");
    expect(await pictures(ada)).toEqual(before);
    const { numbers } = await pictures(ada, { whose: "mine" });
    expect(numbers.people.map(({ mine, rows }) => [mine, rows.length])).toEqual([[true, 3]]);
    expect(numbers.annotations.map(({ texts }) => texts.note)).toEqual(["for me", "the invoice"]);
  });

  it("does not move, for either, by anything that is hidden, whatever it is and however long ago", async () => {
    const [ada, ben] = await aCoupleWithPictures();
    const feeling = await shares(ada, "another one");
    const answer = await answers(ben, feeling, "I hear you");
    const search = { range: "all" } as const;
    const before = [await pictures(ada, search), await pictures(ben, search)];
    const taken = new Set(["ada/1", "ada/3", "ben/3"]);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 0, max: 10 }),
        fc.constantFrom("ada", "ben"),
        async (days, number, name) => {
          const who = name === "ada" ? ada : ben;
          const hidden = {
            trust: number,
            pain: 10 - number,
            feelings: ["torn" as const],
            shown: "only_me" as const,
          };
          if (!taken.has(`${name}/${days}`)) await who.checksIn(ago(days), hidden);
          taken.add(`${name}/${days}`);
          await marks(who, ago(days), "hidden", "only_me");
        },
      ),
      { numRuns: 25 },
    );
    await keepsWhetherHeard(ada, answer, "time");
    expect([await pictures(ada, search), await pictures(ben, search)]).toEqual(before);
  });

  it("changes for both the moment something is taken back", async () => {
    const [ada, ben] = await aCoupleWithPictures();
    const before = await pictures(ben);
    const entry = await ada.checksIn(TODAY, { trust: 1, shown: "numbers" });
    expect(await pictures(ben)).not.toEqual(before);
    await withdraws(ada, entry);
    expect(await pictures(ben)).toEqual(before);
    expect(turned(await pictures(ada))).toEqual(before);
  });

  it("goes dark when the two part, and each keeps the pictures of their own", async () => {
    const [ada, ben] = await aCoupleWithPictures();
    const own = (await pictures(ada, { whose: "mine" })).numbers.people;
    await leave(ben.viewer);
    // Whoever was on the page already, and whoever comes back to it.
    for (const seen of [await pictures(ada), await ada.again().then(() => pictures(ada))])
      expect(seen.numbers.people.flatMap(({ mine, rows }) => (mine ? [] : rows))).toEqual([]);
    expect((await pictures(ada, { whose: "mine" })).numbers.people).toEqual(own);
  });

  it("is not opened by claiming to be another couple's", async () => {
    const [ada, ben] = await aCoupleWithPictures();
    const cleo = await aPerson("Cleo");
    const nothing = await pictures(cleo);
    cleo.viewer = { ...cleo.viewer, coupleId: ada.viewer.coupleId, partnerId: ben.viewer.id };
    const { numbers, feelings, acts } = await pictures(cleo, { range: "all" });
    expect(numbers.people.flatMap(({ rows }) => rows)).toEqual([]);
    expect(feelings.people.flatMap(({ checkIns, strengths }) => [...checkIns, ...strengths])).toEqual([]);
    expect([...acts.kept, ...acts.heard].flatMap(({ rows }) => rows as readonly unknown[])).toEqual([]);
    expect(numbers.annotations).toEqual([]);
    expect(numbers.span).toEqual(nothing.numbers.span);
  });
});

describe("everything of one's own", () => {
  it("goes across spaces, and shows of two check-ins of a day the one of the present space", async () => {
    const [ada, ben] = [await aPerson("Ada"), await aPerson("Ben")];
    await ada.checksIn(ago(5), { trust: 2 });
    await ada.checksIn(ago(4), { trust: 3 });
    await link(ada, ben);
    await ada.checksIn(ago(4), { trust: 9 });
    const { numbers } = await pictures(ada, { whose: "mine" });
    expect(numbers.people[0]?.rows.map(({ day, trust }) => [dayOf(day), trust])).toEqual([
      [ago(5), 2],
      [ago(4), 9],
    ]);
    expect((await pictures(ada)).numbers.people.flatMap(({ rows }) => rows)).toEqual([]);
    expect((await pictures(ben, { whose: "mine" })).numbers.people).toEqual([{ mine: true, rows: [] }]);
  });

  it("draws what stands, and not what was said before", async () => {
    const [ada] = await aCouple();
    const entry = await ada.checksIn(ago(2), { trust: 2, shown: "numbers" });
    const change = { ...blank, trust: 7, entry, basis: basisOf({ ...blank, trust: 2 }) };
    await asViewer(ada.viewer, (db) => amendCheckIn(db, ada.at(TODAY), change, "numbers"));
    for (const whose of ["both", "mine"] as const)
      expect((await pictures(ada, { whose })).numbers.people[0]?.rows.map(({ trust }) => trust)).toEqual([7]);
  });
});

describe("the line and the band", () => {
  it("are what Postgres makes of the same rows by windows of its own", async () => {
    const [ada, ben] = await aCouple();
    const dice = fc.sample(fc.tuple(fc.integer({ min: 0, max: 10 }), fc.boolean(), fc.boolean()), {
      numRuns: 70,
      seed: 7,
    });
    for (const [at, [trust, isThere, isShown]] of dice.entries())
      if (isThere || at % 3 === 0)
        await ada.checksIn(ago(at), { trust, shown: isShown || at % 2 === 0 ? "numbers" : "only_me" });
    const { numbers } = await pictures(ben, { range: "3m" });
    const adas = numbers.people.find(({ mine }) => !mine);
    const drawn = courseOf(givenOf(adas?.rows ?? [], "trust"), numbers.span);
    expect(drawn.filter(({ mean }) => mean !== null).length).toBeGreaterThan(20);
    expect(drawn.filter(({ swing }) => swing !== null).length).toBeGreaterThan(20);
    expect(drawn.some(({ mean }) => mean === null)).toBe(true);
    expect(await byWindows(ben, ada.viewer.id, numbers.span)).toEqual(
      drawn.map(({ day, mean, swing }) => ({
        day,
        mean: rounded(mean),
        low: rounded(swing?.low ?? null),
        high: rounded(swing?.high ?? null),
      })),
    );
  });
});

const rounded = (number: number | null) => (number === null ? null : Number(number.toFixed(6)));

/** The same by window functions, for whoever asks. */
async function byWindows({ viewer }: Person, author: string, { from, to }: Span) {
  const rows = await asViewer(
    viewer,
    (db) =>
      db.$queryRaw<{ day: number; mean: number | null; low: number | null; high: number | null }[]>`
      with days as (select generate_series(${dayOf(from - 40)}::date, ${dayOf(to)}::date, '1 day')::date as day),
      given as (
        select day, c.trust::float8 as value from days
        left join entries e on e.author_id = ${author}::uuid and e.happened_on = day and e.kind = 'check_in'
        left join check_ins c on c.entry_id = e.id and c.superseded_on is null
      ),
      windows as (
        select day, avg(value) over week as mean, count(value) over week as of_week,
          avg(value) over month as middle, stddev_samp(value) over month as swing, count(value) over month as of_month
        from given
        window week as (order by day range between '6 days' preceding and current row),
          month as (order by day range between '27 days' preceding and current row)
      )
      select day - date '1970-01-01' as day,
        case when of_week >= 4 then mean end as mean,
        case when of_month >= 10 then greatest(0, middle - swing) end as low,
        case when of_month >= 10 then least(10, middle + swing) end as high
      from windows where day >= ${dayOf(from)}::date order by day`,
  );
  return rows.map(({ day, mean, low, high }) => ({
    day,
    mean: rounded(mean),
    low: rounded(low),
    high: rounded(high),
  }));
}
