import { groups } from "@/lib/packets/rules";
import { agreesTo, beginsPacket, joinsPacket, putsIn } from "@/tests/support/deeds";
import type { Talking, Voice } from "@/tests/support/matrix-talk";

/** Packets of both and of one's own, agreed to and being prepared, with what is kept in them beside what is shown. */
export async function packUp(one: Voice, other: Voice, _about: Talking): Promise<void> {
  await packsAll(one, other);
  await packsAll(other, one);
}

async function packsAll({ person }: Voice, other: Voice): Promise<void> {
  const both = await beginsPacket(person, "joint");
  for (const group of groups) await putsIn(person, both, group);
  await agreesTo(person, both);
  await joinsPacket(other.person, both);
  await agreesTo(other.person, both, "theirs");
  await putsIn(person, await beginsPacket(person, "joint"), "feelings");
  const own = await beginsPacket(person, "own");
  await putsIn(person, own, "feelings");
  await agreesTo(person, own);
}
