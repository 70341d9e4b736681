import { type Component, components } from "@/lib/coach/labels";
import { read } from "@/lib/coach/reading";
import type { Advice, Mark, Place } from "@/lib/coach/rules";

/**
 * What weighs most where it is missing, first: responsibility and repair in what sets something right (Lewicki, Polin &
 * Lount 2016); the other's feeling and why it makes sense in an answer to pain (Linehan, levels 4 and 5).
 */
const WEIGHTY: Record<Place, readonly Component[]> = {
  reply: ["empathy", "ownership"],
  correction: ["ownership", "repair"],
  acknowledgement: ["ownership", "repair", "empathy", "remorse"],
  commitment: [],
};
/** What a form asks for by itself: a field with any words in it is not missed, whatever is recognised there. */
const ASKED: Partial<Record<Place, Readonly<Record<string, Component>>>> = {
  acknowledgement: {
    did: "ownership",
    cost_you: "empathy",
    regret: "remorse",
    will_do: "repair",
  },
};

/** Of fewer words nothing is missed. */
const A_FEW = 12;

const only = (says: Advice["says"], marks: readonly Mark[] = []): Advice => ({
  says,
  marks,
  there: [],
  missing: null,
});

/** Reads the fields of a form, each by itself. Where one needs help, or frightens, nothing else is said of any. */
export function adviceOn(place: Place, fields: Readonly<Record<string, string>>): Advice {
  const readings = Object.entries(fields).map(([field, text]) => ({ field, text, reading: read(text) }));
  if (readings.some(({ reading }) => reading.says === "help")) return only("help");
  const frightening = readings.flatMap(({ field, reading }) =>
    reading.says === "frightening"
      ? reading.spans.map((span) => ({ ...span, field, label: "threat" as const }))
      : [],
  );
  if (frightening.length > 0) return only("frightening", frightening);
  const marks = readings.flatMap(({ field, reading }) =>
    reading.says === "suggestions"
      ? reading.suggestions.flatMap(({ label, spans }) => spans.map((span) => ({ ...span, field, label })))
      : [],
  );
  if (marks.length > 0) return only("suggestions", marks);
  const recognised = new Set(
    readings.flatMap(({ reading }) => (reading.says === "nothing" ? reading.there : [])),
  );
  const there = components.filter((component) => recognised.has(component));
  const answered = new Set(
    readings.flatMap(({ field, text }) => (text.trim() === "" ? [] : (ASKED[place]?.[field] ?? []))),
  );
  const words = readings.flatMap(({ text }) => text.split(/\s+/)).filter((word) => word !== "").length;
  const missing =
    there.length > 0 && words >= A_FEW
      ? WEIGHTY[place].find((one) => !recognised.has(one) && !answered.has(one))
      : undefined;
  return { says: "nothing", marks, there, missing: missing ?? null };
}
