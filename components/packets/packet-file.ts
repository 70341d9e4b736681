import { getFormatter, getLocale, getMessages, getTranslations } from "next-intl/server";
import { type OnPaper, packetOnPaper } from "@/components/packets/paper";
import { paperName } from "@/lib/packets/rules";
import { printed } from "@/lib/paper/print";
import { download } from "@/lib/web/download";

/** A packet as a document, answered as a file. */
export async function packetFile(packet: OnPaper, signal: AbortSignal): Promise<Response> {
  const words = {
    t: await getTranslations("packets"),
    timeline: await getTranslations("timeline"),
    sentences: await getTranslations("trends.sentences"),
    messages: await getMessages(),
    format: await getFormatter(),
  };
  const described = await packetOnPaper(packet, words, await getLocale());
  async function* file() {
    yield await printed(described, { signal });
  }
  return download(file(), { name: paperName(packet), type: "application/pdf" });
}
