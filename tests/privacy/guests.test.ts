import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { derive } from "@/lib/crypto/keys";
import { hashToken, newToken } from "@/lib/crypto/tokens";
import { keys } from "@/lib/crypto/words";
import { asViewer } from "@/lib/db/viewer";
import { textsOf } from "@/lib/entries/rules";
import { endLink, endVisits } from "@/lib/guests/commands";
import { packetPage } from "@/lib/packets/queries";
import { opensLink, sharesPart } from "@/tests/support/deeds";
import type { Name } from "@/tests/support/matrix-world";
import { read } from "@/tests/support/paper";
import type { Person } from "@/tests/support/people";
import { builtRoutes } from "@/tests/support/privacy-build";
import { Caller, wholeOf } from "@/tests/support/privacy-caller";
import { everyDoor } from "@/tests/support/privacy-doors";
import { Served } from "@/tests/support/privacy-served";
import { report } from "@/tests/support/report";

/** What somebody without an account was given, as their browser keeps it, and whose words that opens at which links. */
type Guest = {
  readonly name: string;
  readonly caller: Caller;
  readonly opens: Readonly<Record<string, readonly string[]>>;
};

let served: Served;
let guests: readonly Guest[];
/** Every link there is, and an id that is none. */
let links: readonly string[];
let checks = 0;

beforeAll(async () => {
  served = await Served.begin();
  guests = await everyGuest();
  const { rows } = await served.world.owner.query<{ id: string }>("select id from guest_links order by id");
  links = [...rows.map(({ id }) => id), served.idOf("random")];
}, 300_000);

afterAll(() => served.end());

const person = (name: Name): Person => served.world.people[name];
const notes = (link: string) => `/notes/${link}`;

async function everyGuest(): Promise<Guest[]> {
  const { owner } = served.world;
  const [ada, ben, cleo] = [person("ada"), person("ben"), person("cleo")];
  const [packet, own] = [served.idOf("ada.packet"), served.idOf("ada.packet.own")];
  const [adasWords, bensWords] = [await putBy(ada, packet), await putBy(ben, packet)];
  const cleosPacket = await firstPacketOf(cleo);

  const made = await sharesPart(ada, packet);
  const [hers, over] = [await opensLink(made), await opensLink(made)];
  await endVisits([over.visit]);
  const his = await opensLink(await sharesPart(ben, packet, { whose: "theirs" }));
  const cleos = await opensLink(await sharesPart(cleo, cleosPacket));
  const ended = await opensLink(await sharesPart(ada, own));
  await asViewer(ada.viewer, (db) => endLink(db, ada.viewer, { link: ended.link }));
  const bensOwn = await firstPacketOf(ben, "own");
  const ranOut = await opensLink(await sharesPart(ben, bensOwn));
  await owner.query("update guest_links set made_at = now() - interval '4 days' where id = $1", [
    ranOut.link,
  ]);

  const guest = async (name: string, visits: readonly string[], opens: Guest["opens"] = {}) => ({
    name,
    caller: new Caller(`guest: ${name}`, served.server.url, await cookieOf(visits), "keel-visits"),
    opens,
  });
  const both = [...adasWords, ...bensWords];
  return [
    await guest("none", []),
    await guest("one partner's grant", [hers.visit], { [hers.link]: adasWords }),
    await guest("the other partner's grant", [his.visit], { [his.link]: bensWords }),
    await guest("both grants", [his.visit, hers.visit], { [hers.link]: both, [his.link]: both }),
    await guest("another couple", [cleos.visit], { [cleos.link]: await putBy(cleo, cleosPacket) }),
    await guest("two couples", [cleos.visit, hers.visit], {
      [hers.link]: adasWords,
      [cleos.link]: await putBy(cleo, cleosPacket),
    }),
    await guest("expired", [ranOut.visit]),
    await guest("revoked", [ended.visit]),
    await guest("a visit that is over", [over.visit]),
    await guest("a couple that has ended", [await visitOfEndedSpace()]),
    await guest("a token made up", [newToken()]),
  ];
}

/** Left in a browser from when Ada and Dan were a couple. */
async function visitOfEndedSpace(): Promise<string> {
  const token = newToken();
  const { rowCount } = await served.world.owner.query(
    `insert into guest_visits (couple_id, author_id, link_id, id, token_hash)
     select l.couple_id, l.author_id, l.id, gen_random_uuid(), $1 from guest_links l
     join packets p on (p.couple_id, p.author_id, p.id) = (l.couple_id, l.maker_id, l.packet_id)
     where p.kind = 'joint' and l.revoked_at is null and l.couple_id in (select id from couples where ended_at is not null)`,
    [Buffer.from(hashToken(token))],
  );
  expect(rowCount).toBeGreaterThan(0);
  return token;
}

async function firstPacketOf({ viewer }: Person, kind: "joint" | "own" = "joint"): Promise<string> {
  const { rows } = await served.world.owner.query<{ id: string }>(
    `select p.id from packets p join packet_parts q on (q.couple_id, q.maker_id, q.packet_id) = (p.couple_id, p.author_id, p.id)
     where p.couple_id = $1 and p.author_id = $2 and p.kind = $3 and q.author_id = $2 and q.consented_on is not null`,
    [viewer.coupleId, viewer.id, kind],
  );
  return rows[0]?.id ?? "";
}

/** The words that somebody put into a packet and agreed to, their name, and whom they said a link is for. */
async function putBy({ viewer }: Person, packet: string): Promise<string[]> {
  const page = await asViewer(viewer, (db) => packetPage(db, viewer, packet));
  const part = page?.parts.find(({ mine, consentedOn }) => mine && consentedOn);
  if (!part) throw new Error("there is no such part");
  return [
    viewer.name,
    ...part.entries.flatMap((entry) => Object.values(textsOf(entry))),
    ...(part.commitments ?? []).map(({ what }) => what),
  ].filter(Boolean);
}

const cookieOf = (visits: readonly string[]) =>
  encode({
    token: { visits: [...visits] },
    secret: derive(keys(), "session cookie").toString("hex"),
    salt: "keel-visits",
  });

/** What stands in a text of anybody's that these words do not hold, by place. */
function beyond(text: string, words: readonly string[]): string[] {
  checks++;
  const allowed = words.join("\n");
  return served.world.canaries
    .foundIn(text)
    .filter((canary) => !allowed.includes(canary.text))
    .map(({ place }) => place);
}

/** The document at a link as a program reads it, or null where none is given. */
async function documentAt(link: string, { caller }: Guest): Promise<string | null> {
  const answer = await fetch(`${served.server.url}${notes(link)}/paper`, {
    method: "POST",
    headers: { origin: served.server.url, cookie: `keel-visits=${caller.cookie}` },
    redirect: "manual",
  });
  if (answer.status !== 200) {
    expect(answer.headers.get("location")).toMatch(/\/notes\/closed$/);
    return null;
  }
  const { pages } = await read(new Uint8Array(await answer.arrayBuffer()));
  return pages.map((page) => `${page.text} ${page.footer}`).join("\n");
}

const unbroken = (text: string) => text.replaceAll(/\s/g, "");

describe("somebody without an account", () => {
  it("reads at every link what its author consented to if it is open to them, and nothing of anybody's else", async () => {
    const since = performance.now();
    for (const guest of guests)
      for (const link of links)
        for (const answer of [
          await guest.caller.page(notes(link)),
          await guest.caller.payload(notes(link)),
        ]) {
          const words = guest.opens[link] ?? [];
          const whole = wholeOf(answer);
          expect(beyond(whole, words), `${guest.name} at a link`).toEqual([]);
          expect(whole.includes("These notes are closed"), guest.name).toBe(words.length === 0);
          for (const said of served.world.canaries.foundIn(words.join("\n")))
            expect(whole, `${guest.name}: ${said.place}`).toContain(said.text);
        }
    expect(guests.filter(({ opens }) => Object.keys(opens).length > 0)).toHaveLength(5);
    report("guests", { doors: links.length, personas: guests.length, checks, leaks: 0 }, since);
  });

  it("saves a document of that, and of nothing else", { timeout: 120_000 }, async () => {
    for (const guest of guests)
      for (const link of links) {
        const text = await documentAt(link, guest);
        const words = guest.opens[link];
        expect(text !== null, guest.name).toBe(words !== undefined);
        if (text === null || !words) continue;
        expect(beyond(text, words)).toEqual([]);
        for (const said of served.world.canaries.foundIn(words.join("\n")))
          expect(unbroken(text), `${guest.name}: ${said.place}`).toContain(said.text);
      }
  });

  it("is answered the same whatever has become of a link, and wherever there never was one", async () => {
    const said = new Set<string>();
    for (const guest of guests)
      for (const link of links) {
        if (guest.opens[link]) continue;
        const { status, body } = await guest.caller.page(notes(link));
        said.add(
          `${status} ${body
            .replaceAll(/nonce="[^"]*"/g, "")
            .replaceAll(/[0-9a-f-]{36}/g, "an id")
            .replaceAll(/<script[\s\S]*?<\/script>/g, "")}`,
        );
      }
    expect(said.size).toBe(1);
  });

  it("is nobody at every other door", async () => {
    const routes = builtRoutes().filter((route) => !route.startsWith("/notes/[id]"));
    const callers = guests.filter(({ opens }) => Object.keys(opens).length > 1).map(({ caller }) => caller);
    const met = await everyDoor(served, { callers, routes });
    expect(met.flatMap(({ wrong }) => wrong)).toEqual([]);
    expect(met.length).toBeGreaterThan(100);
  });

  it("learns nothing by following a link: it is the same page for every address", async () => {
    const { token } = await sharesPart(person("ada"), served.idOf("ada.packet"));
    const before = await served.world.owner.query("select count(*) from guest_visits");
    const pages = await Promise.all(
      [token, newToken(), newToken()].map(async (one) => {
        const { status, body } = await served.caller("nobody").page(`/notes/open/${one}`);
        return `${status} ${body.replaceAll(one, "it").replaceAll(/nonce="[^"]*"|<script[\s\S]*?<\/script>/g, "")}`;
      }),
    );
    expect(new Set(pages).size).toBe(1);
    expect(await served.world.owner.query("select count(*) from guest_visits")).toMatchObject({
      rows: before.rows,
    });
  });
});
