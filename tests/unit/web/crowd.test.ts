import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { letInAtMost } from "@/lib/web/crowd";

const PLACES = 3;
const emit = Server.prototype.emit;
let server: Server;
let url: string;
let goOn: () => void;
let inside: number;

/** Every POST waits until it may go on, and answers as a GET of its own is answered, which says what the POST said. */
beforeEach(async () => {
  letInAtMost(PLACES);
  const mayGoOn = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  inside = 0;
  server = createServer(async ({ method, headers }, answer) => {
    if (method === "POST") {
      inside++;
      await mayGoOn;
    }
    answer.writeHead(method === "POST" ? await get(headers) : 200).end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  Server.prototype.emit = emit;
  server.closeAllConnections();
  server.close();
});

const OWN = ["host", "connection", "content-length"];

async function get(given: IncomingHttpHeaders): Promise<number> {
  const passedOn = Object.entries(given).filter(([name]) => !OWN.includes(name));
  const headers = Object.fromEntries(passedOn.map(([name, value]) => [name, String(value)]));
  return (await fetch(url, { headers })).status;
}

/** As many as there are places, each with a promise of its status. */
async function fillEveryPlace(): Promise<Promise<number>[]> {
  const posts = Array.from({ length: PLACES }, async () => (await fetch(url, { method: "POST" })).status);
  await expect.poll(() => inside).toBe(PLACES);
  return posts;
}

describe("a server whose places are all taken", () => {
  it("answers those inside what they need of itself", async () => {
    const posts = await fillEveryPlace();
    goOn();
    expect(await Promise.all(posts)).toEqual(Array(PLACES).fill(200));
  });

  it("lets nobody in who only says that they are inside", async () => {
    const posts = await fillEveryPlace();
    const passes = ["undefined", "", "a pass"];
    expect(await Promise.all(passes.map((pass) => get({ "x-keel-inside": pass })))).toEqual([503, 503, 503]);
    goOn();
    await Promise.all(posts);
    expect(await get({})).toBe(200);
  });
});
