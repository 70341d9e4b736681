import {
  Anchor,
  Armchair,
  BedSingle,
  CircleSlash,
  Ear,
  type LucideIcon,
  MessageCircle,
  MoveHorizontal,
  UsersRound,
  Wrench,
} from "lucide-react";

/** Each need's icon. Only feelings have a colour of their own. */
export const needLook = {
  to_be_heard: Ear,
  reassurance: Anchor,
  honesty: MessageCircle,
  closeness: UsersRound,
  comfort: Armchair,
  space: MoveHorizontal,
  rest: BedSingle,
  practical_help: Wrench,
  nothing: CircleSlash,
} as const satisfies Record<string, LucideIcon>;

export type NeedKey = keyof typeof needLook;
