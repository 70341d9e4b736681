"use server";
import { refresh } from "next/cache";
import { z } from "zod";
import { confirmIdentity } from "@/lib/auth/sessions";
import { personAction } from "@/lib/web/action";

/** Opens both files for as long as a confirmation lasts. */
export const confirmForExportAction = personAction(
  z.object({ passphrase: z.string().max(256).default("") }),
  async (viewer, { passphrase }) => {
    await confirmIdentity(viewer, passphrase);
    refresh();
    return {};
  },
);
