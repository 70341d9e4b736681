import "server-only";
import { z } from "zod";
import { content } from "@/lib/check-ins/schema";
import { places } from "@/lib/crypto/places";
import { open } from "@/lib/crypto/words";
import type { Viewer, ViewerDb } from "@/lib/db/viewer";
import { type LeftCheckIn, latestFirst } from "@/lib/left-check-ins/rules";
import { fromColumn } from "@/lib/time/day";

const sealed = z.object({ leftAt: z.string(), content });

/** What the viewer left while a device of theirs was locked, the latest first. */
export async function leftCheckIns(db: ViewerDb, viewer: Viewer): Promise<LeftCheckIn[]> {
  const rows = await db.leftCheckIn.findMany({ where: { accountId: viewer.id } });
  return latestFirst(
    rows.map(({ accountId, id, day: date, ciphertext }) => {
      const day = fromColumn(date);
      const said = sealed.parse(JSON.parse(open(ciphertext, places.leftCheckIn({ accountId, id, day }))));
      return { id, day, ...said };
    }),
  );
}
