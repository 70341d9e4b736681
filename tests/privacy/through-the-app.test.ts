import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { devicesOf, settingsOf } from "@/lib/accounts/queries";
import { acknowledgementHere, statementsHere } from "@/lib/acknowledgements/queries";
import { agreementsHere } from "@/lib/agreements/queries";
import { announcedNamed, unopened } from "@/lib/announcements/queries";
import type { SignedIn } from "@/lib/auth/gate";
import { everydayCare } from "@/lib/care/queries";
import { todayPage } from "@/lib/check-ins/queries";
import { partnerPage } from "@/lib/couples/queries";
import { places } from "@/lib/crypto/places";
import { open } from "@/lib/crypto/words";
import { pool } from "@/lib/db/client";
import { asSystem, type SystemDb } from "@/lib/db/system";
import { asViewer } from "@/lib/db/viewer";
import { draftFor, unsent } from "@/lib/drafts/queries";
import { draftOf } from "@/lib/drafts/schema";
import { conversationOf, shownFeelings } from "@/lib/feelings/queries";
import { commitmentLists, commitmentPage } from "@/lib/follow-through/queries";
import { ownLinks } from "@/lib/guests/queries";
import { choosingFor, packetNamed, packetPage, packetsHere } from "@/lib/packets/queries";
import { passkeysOf } from "@/lib/passkeys/queries";
import { questionBox, questionPage } from "@/lib/questions/queries";
import { comingUp, reflectionsHere } from "@/lib/reflections/queries";
import { ownReminders } from "@/lib/reminders/queries";
import { reviewPage, reviewsHome } from "@/lib/reviews/queries";
import { ownSafetyAnswer } from "@/lib/safety/queries";
import { chosenWords, spaceNow } from "@/lib/space/queries";
import { strugglesHere } from "@/lib/struggles/queries";
import { couldBeBrought, sessionPage, sessionsHere, toBeBrought } from "@/lib/therapy/queries";
import type { Day } from "@/lib/time/day";
import { mineEverywhere, timelineFor } from "@/lib/timeline/queries";
import { timelineSearch } from "@/lib/timeline/schema";
import { actsPage, feelingsPage, numbersPage } from "@/lib/trends/queries";
import { trendsSearchOf, whoses } from "@/lib/trends/schema";
import { askedAgain, shownOtherwise, startingPoints } from "@/lib/visibility/queries";
import { type Name, names, type World } from "@/tests/support/matrix-world";
import { thisDatabase } from "@/tests/support/own-database";
import { day } from "@/tests/support/people";
import { aWorld } from "@/tests/support/shared-world";

let world: World;
/** Every feeling, question, struggle, correction and session anyone ever wrote. */
let spoken: readonly string[];
/** Every packet there is. */
let packets: readonly string[];
/** Every space there ever was. */
let spaces: readonly string[];

beforeAll(async () => {
  world = await aWorld(thisDatabase());
  const { rows } = await world.owner.query<{ id: string }>(
    "select id from entries where kind in ('shared_feeling', 'question', 'struggle', 'correction', 'acknowledgement', 'therapy_session')",
  );
  spoken = rows.map(({ id }) => id);
  const packed = await world.owner.query<{ id: string }>("select id from packets");
  packets = packed.rows.map(({ id }) => id);
  const couples = await world.owner.query<{ id: string }>("select id from couples");
  spaces = couples.rows.map(({ id }) => id);
});

afterAll(() => world.owner.end());

const days = ["01", "02", "03", "04", "05", "06", "08", "09", "10", "11"].map((of) => day(`2026-03-${of}`));

const formsOn = (days: readonly Day[], spaces: readonly string[], answering: readonly string[]) => [
  ...days.map(draftOf.checkIn),
  ...spaces.flatMap((coupleId) => [
    draftOf.feeling(coupleId),
    draftOf.question(coupleId),
    draftOf.struggle(coupleId),
  ]),
  ...answering.flatMap((to) => [
    draftOf.reply(to),
    draftOf.questionAnswer(to),
    draftOf.strugglePart(to),
    draftOf.session_agenda(to),
  ]),
];

/** Everything the app ever reads for a person, as one text. */
async function everythingShownTo(viewer: SignedIn): Promise<string> {
  const search = timelineSearch.parse({});
  const read = await asViewer(viewer, async (db) => [
    viewer,
    await timelineFor(db, viewer, search),
    await mineEverywhere(db, viewer, search),
    await each(days, (on) => todayPage(db, viewer, on)),
    await each(formsOn(days, spaces, spoken), (form) => draftFor(db, viewer, form)),
    await unsent(db, viewer),
    await shownFeelings(db, viewer),
    await questionBox(db, viewer),
    await everydayCare(db, viewer),
    await strugglesHere(db, viewer),
    await sessionsHere(db, viewer, LAST),
    await toBeBrought(db, viewer),
    await packetsHere(db, viewer),
    await each(trendsOf(viewer), (search) => numbersPage(db, viewer, search, LAST)),
    await each(trendsOf(viewer), (search) => feelingsPage(db, viewer, search, LAST)),
    await each(trendsOf(viewer), (search) => actsPage(db, viewer, search, LAST, LAST)),
    await reviewsHome(db, viewer),
    await each(await db.review.findMany(), ({ id }) => reviewPage(db, viewer, id, LAST, LAST)),
    await spaceNow(db, viewer),
    await chosenWords(db, viewer),
    await agreementsHere(db, viewer),
    await reflectionsHere(db, viewer),
    await comingUp(db, viewer, LAST),
    await commitmentLists(db, viewer, LAST, LAST),
    await each(await db.commitment.findMany(), ({ id }) => commitmentPage(db, viewer, id, LAST, LAST)),
    await unopened(db, viewer),
    await partnerPage(db, viewer),
    await devicesOf(db, viewer),
    await settingsOf(db, viewer),
    await ownReminders(db, viewer),
    await ownSafetyAnswer(db, viewer),
    await passkeysOf(db, viewer),
    await startingPoints(db, viewer),
    await shownOtherwise(db, viewer, "check_in", "numbers"),
    await askedAgain(db, viewer),
    await statementsHere(db, viewer),
  ]);
  // Each in a transaction of its own, as a page is.
  const asked = await each(spoken, (id) =>
    asViewer(viewer, async (db) => [
      await conversationOf(db, viewer, id),
      await questionPage(db, viewer, id),
      await sessionPage(db, viewer, id),
      await couldBeBrought(db, viewer, id, "theirs"),
      await announcedNamed(db, viewer, "correction", id),
      await acknowledgementHere(db, viewer, id),
    ]),
  );
  const packed = await each(packets, (id) =>
    asViewer(viewer, async (db) => {
      const packet = await packetNamed(db, viewer, id);
      return [
        await packetPage(db, viewer, id),
        packet && (await choosingFor(db, viewer, packet)),
        await ownLinks(db, viewer, { id, mine: packet?.authorId === viewer.id }),
      ];
    }),
  );
  return JSON.stringify([read, asked, packed]);
}

/** Every row of words a person can lay hands on, opened as only the app could. */
async function everythingOpenedFor(viewer: SignedIn): Promise<string> {
  const rows = await asViewer(viewer, async (db) => ({
    words: await db.entryWords.findMany(),
    drafts: await db.draft.findMany(),
    sentences: await db.agreedWords.findMany(),
    promised: await db.commitmentWords.findMany(),
    packed: await db.packetItem.findMany(),
    parts: await db.packetPart.findMany(),
    links: await db.guestLink.findMany({
      select: { coupleId: true, authorId: true, id: true, ciphertext: true },
    }),
    passkeys: await db.passkey.findMany({ select: { accountId: true, id: true, ciphertext: true } }),
  }));
  return [
    ...rows.words.map((row) => open(row.ciphertext, places.entryWords(row))),
    ...rows.drafts.map((row) => open(row.ciphertext, places.draft(row))),
    ...rows.sentences.map((row) => open(row.ciphertext, places.agreedWords(row))),
    ...rows.promised.map((row) => open(row.ciphertext, places.mutualWords(row))),
    ...rows.packed.map((row) => (row.ciphertext ? open(row.ciphertext, places.packetItem(row)) : "")),
    ...rows.parts.map((row) => (row.ciphertext ? open(row.ciphertext, places.packetPart(row)) : "")),
    ...rows.links.map((row) => open(row.ciphertext, places.guestLink(row))),
    ...rows.passkeys.map((row) => open(row.ciphertext, places.passkeyLabel(row))),
  ].join("\n");
}

async function each<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (const one of all) done.push(await work(one));
  return done;
}

const LAST = day("2026-03-12");
const trendsOf = (viewer: SignedIn) => whoses.map((whose) => trendsSearchOf(viewer, { range: "all", whose }));

const viewerOf = (name: Name) => world.people[name].viewer;

describe("what the app reads for a person", () => {
  it.each(names)("holds nobody's words that are not for %s", async (name) => {
    expect(world.canaries.leaksTo(name, await everythingShownTo(viewerOf(name)))).toEqual([]);
    expect(world.canaries.leaksTo(name, await everythingOpenedFor(viewerOf(name)))).toEqual([]);
  });

  it.each(names)("holds back nothing that is for %s, words and all", async (name) => {
    const words = world.canaries
      .readableBy(name)
      .filter(({ place }) => /note|own feeling|draft|promise|would help|sentence|words/.test(place));
    const met = new Set(
      world.canaries.foundIn(await everythingOpenedFor(viewerOf(name))).map(({ place }) => place),
    );
    // A version that was never shown gives way to the one that replaced it.
    const replaced = /\((kept|taken back|told, then changed), .*\)/;
    expect(
      words.filter(({ place }) => !met.has(place) && !replaced.test(place)).map(({ place }) => place),
    ).toEqual([]);
    expect(words.length).toBeGreaterThan(5);
  });

  it("is nobody else's for claiming their id, their couple or their session", async () => {
    const [ada, cleo] = [viewerOf("ada"), viewerOf("cleo")];
    const claims = [
      { ...cleo, coupleId: ada.coupleId },
      { ...cleo, coupleId: ada.coupleId, partnerId: ada.id },
      { ...cleo, partnerId: ada.id, sessionId: ada.sessionId },
    ];
    for (const claimed of claims) {
      expect(world.canaries.leaksTo("cleo", await everythingShownTo(claimed))).toEqual([]);
    }
  });

  it("is nothing at all for nobody, and an error for what is not an id", async () => {
    const nobody = { ...viewerOf("ada"), id: "" };
    expect(await asViewer(nobody, (db) => db.entry.findMany())).toEqual([]);
    await expect(asViewer({ ...nobody, id: "' or true --" }, (db) => db.entry.findMany())).rejects.toThrow();
  });
});

describe("a slip outside asViewer", () => {
  it.each([
    "entry",
    "entryWords",
    "checkIn",
    "sharedFeeling",
    "feelingPart",
    "reply",
    "feltHeard",
    "questionAnswer",
    "strugglePart",
    "struggleRest",
    "therapySession",
    "therapyPart",
    "therapyMark",
    "packet",
    "packetPart",
    "packetItem",
    "guestLink",
    "guestVisit",
    "spaceRequest",
    "spaceReturn",
    "agreedWords",
    "commitment",
    "commitmentEvent",
    "commitmentTerms",
    "commitmentWords",
    "commitmentSource",
    "followThrough",
    "commitmentRemark",
    "review",
    "reviewPart",
    "gapChoice",
    "gapAnswer",
    "reachChoice",
    "announcement",
    "announcementOpening",
    "acknowledgement",
    "acknowledgementAnswer",
    "news",
    "reminder",
    "draft",
    "account",
    "profile",
    "session",
    "safetyCheck",
    "member",
    "couple",
  ] as const)("reads no %s", async (model) => {
    const bare = pool()[model] as unknown as { findMany: () => Promise<unknown> };
    await expect(bare.findMany()).rejects.toThrow(/denied|does not exist/);
  });

  it("does not carry one person's request over to the next on the same connection", async () => {
    await asViewer(viewerOf("ada"), (db) => db.entry.findMany());
    const left = await pool()
      .$queryRaw`select nullif(current_setting('app.viewer_id', true), '') as viewer, current_user <> session_user as still`;
    expect(left).toEqual([{ viewer: null, still: false }]);
    await asViewer(viewerOf("ada"), async () => {
      throw new Error("broken off");
    }).catch(() => {});
    expect(
      await pool().$queryRaw`select nullif(current_setting('app.viewer_id', true), '') as viewer`,
    ).toEqual([{ viewer: null }]);
  });

  it("finds nothing anyone wrote and no safety check as the system, whomever it says it is about", async () => {
    const everybody = names.flatMap((name) => [
      viewerOf(name).id,
      viewerOf(name).coupleId,
      world.people[name].email,
    ]);
    const reads: ((db: SystemDb) => Promise<unknown>)[] = [
      (db) => db.entry.findMany(),
      (db) => db.entryWords.findMany(),
      (db) => db.checkIn.findMany(),
      (db) => db.sharedFeeling.findMany(),
      (db) => db.feelingPart.findMany(),
      (db) => db.reply.findMany(),
      (db) => db.feltHeard.findMany(),
      (db) => db.questionAnswer.findMany(),
      (db) => db.strugglePart.findMany(),
      (db) => db.struggleRest.findMany(),
      (db) => db.therapySession.findMany(),
      (db) => db.therapyPart.findMany(),
      (db) => db.therapyMark.findMany(),
      (db) => db.packet.findMany(),
      (db) => db.packetPart.findMany(),
      (db) => db.packetItem.findMany(),
      (db) => db.guestVisit.findMany(),
      (db) => db.spaceRequest.findMany(),
      (db) => db.spaceReturn.findMany(),
      (db) => db.agreedWords.findMany(),
      (db) => db.review.findMany(),
      (db) => db.reviewPart.findMany(),
      (db) => db.gapChoice.findMany(),
      (db) => db.gapAnswer.findMany(),
      (db) => db.commitment.findMany(),
      (db) => db.commitmentEvent.findMany(),
      (db) => db.commitmentTerms.findMany(),
      (db) => db.commitmentWords.findMany(),
      (db) => db.commitmentSource.findMany(),
      (db) => db.followThrough.findMany(),
      (db) => db.commitmentRemark.findMany(),
      (db) => db.reachChoice.findMany(),
      (db) => db.announcement.findMany(),
      (db) => db.announcementOpening.findMany(),
      (db) => db.acknowledgement.findMany(),
      (db) => db.acknowledgementAnswer.findMany(),
      // That there is something new it may know, and not what.
      (db) => db.news.findMany(),
      (db) => db.draft.findMany(),
      (db) => db.safetyCheck.findMany(),
    ];
    for (const read of reads) await expect(asSystem(everybody, read)).rejects.toThrow(/denied/);
  });
});
