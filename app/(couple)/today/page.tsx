import { randomUUID } from "node:crypto";
import { Today } from "@/components/check-ins/today";
import { unopened } from "@/lib/announcements/queries";
import { requireWriter } from "@/lib/auth/gate";
import { todayPage } from "@/lib/check-ins/queries";
import { todaySearch } from "@/lib/check-ins/schema";
import { chosenHelpOf } from "@/lib/couples/queries";
import { asViewer } from "@/lib/db/viewer";
import { hereAndNow } from "@/lib/entries/commands";
import { commitmentsOfDay } from "@/lib/follow-through/queries";
import { takeIn } from "@/lib/left-check-ins/commands";
import { comingUp } from "@/lib/reflections/queries";
import { reviewToday } from "@/lib/reviews/queries";
import { spaceNow } from "@/lib/space/queries";
import { dayIn } from "@/lib/time/day";
import { askedAgain } from "@/lib/visibility/queries";

export default async function TodayPage({ searchParams }: PageProps<"/today">) {
  const viewer = await requireWriter();
  const today = dayIn(viewer.timeZone);
  const asked = todaySearch.parse(await searchParams).day;
  const day = asked && asked < today ? asked : today;
  const page = await asViewer(viewer, async (db) => ({
    left: await takeIn(db, hereAndNow(viewer)),
    ...(await todayPage(db, viewer, day)),
    space: await spaceNow(db, viewer),
    announced: await unopened(db, viewer),
    review: await reviewToday(db, viewer, today),
    later: (await askedAgain(db, viewer)).length,
    ofDay: await commitmentsOfDay(db, viewer, day),
    coming: await comingUp(db, viewer, today),
    help: await chosenHelpOf(db, viewer),
  }));
  return (
    <Today
      {...page}
      day={day}
      today={today}
      newEntryId={randomUUID}
      coupleId={viewer.coupleId}
      partnerName={viewer.partnerName}
      timeZone={viewer.timeZone}
    />
  );
}
