import { type IncomingMessage, Server, type ServerResponse } from "node:http";
import proxyAddr from "proxy-addr";

/** As long as the longest form may be, with room to spare; Next's own limit for a server action. */
const LONGEST = 1024 * 1024;
/** The one form that sends a file, where it goes, how long it may be with what is around it, and where it is said that it was longer. */
const FILE = {
  address: "/settings/import/file",
  longest: 9 * LONGEST,
  tooLong: "/settings/import?said=import_too_large",
};

/**
 * What is settled before Next sees a request.
 *
 * Next passes on whatever `X-Forwarded-For` a caller sends. From here on the header holds the one address we believe:
 * the socket's, or what a configured proxy says. Host and protocol are believed from configured proxies only.
 * A form from another site, one longer than any of ours or of no known length, and what calls an action and is no form
 * are turned away (403, 413, 411, 415): Next would answer 500. A copy that is too long to be taken in is led back to its page.
 * @param proxies addresses or subnets of trusted proxies, separated by commas; empty for none
 */
export function standAtTheDoor(proxies: string): void {
  const trust = proxyAddr.compile(
    proxies
      .split(",")
      .map((part) => part.trim())
      .filter(Boolean),
  );
  const emit = Server.prototype.emit as (this: Server, ...given: unknown[]) => boolean;
  Server.prototype.emit = function (this: Server, ...given: unknown[]) {
    if (given[0] === "request") {
      const [, request, response] = given as [string, IncomingMessage, ServerResponse];
      settle(request, trust);
      const refused = refusal(request);
      if (refused) return turnAway(request, response, refused);
    }
    return emit.apply(this, given);
  };
}

type Refused = 303 | 403 | 411 | 413 | 415;

/** The status to turn a request away with, or null. */
function refusal({ method, url, headers }: IncomingMessage): Refused | null {
  if (method !== "POST") return null;
  if (headers["transfer-encoding"]) return 411;
  const isFile = url === FILE.address && !headers["next-action"];
  if (Number(headers["content-length"] ?? 0) > (isFile ? FILE.longest : LONGEST)) return isFile ? 303 : 413;
  const sent = headers["content-type"] ?? "";
  const isForm = /^multipart\/form-data;.*boundary=/i.test(sent);
  if (!isForm && (headers["next-action"] || /^multipart\//i.test(sent))) return 415;
  const { origin } = headers;
  if (!origin) return null;
  const host = headers["x-forwarded-host"] ?? headers.host;
  return URL.canParse(origin) && new URL(origin).host === host ? null : 403;
}

function turnAway(request: IncomingMessage, response: ServerResponse, status: Refused): true {
  // Read to its end and forgotten: a browser that cannot finish sending never sees the answer.
  request.resume();
  const location = status === 303 ? { location: FILE.tooLong } : {};
  response
    .writeHead(status, { "cache-control": "no-store", "x-content-type-options": "nosniff", ...location })
    .end();
  return true;
}

function settle(request: IncomingMessage, trust: (address: string, index: number) => boolean): void {
  const peer = request.socket.remoteAddress ?? "unknown";
  const address = request.socket.remoteAddress ? proxyAddr(request, trust) : peer;
  if (!trust(peer, 0)) {
    delete request.headers["x-forwarded-host"];
    delete request.headers["x-forwarded-proto"];
  }
  request.headers["x-forwarded-for"] = address;
}
