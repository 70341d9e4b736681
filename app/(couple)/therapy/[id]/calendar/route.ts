import { getTranslations } from "next-intl/server";
import { asCalendar } from "@/components/therapy/calendar";
import { whoeverIsThere } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { entryHere } from "@/lib/entries/queries";
import { sessionAddress } from "@/lib/therapy/schema";
import { download } from "@/lib/web/download";
import { answer } from "@/lib/web/post";

/**
 * A session of the present space for a calendar, as a file that names nothing. Whoever is not signed in, or whose device is
 * locked, is led to where they can be. No answer is kept on the way, whatever it is.
 */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/therapy/[id]/calendar">,
): Promise<Response> {
  const viewer = await whoeverIsThere();
  if (!viewer) return answer(303, "/sign-in");
  if ("locked" in viewer) return answer(303, "/locked");
  const address = sessionAddress.safeParse(await params);
  if (!address.success) return answer(404);
  const found = await asViewer(viewer, (db) => entryHere(db, viewer, "therapy_session", address.data.id));
  if (!found) return answer(404);
  const t = await getTranslations("therapy");
  return download(asText(asCalendar(found.view, t("file_title"))), {
    name: "appointment.ics",
    type: "text/calendar",
  });
}

async function* asText(text: string) {
  yield text;
}
