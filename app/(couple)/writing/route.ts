import { whoIsThere } from "@/lib/auth/gate";
import { countAction } from "@/lib/auth/throttle";
import { adviceOn } from "@/lib/coach/advice";
import { draftToRead } from "@/lib/coach/schema";
import { fieldsOf } from "@/lib/web/form-data";
import { answer, fromOurPages } from "@/lib/web/post";

/**
 * Reads a draft for whoever wants it, and forgets it: nothing of it is stored, logged, counted or told to anybody. No action,
 * because those go one after another, and sending must never wait for this.
 */
export const POST = (request: Request) =>
  fromOurPages(async () => {
    const viewer = await whoIsThere();
    if (!viewer) return answer(401);
    if (!viewer.writingHelp) return answer(204);
    await countAction(viewer.sessionId);
    const form = await request.formData().catch(() => null);
    const draft = form && draftToRead.safeParse(fieldsOf(form));
    if (!draft?.success) return answer(400);
    return Response.json(adviceOn(draft.data.place, draft.data.fields), {
      headers: { "cache-control": "no-store" },
    });
  });
