import { acknowledgementHere, statementsHere } from "@/lib/acknowledgements/queries";
import { agreementsHere } from "@/lib/agreements/queries";
import { announcedNamed, unopened, wayToTheOther } from "@/lib/announcements/queries";
import type { SignedIn } from "@/lib/auth/gate";
import { everydayCare } from "@/lib/care/queries";
import { todayPage } from "@/lib/check-ins/queries";
import { partnerPage } from "@/lib/couples/queries";
import { asViewer, type ViewerDb } from "@/lib/db/viewer";
import { unsent } from "@/lib/drafts/queries";
import { conversationOf, shownFeelings } from "@/lib/feelings/queries";
import { commitmentLists, commitmentPage, commitmentsOfDay } from "@/lib/follow-through/queries";
import { packetPage, packetsHere } from "@/lib/packets/queries";
import { questionBox, questionPage } from "@/lib/questions/queries";
import { comingUp, reflectionsHere } from "@/lib/reflections/queries";
import { reviewPage, reviewsHome } from "@/lib/reviews/queries";
import { chosenWords, spaceNow } from "@/lib/space/queries";
import { strugglesHere } from "@/lib/struggles/queries";
import { sessionPage, sessionsHere, toBeBrought } from "@/lib/therapy/queries";
import { timelineFor } from "@/lib/timeline/queries";
import { timelineSearch } from "@/lib/timeline/schema";
import { actsPage, feelingsPage, numbersPage, yearPage } from "@/lib/trends/queries";
import { trendsSearch } from "@/lib/trends/schema";
import { day, type Person } from "@/tests/support/people";

const TODAY = day("2026-03-12");

/** Whatever the app would show this person, in every search of theirs, and what they could read of it past the app. */
export async function everythingSeenBy({ viewer }: Person) {
  return asViewer(viewer, async (db) => {
    const seen: unknown[] = [];
    for (const search of [{}, { who: "partner" }, { from: "2026-03-02", to: "2026-03-05" }])
      seen.push(await timelineFor(db, viewer, timelineSearch.parse(search)));
    for (const on of ["2026-03-01", "2026-03-04"]) seen.push((await todayPage(db, viewer, day(on))).partners);
    for (const { kind, id } of await db.entry.findMany({ orderBy: { id: "asc" } })) {
      if (kind === "shared_feeling") seen.push(await conversationOf(db, viewer, id));
      if (kind === "question") seen.push(await questionPage(db, viewer, id));
      if (kind === "therapy_session") seen.push(await sessionPage(db, viewer, id));
      if (kind === "correction") seen.push(await announcedNamed(db, viewer, "correction", id));
      if (kind === "acknowledgement") seen.push(await acknowledgementHere(db, viewer, id));
    }
    seen.push(await shownFeelings(db, viewer), await statementsHere(db, viewer));
    seen.push(await questionBox(db, viewer));
    seen.push(await everydayCare(db, viewer), await strugglesHere(db, viewer));
    seen.push(await sessionsHere(db, viewer, TODAY));
    for (const range of ["4w", "all"] as const) seen.push(...(await everyPicture(db, viewer, range)));
    seen.push({ ...(await reviewsHome(db, viewer)), wantsToGuess: "theirs alone" });
    for (const { id } of await db.review.findMany({ orderBy: { id: "asc" } }))
      seen.push(await reviewPage(db, viewer, id, TODAY, TODAY));
    seen.push(await db.gapAnswer.findMany({ orderBy: { reviewId: "asc" } }));
    seen.push(await spaceNow(db, viewer), await chosenWords(db, viewer), await agreementsHere(db, viewer));
    seen.push(await reflectionsHere(db, viewer), await comingUp(db, viewer, TODAY));
    seen.push(await commitmentLists(db, viewer, TODAY, TODAY), await commitmentsOfDay(db, viewer, TODAY));
    for (const { id } of await db.commitment.findMany({ orderBy: { id: "asc" } }))
      seen.push(await commitmentPage(db, viewer, id, TODAY, TODAY));
    seen.push(await unopened(db, viewer), await wayToTheOther(db), await everyRowOfBoth(db));
    seen.push(await partnerPage(db, viewer), await unsent(db, viewer));
    seen.push(await db.spaceRequest.findMany({ orderBy: { entryId: "asc" } }));
    seen.push(await db.strugglePart.findMany({ orderBy: { entryId: "asc" } }));
    seen.push(await db.struggleRest.findMany({ orderBy: [{ toEntryId: "asc" }, { authorId: "asc" }] }));
    seen.push(await db.therapySession.findMany({ orderBy: { entryId: "asc" } }));
    seen.push(await db.therapyPart.findMany({ orderBy: { entryId: "asc" } }));
    seen.push(await toBeBrought(db, viewer), await db.therapyMark.findMany());
    seen.push(await packetsHere(db, viewer));
    for (const { id } of await db.packet.findMany({ orderBy: { id: "asc" } }))
      seen.push(await packetPage(db, viewer, id));
    seen.push(await db.packetPart.findMany({ orderBy: [{ packetId: "asc" }, { authorId: "asc" }] }));
    seen.push(
      await db.packetItem.findMany({
        orderBy: [{ packetId: "asc" }, { entryId: "asc" }, { portion: "asc" }],
      }),
    );
    const plain = { coupleId: true, authorId: true, id: true };
    seen.push(
      await db.guestLink.findMany({ select: plain }),
      await db.guestVisit.findMany({ select: plain }),
    );
    seen.push(await db.departure.findMany());
    seen.push(await db.news.findMany({ orderBy: { entryId: "asc" } }));
    return seen;
  });
}

/** What pictures are drawn from, of what both show. */
async function everyPicture(db: ViewerDb, viewer: SignedIn, range: "4w" | "all"): Promise<unknown[]> {
  const search = trendsSearch.parse({ range });
  return [
    await numbersPage(db, viewer, search, TODAY),
    await feelingsPage(db, viewer, search, TODAY),
    await actsPage(db, viewer, search, TODAY, TODAY),
    await yearPage(db, viewer, search, TODAY),
  ];
}

/** What commitments and corrections leave in tables that no page shows whole. */
async function everyRowOfBoth(db: ViewerDb): Promise<unknown[]> {
  const inOrder = { orderBy: [{ commitmentId: "asc" as const }, { turn: "asc" as const }] };
  const byEntry = { orderBy: { entryId: "asc" as const } };
  return [
    await db.commitmentEvent.findMany(inOrder),
    await db.commitmentTerms.findMany(inOrder),
    (await db.commitmentWords.findMany(inOrder)).length,
    await db.commitmentSource.findMany(byEntry),
    await db.followThrough.findMany({ orderBy: [{ commitmentId: "asc" }, { day: "asc" }, { turn: "asc" }] }),
    await db.commitmentRemark.findMany(byEntry),
    await db.announcement.findMany({ ...byEntry, select: { entryId: true, authorId: true, way: true } }),
    await db.announcementOpening.findMany(byEntry),
    await db.acknowledgement.findMany(byEntry),
    await db.acknowledgementAnswer.findMany(byEntry),
    await db.reachChoice.findMany(),
    await db.entryWords.count(),
  ];
}
