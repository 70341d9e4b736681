import { randomUUID } from "node:crypto";
import { pages } from "@/tests/privacy/doors";
import { everythingIn } from "@/tests/support/matrix-askers";
import { promisedBy } from "@/tests/support/matrix-promised";
import { saidBy } from "@/tests/support/matrix-said";
import type { World } from "@/tests/support/matrix-world";
import { thisDatabase } from "@/tests/support/own-database";
import { type Answer, Caller, cookieFor, wholeOf } from "@/tests/support/privacy-caller";
import { startServer, type TestServer } from "@/tests/support/server";
import { aWorld } from "@/tests/support/shared-world";

/** The built server over a world of five, and everyone who may knock: four people, nobody, and of Ada's a session that was revoked and a locked device. */
export class Served {
  checks = 0;

  private constructor(
    readonly world: World,
    readonly server: TestServer,
    readonly callers: readonly Caller[],
    /** Ada's entries and some of Ben's, kept to themselves or told to each other, by name; and an id nobody ever used. */
    readonly ids: Readonly<Record<string, string>>,
  ) {}

  static async begin(): Promise<Served> {
    const world = await aWorld(thisDatabase());
    const server = await startServer(ownDatabase());
    const { ada, ben, dan, cleo } = world.people;
    const callers = [];
    for (const [name, person] of Object.entries({ ada, ben, dan, cleo }))
      callers.push(new Caller(name, server.url, await cookieFor(person.viewer.id)));
    callers.push(new Caller("nobody", server.url, null));
    callers.push(new Caller("revoked", server.url, await cookieFor(ada.viewer.id, { revoked: true })));
    callers.push(new Caller("locked", server.url, await cookieFor(ada.viewer.id, { locked: true })));
    const { rows } = await world.owner.query<{ id: string; day: string; kind: string; audience: string }>(
      "select id, happened_on::text as day, kind, audience from entries where author_id = $1 and couple_id = $2",
      [ada.viewer.id, ada.viewer.coupleId],
    );
    const on = (day: string) => rows.find((row) => row.day === day)?.id ?? "";
    const feeling = (audience: string) =>
      rows.find((row) => row.kind === "shared_feeling" && row.audience === audience)?.id ?? "";
    const all = await everythingIn(world.owner);
    const said = (name: "ada" | "ben") =>
      [saidBy, promisedBy]
        .flatMap((named) => Object.entries(named(world.people[name].viewer.id, ada.viewer.coupleId, all)))
        .flatMap(([what, id]) => (id ? [[`${name}.${what}`, String(id)]] : []));
    return new Served(world, server, callers, {
      ...Object.fromEntries([...said("ada"), ...said("ben")]),
      "ada.kept": on("2026-03-01"),
      "ada.told": on("2026-03-03"),
      "ada.feeling.kept": feeling("only_me"),
      "ada.feeling.told": feeling("partner"),
      "ada.passkey": String(all.passkeys?.find((row) => row.account_id === ada.viewer.id)?.id),
      random: randomUUID(),
    });
  }

  /** A second server over the same world. */
  another(folder: string): Promise<TestServer> {
    return startServer(ownDatabase(), {}, [], folder);
  }

  async end(): Promise<void> {
    await this.server.stop();
    await this.world.owner.end();
  }

  caller(name: string): Caller {
    const found = this.callers.find((one) => one.name === name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  }

  /** The same people, at the door of another server over the same world. */
  callersAt(origin: string): Caller[] {
    return this.callers.map(({ name, cookie }) => new Caller(name, origin, cookie));
  }

  addressesOf(route: string): string[] {
    return (pages[route]?.addresses ?? [route]).map((address) =>
      address.replace(/\{([a-z.]+)\}/g, (_whole, name: string) => this.idOf(name)),
    );
  }

  idOf(name: string): string {
    const id = this.ids[name];
    if (!id) throw new Error(`nothing is called ${name}`);
    return id;
  }

  /** What is wrong with an answer for whoever asked: a word that is not for them, or a server that broke. */
  wrongWith(answer: Answer, { name }: Caller, at: string): string[] {
    this.checks++;
    const broke = answer.status >= 500 && !at.startsWith("/_global-error");
    return [
      ...this.world.canaries.leaksTo(name, wholeOf(answer)).map((leak) => `${at}: ${leak}`),
      ...(broke ? [`${at} as ${name}: ${answer.status}`] : []),
    ];
  }

  /** Whose words, names or addresses stand in the server's own log, by place. */
  inTheLog(): string[] {
    return this.world.canaries.foundIn(this.server.log()).map(({ place }) => place);
  }
}

const ownDatabase = () => ({
  ownerUrl: thisDatabase(),
  servingUrl: process.env.SERVING_DATABASE_URL ?? "",
  drop: async () => {},
});

export const signedIn = ({ name }: Caller) => !["nobody", "revoked", "locked"].includes(name);
