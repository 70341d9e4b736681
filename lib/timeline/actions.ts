"use server";
import { places } from "@/lib/crypto/places";
import { seal } from "@/lib/crypto/words";
import { timelineFilter } from "@/lib/timeline/schema";
import { personAction } from "@/lib/web/action";

export const filterTimelineAction = personAction(timelineFilter, async (viewer, { path, find, ...plain }) => {
  const address = new URLSearchParams(Object.entries(plain).filter(([, value]) => value !== ""));
  if (find) address.set("find", Buffer.from(seal(find, places.search(viewer.id))).toString("base64url"));
  return { goTo: address.size > 0 ? `${path}?${address}` : path };
});
