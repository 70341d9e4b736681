import { randomUUID } from "node:crypto";
import { type IncomingMessage, Server, type ServerResponse } from "node:http";
import messages from "@/lib/i18n/errors.json";

/** How long a request waits to be let in before it is told that the server is busy. */
const PATIENCE_MS = 1_000;

/**
 * Answered from the disk or by a single question, so that whoever watches over the server is not turned away; what stays open
 * for long, which counts itself (lib/web/live); and whoever leaves a page at once, who does not wait for others.
 */
const ALWAYS_OPEN = /^\/(_next\/static\/|icon\.svg|api\/health(\?|$)|api\/between\/live(\?|$)|exit$|date$)/;

/**
 * Given to whoever is let in, for as long as they are inside. An action that leads elsewhere has Next fetch that page from
 * this very server, with the headers of the action: if that waited for a place, as many actions as there are places would
 * wait for each other.
 */
const PASS = "x-keel-inside";

/**
 * Lets in as many requests at once as there are connections, so that nobody inside waits for one. The others wait
 * outside in order, and for no longer than a moment: then they are told when to come back.
 */
export function letInAtMost(places: number): void {
  const waiting = new Set<() => void>();
  const inside = new Set<string>();
  const leave = (pass: string) => {
    inside.delete(pass);
    const [next] = waiting;
    next?.();
  };
  const emit = Server.prototype.emit as (this: Server, ...given: unknown[]) => boolean;

  Server.prototype.emit = function (this: Server, ...given: unknown[]) {
    const [event, request, response] = given as [string, IncomingMessage, ServerResponse];
    if (event !== "request" || ALWAYS_OPEN.test(request.url ?? "")) return emit.apply(this, given);
    // Its action has written what it writes, and does nothing but wait for this.
    if (inside.has(String(request.headers[PASS]))) return emit.apply(this, given);
    const enter = () => {
      waiting.delete(enter);
      clearTimeout(patience);
      const pass = randomUUID();
      inside.add(pass);
      request.headers[PASS] = pass;
      response.once("close", () => leave(pass));
      emit.apply(this, given);
    };
    const giveUp = () => {
      waiting.delete(enter);
      refuse(request, response);
    };
    const patience = setTimeout(giveUp, PATIENCE_MS);
    response.once("close", () => waiting.delete(enter) && clearTimeout(patience));
    if (inside.size < places) enter();
    else waiting.add(enter);
    return true;
  };
}

function refuse(request: IncomingMessage, response: ServerResponse): void {
  // Read to its end and forgotten: a browser that cannot finish sending never sees the answer.
  request.resume();
  response.writeHead(503, {
    "retry-after": "2",
    "cache-control": "no-store",
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
  });
  response.end(
    `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Keel</title><h1>${messages.busy_title}</h1><p>${messages.busy}</p>`,
  );
}
