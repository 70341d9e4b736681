import { randomUUID } from "node:crypto";
import type { SignedIn } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { beginPacket, beginPart, consentTo, putGroup } from "@/lib/packets/commands";
import { packetPage } from "@/lib/packets/queries";
import type { Group } from "@/lib/packets/rules";
import { bringToSession } from "@/lib/therapy/commands";
import { addDays } from "@/lib/time/day";
import type { Who } from "@/prisma/seed/conversations";
import { daysAgo, on } from "@/prisma/seed/days";

/** What each puts in beside what a packet begins with. */
const PUT_IN: Readonly<Record<Who, readonly Group[]>> = {
  maren: ["feelings", "sessions"],
  jonas: ["feelings", "days", "sessions"],
};

/** What both want to bring to their next session, and the packet they put together for it: their last four weeks. */
export async function packUp(both: Readonly<Record<Who, SignedIn>>): Promise<void> {
  for (const who of ["maren", "jonas"] as const) await markSome(both[who]);
  const packet = randomUUID();
  const today = daysAgo(0);
  const days = { from: addDays(today, -27), to: today };
  const { maren, jonas } = both;
  await asViewer(maren, (db) => beginPacket(db, on(maren, 0), { packet, packet_kind: "joint", ...days }));
  await asViewer(jonas, (db) => beginPart(db, jonas, { packet, whose: "theirs" }));
  for (const who of ["maren", "jonas"] as const) {
    const viewer = both[who];
    const whose = who === "maren" ? "mine" : "theirs";
    for (const group of PUT_IN[who])
      await asViewer(viewer, (db) => putGroup(db, viewer, { packet, whose, group, put: "shown" }));
    await asViewer(viewer, async (db) => {
      const seen = (await packetPage(db, viewer, packet))?.seen ?? "";
      await consentTo(db, on(viewer, 0), { packet, whose, seen });
    });
  }
}

/** The newest thing of each that both can read. */
async function markSome(viewer: SignedIn): Promise<void> {
  await asViewer(viewer, async (db) => {
    for (const [whose, sharedBy] of [
      ["mine", viewer.id],
      ["theirs", viewer.partnerId],
    ] as const) {
      const newest = await db.entry.findFirst({
        where: { coupleId: viewer.coupleId, sharedBy, kind: "shared_feeling" },
        orderBy: [{ happenedOn: "desc" }, { id: "desc" }],
      });
      if (newest) await bringToSession(db, viewer, { entry: newest.id, whose, bring: "yes" });
    }
  });
}
