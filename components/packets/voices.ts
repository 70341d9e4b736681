import type { PacketWords } from "@/components/packets/words";
import type { PartPage } from "@/lib/packets/queries";

/** One of the two who speak in a packet: named and coloured alike wherever it is read. */
export type Voice = PartPage & { readonly name: string; readonly hue: string };

const HUES = ["hue-accent", "hue-plum"] as const;

/** Those who have a part in it, whoever began it first. */
export const voicesOf = <Part extends PartPage>(
  parts: readonly Part[],
  nameOf: (part: Part) => string,
): Voice[] =>
  [...parts]
    .sort((a, b) => Number(b.makers) - Number(a.makers))
    .map((part) => ({ ...part, name: nameOf(part), hue: part.makers ? HUES[0] : HUES[1] }));

/** Who chose what is in it. */
export const toldOfChoice = (voices: readonly Voice[], t: PacketWords["t"]) =>
  voices.length > 1 ? t("view.each_chose") : t("view.one_chose", { name: voices[0]?.name ?? "" });

/** What a guest is told of a packet that two brought: that there is another part, or that each may not know the other's. */
export const toldToGuest = (voices: readonly Voice[], t: PacketWords["t"]) =>
  t(voices.length > 1 ? "view.may_not_know" : "view.one_of_two");
