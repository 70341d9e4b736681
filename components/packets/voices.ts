import type { PacketHead, PartPage } from "@/lib/packets/queries";

/** One of the two who speak in a packet: named and coloured alike wherever it is read. */
export type Voice = PartPage & { readonly name: string; readonly hue: string };

const HUES = ["hue-accent", "hue-plum"] as const;

/** Those who have a part in it, whoever began it first. */
export function voicesOf(
  { mine }: Pick<PacketHead, "mine">,
  parts: readonly PartPage[],
  nameOf: (mine: boolean) => string,
): Voice[] {
  return parts
    .map((part) => ({
      ...part,
      name: nameOf(part.mine),
      hue: part.mine === mine ? HUES[0] : HUES[1],
    }))
    .sort((a, b) => HUES.indexOf(a.hue) - HUES.indexOf(b.hue));
}
