import type { Colour, Ink, Voice } from "@/lib/paper/description";

/** The app's own colours in daylight (app/globals.css), as a printer takes them. */
const INKS: Readonly<Record<Ink, string>> = {
  text: "#172836",
  muted: "#4a5c69",
  edge: "#71838f",
  line: "#ccd6dc",
  wash: "#e3eff5",
  // As grey they differ by half: one prints as dark as text, the other visibly lighter.
  "voice-0": "#0f4966",
  "voice-1": "#b5501f",
  accent: "#0f4966",
  deep: "#173268",
  plum: "#622866",
  umber: "#6a4432",
  sea: "#0d646c",
  ash: "#5b6167",
  rose: "#b43458",
  moss: "#48834b",
  ember: "#c45524",
  amber: "#a77d22",
};

export const inkOf = (voice: Voice): Ink => `voice-${voice}`;

/** Red, green and blue, 0 to 255. */
export function rgbOf(colour: Colour): [number, number, number] {
  const { ink, tint } = typeof colour === "string" ? { ink: colour, tint: 1 } : colour;
  const hex = Number.parseInt(INKS[ink].slice(1), 16);
  const thinned = (part: number) => Math.round(255 - (255 - part) * Math.min(1, Math.max(0, tint)));
  return [thinned(hex >> 16), thinned((hex >> 8) & 255), thinned(hex & 255)];
}
