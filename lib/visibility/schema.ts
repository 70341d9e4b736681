import { z } from "zod";
import { shownChoices } from "@/lib/visibility/rules";

export const shown = z.enum(shownChoices, { error: "shown" });
