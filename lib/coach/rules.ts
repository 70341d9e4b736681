import type { Component, Label } from "@/lib/coach/labels";
import type { Role } from "@/lib/db/generated/enums";

/** Whether somebody has help with what they write to the other, is offered it, or neither. */
export type WritingHelp = "on" | "offered" | "off";

/**
 * Help is for whoever wants it, and offered to those who say of themselves that they broke trust. What somebody writes whose
 * own trust was broken is never read.
 */
export function writingHelpFor(chosen: boolean, role: Role | null): WritingHelp {
  if (role === "injured") return "off";
  if (chosen) return "on";
  return role ? "offered" : "off";
}

/** Where a draft is written. What somebody shows of their pain is none of them, and is never read. */
export const places = ["reply", "correction", "acknowledgement", "commitment"] as const;
export type Place = (typeof places)[number];

/** A part of a text: from, and up to but not including to, in UTF-16 code units as JavaScript counts them. */
export type Span = { readonly from: number; readonly to: number };

/** A place in one field of a form. */
export type Mark = Span & { readonly field: string; readonly label: Label };

/**
 * What there is to say of a form, all its fields together: nothing; only that help is there, where it speaks of not
 * wanting to live; only that it may frighten, where it threatens; or what may land otherwise than it is meant.
 */
export type Advice = {
  readonly says: "nothing" | "help" | "frightening" | "suggestions";
  readonly marks: readonly Mark[];
  /** What is recognised in it, and one thing that is not and would weigh most, where nothing else is said. */
  readonly there: readonly Component[];
  readonly missing: Component | null;
};
