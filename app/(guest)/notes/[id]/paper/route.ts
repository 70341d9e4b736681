import { getFormatter, getTranslations } from "next-intl/server";
import { watermarkOf } from "@/components/guests/watermark-words";
import { packetFile } from "@/components/packets/packet-file";
import { voicesOf } from "@/components/packets/voices";
import { visitsHere } from "@/lib/auth/gate";
import { countDocument } from "@/lib/auth/throttle";
import { noteSaved } from "@/lib/guests/commands";
import { notesOf } from "@/lib/guests/queries";
import { notesAddress } from "@/lib/guests/schema";
import { dayIn } from "@/lib/time/day";
import { answer, fromOurPages } from "@/lib/web/post";

/** What a guest reads as a document: the answer to a plain form of ours. That it was saved is noted first. */
export const POST = (request: Request, { params }: RouteContext<"/notes/[id]/paper">) =>
  fromOurPages(async () => {
    const asked = notesAddress.safeParse(await params);
    const visits = await visitsHere();
    const notes = asked.success && (await notesOf(visits, asked.data.id));
    if (!notes) return answer(303, "/notes/closed");
    await countDocument(visits.join(" "));
    await noteSaved(
      visits,
      notes.parts.map(({ link }) => link),
    );
    const { from, to, kind, parts } = notes;
    const voices = voicesOf(parts, ({ name }) => name);
    const watermark = watermarkOf(notes, {
      t: await getTranslations("guests"),
      format: await getFormatter(),
    });
    const packet = { from, to, day: dayIn("UTC"), joint: kind === "joint", voices, watermark };
    return packetFile(packet, request.signal);
  });
