import { z } from "zod";
import { holdsTogether } from "@/lib/copies/rules";
import { type ExportedFile, exportFile, VERSION } from "@/lib/export/schema";

export const notRead = [
  "import_not_whole",
  "import_not_ours",
  "import_other_version",
  "import_unclear",
] as const;

/** What a file holds, all of it or nothing: or why it cannot be taken in. */
export function copyIn(text: string): ExportedFile | (typeof notRead)[number] {
  const said = parsed(text);
  if (said === undefined) return "import_not_whole";
  const named = z.looseObject({ format: z.literal("keel-export"), version: z.int() }).safeParse(said);
  if (!named.success) return "import_not_ours";
  if (named.data.version !== VERSION) return "import_other_version";
  const copy = exportFile.safeParse(said);
  return copy.success && copy.data.spaces.every(holdsTogether) ? copy.data : "import_unclear";
}

/** Undefined where it is no JSON, or only the beginning of some. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
