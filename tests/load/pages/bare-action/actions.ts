"use server";
import { refresh } from "next/cache";
import { z } from "zod";
import { personAction } from "@/lib/web/action";

/** An action that only proves the viewer: the floor that saving is measured from. */
export const proveViewerAction = personAction(z.object({}), async () => ({}));

/** The same, which also has its page made anew, as saving has. */
export const proveViewerAndRefreshAction = personAction(z.object({}), async () => {
  refresh();
  return {};
});
