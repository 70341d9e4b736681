import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { standAtTheDoor } from "@/lib/web/door";

const emit = Server.prototype.emit;
afterEach(() => {
  Server.prototype.emit = emit;
});

/** What a server behind these proxies sees of a request from this machine that claims to come from elsewhere. */
async function seen(proxies: string, claims: Record<string, string>): Promise<IncomingHttpHeaders> {
  standAtTheDoor(proxies);
  let headers: IncomingHttpHeaders = {};
  const server = createServer((request, answer) => {
    headers = request.headers;
    answer.end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { headers: claims });
  server.close();
  return headers;
}

describe("the address a server believes", () => {
  it("is the caller's own where no proxy is trusted, whatever the caller claims", async () => {
    const headers = await seen("", {
      "x-forwarded-for": "203.0.113.9",
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "https",
    });
    expect(headers["x-forwarded-for"]).toBe("127.0.0.1");
    expect(headers["x-forwarded-host"]).toBeUndefined();
    expect(headers["x-forwarded-proto"]).toBeUndefined();
  });

  it("is what a trusted proxy says, past anything the caller put in front", async () => {
    const headers = await seen("127.0.0.1", {
      "x-forwarded-for": "198.51.100.1, 203.0.113.9",
      "x-forwarded-host": "keel.example",
    });
    expect(headers["x-forwarded-for"]).toBe("203.0.113.9");
    expect(headers["x-forwarded-host"]).toBe("keel.example");
  });

  it("goes through a chain of trusted proxies, by address or subnet", async () => {
    const headers = await seen("127.0.0.1, 10.0.0.0/8", {
      "x-forwarded-for": "198.51.100.1, 203.0.113.9, 10.1.2.3",
    });
    expect(headers["x-forwarded-for"]).toBe("203.0.113.9");
  });
});

describe("a form that is not ours", () => {
  async function answer(headers: Record<string, string>, body: BodyInit = "x", path = "/"): Promise<number> {
    standAtTheDoor("");
    const server = createServer((_, response) => response.end()).listen(0, "127.0.0.1");
    await once(server, "listening");
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const sent = { method: "POST", body, headers: { origin: url, ...headers }, duplex: "half" };
    const { status } = await fetch(url + path, { ...sent, redirect: "manual" });
    server.close();
    return status;
  }

  it("is turned away when it comes from another site, or from nowhere a browser would say", async () => {
    expect(await answer({ origin: "https://evil.example" })).toBe(403);
    expect(await answer({ origin: "null" })).toBe(403);
    expect(await answer({ origin: "not an origin" })).toBe(403);
  });

  it("is turned away when it is longer than any of ours", async () => {
    expect(await answer({}, "x".repeat(1024 * 1024 + 1))).toBe(413);
  });

  it("may be as long as a copy, where one is sent, and nowhere beside", async () => {
    const copy = "x".repeat(9 * 1024 * 1024);
    const to = (path: string, body = copy, headers = {}) => answer(headers, body, path);
    expect(await to("/settings/import/file")).toBe(200);
    expect(await to("/settings/import/file", `${copy}x`)).toBe(303);
    for (const path of [
      "/settings/import",
      "/settings/import/file/",
      "/settings/import/file?x",
      "/x/settings/import/file",
    ])
      expect(await to(path), path).toBe(413);
    expect(await to("/settings/import/file", copy, { "next-action": "00" })).toBe(413);
    expect(await to("/settings/import/file", "x", { origin: "https://evil.example" })).toBe(403);
  });

  it("is turned away when it does not say how long it is", async () => {
    expect(await answer({}, new Blob(["x"]).stream())).toBe(411);
  });

  it("is turned away when it calls an action and is no form, or a form in parts that nothing parts", async () => {
    const action = { "next-action": "00" };
    expect(await answer({ ...action, "content-type": "application/json" })).toBe(415);
    expect(await answer({ ...action, "content-type": "text/plain" })).toBe(415);
    expect(await answer({ "content-type": "multipart/form-data" })).toBe(415);
  });

  it("is let in from our own pages", async () => {
    expect(await answer({})).toBe(200);
    expect(await answer({ "next-action": "00" }, new FormData())).toBe(200);
  });
});
