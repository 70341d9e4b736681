import { z } from "zod";
import { shownChoices, wholeChoices } from "@/lib/visibility/rules";

export const shown = z.enum(shownChoices, { error: "shown" });
export const wholeShown = z.enum(wholeChoices, { error: "shown" });
