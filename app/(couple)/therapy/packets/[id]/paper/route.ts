import { notFound } from "next/navigation";
import { getFormatter, getLocale, getMessages, getTranslations } from "next-intl/server";
import { packetOnPaper } from "@/components/packets/paper";
import { voicesOf } from "@/components/packets/voices";
import { type SignedIn, whoIsThere } from "@/lib/auth/gate";
import { recentlyConfirmed } from "@/lib/auth/sessions";
import { asViewer } from "@/lib/db/viewer";
import { type PacketPage, packetPage } from "@/lib/packets/queries";
import { isComplete, paperName } from "@/lib/packets/rules";
import { packetAddress } from "@/lib/packets/schema";
import { printed } from "@/lib/paper/print";
import { dayIn } from "@/lib/time/day";
import { download } from "@/lib/web/download";
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
    return fileOf(page, viewer, request.signal);
  });

async function fileOf(page: PacketPage, viewer: SignedIn, signal: AbortSignal): Promise<Response> {
  const words = {
    t: await getTranslations("packets"),
    timeline: await getTranslations("timeline"),
    sentences: await getTranslations("trends.sentences"),
    messages: await getMessages(),
    format: await getFormatter(),
  };
  const nameOf = (mine: boolean) => (mine ? viewer.name : (viewer.partnerName ?? ""));
  const described = packetOnPaper(
    {
      from: page.from,
      to: page.to,
      day: dayIn(viewer.timeZone),
      joint: page.kind === "joint",
      voices: voicesOf(page, page.parts, nameOf),
    },
    words,
    await getLocale(),
  );
  async function* file() {
    yield await printed(described, { signal });
  }
  return download(file(), { name: paperName(page), type: "application/pdf" });
}
