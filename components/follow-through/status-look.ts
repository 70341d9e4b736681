import {
  Circle,
  CircleCheck,
  CircleDashed,
  CircleMinus,
  CirclePause,
  Contrast,
  type LucideIcon,
} from "lucide-react";
import type { PictureDay } from "@/lib/follow-through/rules";

type Look = { readonly icon: LucideIcon; readonly hue: string };

/** How a day looks: by its form first, and by its colour only with it. None of them is an alarm. */
export const statusLook: Record<Exclude<PictureDay["shows"], "none" | "open">, Look> = {
  kept: { icon: CircleCheck, hue: "hue-sea" },
  partly: { icon: Contrast, hue: "hue-amber" },
  missed: { icon: Circle, hue: "hue-umber" },
  did_not_apply: { icon: CircleMinus, hue: "hue-ash" },
  not_logged: { icon: CircleDashed, hue: "hue-ash" },
  paused: { icon: CirclePause, hue: "hue-ash" },
};
