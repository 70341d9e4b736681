import type { Voice } from "@/lib/paper/description";
import type { Again, Strip } from "@/lib/paper/flow";
import type { Setting } from "@/lib/paper/lines";
import type { Element, Sheets } from "@/lib/paper/sheet";

/** Where blocks are laid: how wide, inside which element, and in whose column. */
export type Room = {
  readonly sheets: Sheets;
  readonly setting: Setting;
  readonly x: number;
  readonly width: number;
  readonly inside: Element;
  readonly voice?: Voice;
};

export type Laid = { readonly strips: readonly Strip[]; readonly again?: Again };
