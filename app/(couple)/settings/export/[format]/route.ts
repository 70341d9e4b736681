import { notFound } from "next/navigation";
import { getFormatter, getMessages, getTranslations } from "next-intl/server";
import { asDocument } from "@/components/export/document";
import { asSpreadsheets } from "@/components/export/spreadsheet";
import { type SignedIn, whoIsThere } from "@/lib/auth/gate";
import { recentlyConfirmed } from "@/lib/auth/sessions";
import { everythingOf } from "@/lib/export/queries";
import { asJson, fileName } from "@/lib/export/rules";
import { type ExportFormat, exportAddress } from "@/lib/export/schema";
import { dayIn } from "@/lib/time/day";
import { download } from "@/lib/web/download";
import { answer, fromOurPages } from "@/lib/web/post";

/**
 * A person's own file, as the answer to a plain form of ours: nothing leads here by a link, and nothing is fetched before
 * it is asked for. Whoever is not signed in, or has not confirmed that it is them a moment ago, is led to where they can.
 */
export const POST = (_request: Request, { params }: RouteContext<"/settings/export/[format]">) =>
  fromOurPages(async () => {
    const asked = exportAddress.safeParse(await params);
    if (!asked.success) notFound();
    const viewer = await whoIsThere();
    if (!viewer) return answer(303, "/sign-in");
    if (!recentlyConfirmed(viewer)) return answer(303, "/settings/export");
    return fileFor(viewer, asked.data.format);
  });

async function fileFor(viewer: SignedIn, format: ExportFormat): Promise<Response> {
  const name = fileName(dayIn(viewer.timeZone), format);
  const parts = everythingOf(viewer);
  if (format === "json") return download(asJson(parts), { name, type: "application/json; charset=utf-8" });
  const words = {
    t: await getTranslations("export"),
    partner: await getTranslations("partner"),
    commitments: await getTranslations("commitments"),
    timeline: await getTranslations("timeline"),
    messages: await getMessages(),
    format: await getFormatter(),
  };
  return format === "csv"
    ? download(asSpreadsheets(parts, words), { name, type: "application/zip" })
    : download(asDocument(parts, words), { name, type: "text/html; charset=utf-8" });
}
