import { endVisits } from "@/lib/guests/commands";
import { groups } from "@/lib/packets/rules";
import { agreesTo, beginsPacket, joinsPacket, opensLink, putsIn, sharesPart } from "@/tests/support/deeds";
import type { Talking, Voice } from "@/tests/support/matrix-talk";

/**
 * Packets of both and of one's own, agreed to and being prepared, with what is kept in them beside what is shown; and links
 * to what was agreed to, all of them opened by somebody.
 */
export async function packUp(one: Voice, other: Voice, about: Talking): Promise<void> {
  await packsAll(one, other, about);
  await packsAll(other, one, about);
}

async function packsAll(packing: Voice, other: Voice, about: Talking): Promise<void> {
  const { person } = packing;
  const both = await beginsPacket(person, "joint");
  for (const group of groups) await putsIn(person, both, group);
  await agreesTo(person, both);
  await joinsPacket(other.person, both);
  await agreesTo(other.person, both, "theirs");
  await putsIn(person, await beginsPacket(person, "joint"), "feelings");
  const own = await beginsPacket(person, "own");
  await putsIn(person, own, "feelings");
  await agreesTo(person, own);

  const forWhom = ({ name }: Voice, which: string) =>
    about.canaries.hatch(`${name}'s words on whom a link is for (${which}, ${about.where})`, [name]);
  const live = await sharesPart(person, both, { forWhom: forWhom(packing, "of both") });
  await opensLink(live);
  const { visit } = await opensLink(live);
  await endVisits([visit]);
  const others = { whose: "theirs", forWhom: forWhom(other, "of both, the other's") } as const;
  await opensLink(await sharesPart(other.person, both, others));
  // The second ends the first.
  await opensLink(await sharesPart(person, own, { forWhom: forWhom(packing, "ended") }));
  await opensLink(await sharesPart(person, own, { forWhom: forWhom(packing, "of one's own") }));
}
