import { whoIsThere } from "@/lib/auth/gate";
import { recentlyConfirmed } from "@/lib/auth/sessions";
import { countAction } from "@/lib/auth/throttle";
import { Refusal } from "@/lib/errors";
import { keepFile } from "@/lib/imports/commands";
import { outcomes } from "@/lib/imports/schema";
import { answer, fromOurPages } from "@/lib/web/post";

/**
 * A person's own copy, as a plain form of ours sends it: no action takes as much. It is kept until they have looked at what is
 * in it. Whoever is not signed in, or has not confirmed that it is them a moment ago, is led to where they can.
 */
export const POST = (request: Request) =>
  fromOurPages(async () => {
    const viewer = await whoIsThere();
    if (!viewer) return answer(303, "/sign-in");
    if (!viewer.noticeRead) return answer(303, "/notice");
    if (!recentlyConfirmed(viewer)) return answer(303, "/settings/import");
    try {
      await countAction(viewer.sessionId);
      await keepFile(viewer, await fileIn(request));
      return answer(303, "/settings/import");
    } catch (error) {
      const said = error instanceof Refusal && outcomes.find((one) => one === error.reason);
      if (!said) throw error;
      return answer(303, `/settings/import?said=${said}`);
    }
  });

async function fileIn(request: Request): Promise<Uint8Array> {
  const form = await request.formData().catch(() => null);
  const file = form?.get("file");
  if (!(file instanceof File) || file.size === 0) throw new Refusal("import_missing");
  return new Uint8Array(await file.arrayBuffer());
}
