import type { PacketWords } from "@/components/packets/words";
import { type Day, forDisplay } from "@/lib/time/day";

/** Days as they are named in packets, from one to another. */
export function daysTold(
  { from, to }: { readonly from: Day; readonly to: Day },
  { t, format }: Pick<PacketWords, "t" | "format">,
): string {
  const long = (day: Day) => format.dateTime(forDisplay(day), { dateStyle: "long" });
  return t("days", { from: long(from), to: long(to) });
}
