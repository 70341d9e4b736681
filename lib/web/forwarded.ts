import { type IncomingMessage, Server } from "node:http";
import proxyAddr from "proxy-addr";

/**
 * Next passes on whatever `X-Forwarded-For` a caller sends. From here on the header holds the one address we believe:
 * the socket's, or what a configured proxy says. Host and protocol are believed from configured proxies only.
 * @param proxies addresses or subnets of trusted proxies, separated by commas; empty for none
 */
export function believeOnlyProxies(proxies: string): void {
  const trust = proxyAddr.compile(
    proxies
      .split(",")
      .map((part) => part.trim())
      .filter(Boolean),
  );
  const emit = Server.prototype.emit as (this: Server, ...given: unknown[]) => boolean;
  Server.prototype.emit = function (this: Server, ...given: unknown[]) {
    if (given[0] === "request") settle(given[1] as IncomingMessage, trust);
    return emit.apply(this, given);
  };
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
