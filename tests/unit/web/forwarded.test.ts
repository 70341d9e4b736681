import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { believeOnlyProxies } from "@/lib/web/forwarded";

const emit = Server.prototype.emit;
afterEach(() => {
  Server.prototype.emit = emit;
});

/** What a server behind these proxies sees of a request from this machine that claims to come from elsewhere. */
async function seen(proxies: string, claims: Record<string, string>): Promise<IncomingHttpHeaders> {
  believeOnlyProxies(proxies);
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
