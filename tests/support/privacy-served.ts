import { randomUUID } from "node:crypto";
import { pages } from "@/tests/privacy/doors";
import { beyondTheCatalogue, type Mailbox, startMailbox } from "@/tests/support/mail";
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
    readonly mailbox: Mailbox,
    readonly callers: readonly Caller[],
    /** Ada's entries and some of Ben's, kept to themselves or told to each other, by name; and an id nobody ever used. */
    readonly ids: Readonly<Record<string, string>>,
  ) {}

  /** @param folder the build that is served, where it is not the one that is shipped */
  static async begin(folder?: string): Promise<Served> {
    const world = await aWorld(thisDatabase());
    for (const [name, { viewer }] of Object.entries(world.people))
      world.canaries.mark(viewer.id, `${name}'s id`, [name]);
    const mailbox = await startMailbox();
    const server = await startServer(ownDatabase(), { SMTP_URL: mailbox.url }, [], folder);
    const { ada } = world.people;
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
    const callers = await everyoneAt(server.url, world);
    // What was left on a locked device is taken in where Today is opened first; from then on looking changes nothing.
    for (const asking of callers.filter(signedIn)) await asking.page("/today");
    return new Served(world, server, mailbox, callers, {
      ...Object.fromEntries([...said("ada"), ...said("ben")]),
      "ada.kept": on("2026-03-01"),
      "ada.told": on("2026-03-03"),
      "ada.feeling.kept": feeling("only_me"),
      "ada.feeling.told": feeling("partner"),
      "ada.passkey": String(all.passkeys?.find((row) => row.account_id === ada.viewer.id)?.id),
      ada: ada.viewer.id,
      "ada.couple": ada.viewer.coupleId,
      random: randomUUID(),
    });
  }

  /** A second server over the same world. */
  another(folder: string): Promise<TestServer> {
    return startServer(ownDatabase(), { SMTP_URL: this.mailbox.url }, [], folder);
  }

  async end(): Promise<void> {
    await this.server.stop();
    await this.mailbox.stop();
    await this.world.owner.end();
  }

  caller(name: string): Caller {
    const found = this.callers.find((one) => one.name === name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  }

  /** Everyone with a new session: what one may ask for in a minute is limited, and what is over it is not looked at. */
  anew(): Promise<Caller[]> {
    return everyoneAt(this.server.url, this.world);
  }

  /** The same people, at the door of another server over the same world. */
  callersAt(origin: string): Caller[] {
    return this.callers.map(({ name, cookie }) => new Caller(name, origin, cookie));
  }

  /** Where a route is asked; one that names something and that nobody listed, by an id that nobody ever used. */
  addressesOf(route: string, doors = pages): string[] {
    const addresses = doors[route]?.addresses ?? [route.replace(/\[[^\]]+\]/g, "{random}")];
    return addresses.map((address) =>
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

  /** Whose words or names stand in a mail, by place, and what mails say beyond their fixed words. */
  inTheMails(): string[] {
    return this.mailbox.mails.flatMap((mail) => {
      const addressee = mail.to?.[0]?.address ?? "";
      const found = this.world.canaries.foundIn(JSON.stringify(mail));
      const beyond = beyondTheCatalogue(mail);
      return [
        ...found.filter(({ text }) => !addressee.includes(text)).map(({ place }) => place),
        ...(beyond ? [beyond] : []),
      ];
    });
  }
}

async function everyoneAt(origin: string, { people }: World): Promise<Caller[]> {
  const { ada, ben, dan, cleo } = people;
  const signedIn = Object.entries({ ada, ben, dan, cleo }).map(
    async ([name, { viewer }]) => new Caller(name, origin, await cookieFor(viewer.id)),
  );
  return [
    ...(await Promise.all(signedIn)),
    new Caller("nobody", origin, null),
    new Caller("revoked", origin, await cookieFor(ada.viewer.id, { revoked: true })),
    new Caller("locked", origin, await cookieFor(ada.viewer.id, { locked: true })),
  ];
}

const ownDatabase = () => ({
  ownerUrl: thisDatabase(),
  servingUrl: process.env.SERVING_DATABASE_URL ?? "",
  drop: async () => {},
});

export const signedIn = ({ name }: Caller) =>
  !["nobody", "revoked", "locked"].includes(name) && !name.startsWith("guest");
