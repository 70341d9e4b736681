import { notFound } from "next/navigation";
import { packetFile } from "@/components/packets/packet-file";
import { voicesOf } from "@/components/packets/voices";
import { whoIsThere } from "@/lib/auth/gate";
import { recentlyConfirmed } from "@/lib/auth/sessions";
import { countDocument } from "@/lib/auth/throttle";
import { asViewer } from "@/lib/db/viewer";
import { packetPage } from "@/lib/packets/queries";
import { isComplete } from "@/lib/packets/rules";
import { packetAddress } from "@/lib/packets/schema";
import { dayIn } from "@/lib/time/day";
import { answer, fromOurPages } from "@/lib/web/post";

/**
 * A packet as a document, as its reader's page has it: the answer to a plain form of ours, for whoever has confirmed a moment
 * ago that it is them, once everybody whose it is has agreed to their part.
 */
export const POST = (request: Request, { params }: RouteContext<"/therapy/packets/[id]/paper">) =>
  fromOurPages(async () => {
    const asked = packetAddress.safeParse(await params);
    if (!asked.success) notFound();
    const viewer = await whoIsThere();
    if (!viewer) return answer(303, "/sign-in");
    const page = await asViewer(viewer, (db) => packetPage(db, viewer, asked.data.id));
    if (!page) notFound();
    if (!recentlyConfirmed(viewer) || !isComplete(page)) return answer(303, `/therapy/packets/${page.id}`);
    await countDocument(viewer.sessionId);
    const { from, to, kind, parts } = page;
    const voices = voicesOf(parts, ({ mine }) => (mine ? viewer.name : (viewer.partnerName ?? "")));
    const packet = { from, to, day: dayIn(viewer.timeZone), joint: kind === "joint", voices };
    return packetFile(packet, request.signal);
  });
