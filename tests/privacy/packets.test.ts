import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packetOnPaper } from "@/components/packets/paper";
import { voicesOf } from "@/components/packets/voices";
import type { SignedIn } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { textsOf } from "@/lib/entries/rules";
import { type PacketPage, packetPage } from "@/lib/packets/queries";
import { draw } from "@/lib/paper/draw";
import { type Name, names, type World } from "@/tests/support/matrix-world";
import { thisDatabase } from "@/tests/support/own-database";
import { packetWords } from "@/tests/support/packet-words";
import { read, readFont } from "@/tests/support/paper";
import { day } from "@/tests/support/people";
import { aWorld } from "@/tests/support/shared-world";

let world: World;
/** Every packet there is, by its id. */
let packets: readonly string[];

beforeAll(async () => {
  world = await aWorld(thisDatabase());
  const { rows } = await world.owner.query<{ id: string }>("select id from packets order by id");
  packets = rows.map(({ id }) => id);
});

afterAll(() => world.owner.end());

const viewerOf = (name: Name) => world.people[name].viewer;

/** Every packet that somebody reads. */
async function readBy(viewer: SignedIn): Promise<PacketPage[]> {
  const pages: PacketPage[] = [];
  for (const id of packets) {
    const page = await asViewer(viewer, (db) => packetPage(db, viewer, id));
    if (page) pages.push(page);
  }
  return pages;
}

/** What the document of a packet says, as a program that reads documents finds it; line breaks fall anywhere. */
async function printedFor(viewer: SignedIn, page: PacketPage): Promise<string> {
  const voices = voicesOf(page.parts, ({ mine }) => (mine ? viewer.name : (viewer.partnerName ?? "")));
  const { from, to, kind } = page;
  const described = await packetOnPaper(
    { from, to, day: day("2026-03-12"), joint: kind === "joint", voices },
    packetWords,
    "en",
  );
  const { pages } = await read(draw(described, readFont));
  return pages.map(({ text, footer }) => text + footer).join("");
}
const unbroken = (text: string) => text.replaceAll(/\s+/g, "");

describe("a packet on paper", () => {
  it.each(names)("holds nobody's words that are not for %s", { timeout: 120_000 }, async (name) => {
    const viewer = viewerOf(name);
    for (const page of await readBy(viewer)) {
      const text = unbroken(await printedFor(viewer, page));
      expect(world.canaries.leaksTo(name, text)).toEqual([]);
    }
  });

  it.each(names)("holds all of what %s put in, and nothing of theirs beside it", async (name) => {
    const viewer = viewerOf(name);
    for (const page of await readBy(viewer)) {
      const text = unbroken(await printedFor(viewer, page));
      const said = page.parts.flatMap(({ entries }) =>
        entries.flatMap((entry) => Object.values(textsOf(entry))),
      );
      for (const words of said) expect(text).toContain(unbroken(words));
      const promised = page.parts.flatMap(({ commitments }) => commitments?.map(({ what }) => what) ?? []);
      const put = [...said, ...promised, viewer.name, viewer.partnerName ?? ""].join("\n");
      const more = world.canaries.foundIn(text).filter(({ text: one }) => !put.includes(one));
      expect(more.map(({ place }) => place)).toEqual([]);
    }
  });

  it("is read by those whose it is: two of both by both, and each one's own by nobody else", async () => {
    const kinds = async (name: Name) => {
      const pages = await readBy(viewerOf(name));
      return pages.map(({ kind, mine }) => `${kind} ${mine ? "mine" : "theirs"}`).sort();
    };
    for (const name of ["ada", "ben", "cleo", "finn"] as const)
      expect(await kinds(name)).toEqual([
        "joint mine",
        "joint mine",
        "joint theirs",
        "joint theirs",
        "own mine",
      ]);
    expect(await kinds("dan")).toEqual([]);
  });
});
