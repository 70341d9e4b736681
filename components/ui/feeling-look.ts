import {
  Bandage,
  CircleDashed,
  CloudRain,
  EyeOff,
  Flame,
  Flower2,
  Leaf,
  type LucideIcon,
  MoonStar,
  Snowflake,
  Split,
  Sunrise,
  Unlink,
  Waves,
  Weight,
  Wind,
} from "lucide-react";

export type FeelingLook = { icon: LucideIcon; hue: string };

/** Each feeling's icon and colour. Related feelings share a colour and differ by icon; no two colours share a lightness. */
export const feelingLook = {
  hurt: { icon: Bandage, hue: "hue-rose" },
  betrayed: { icon: Unlink, hue: "hue-plum" },
  sad: { icon: CloudRain, hue: "hue-deep" },
  angry: { icon: Flame, hue: "hue-ember" },
  afraid: { icon: Wind, hue: "hue-amber" },
  not_enough: { icon: CircleDashed, hue: "hue-umber" },
  torn: { icon: Split, hue: "hue-amber" },
  ashamed: { icon: EyeOff, hue: "hue-umber" },
  guilty: { icon: Weight, hue: "hue-umber" },
  lonely: { icon: MoonStar, hue: "hue-deep" },
  numb: { icon: Snowflake, hue: "hue-ash" },
  grieving: { icon: Leaf, hue: "hue-plum" },
  hopeful: { icon: Sunrise, hue: "hue-moss" },
  calm: { icon: Waves, hue: "hue-sea" },
  grateful: { icon: Flower2, hue: "hue-moss" },
} as const satisfies Record<string, FeelingLook>;

export type FeelingKey = keyof typeof feelingLook;
