import { type IncomingMessage, Server, type ServerResponse } from "node:http";
import messages from "@/lib/i18n/errors.json";

/** How long a request waits to be let in before it is told that the server is busy. */
const PATIENCE_MS = 1_000;

/**
 * Answered from the disk or by a single question, so that whoever watches over the server is not turned away; and what
 * stays open for long, which counts itself (lib/web/live).
 */
const ALWAYS_OPEN = /^\/(_next\/static\/|icon\.svg|api\/health(\?|$)|api\/between\/live(\?|$))/;

/**
 * Lets in as many requests at once as there are connections, so that nobody inside waits for one. The others wait
 * outside in order, and for no longer than a moment: then they are told when to come back.
 */
export function letInAtMost(places: number): void {
  const waiting = new Set<() => void>();
  let inside = 0;
  const leave = () => {
    inside--;
    const [next] = waiting;
    next?.();
  };
  const emit = Server.prototype.emit as (this: Server, ...given: unknown[]) => boolean;

  Server.prototype.emit = function (this: Server, ...given: unknown[]) {
    const [event, request, response] = given as [string, IncomingMessage, ServerResponse];
    if (event !== "request" || ALWAYS_OPEN.test(request.url ?? "")) return emit.apply(this, given);
    const enter = () => {
      waiting.delete(enter);
      clearTimeout(patience);
      inside++;
      response.once("close", leave);
      emit.apply(this, given);
    };
    const giveUp = () => {
      waiting.delete(enter);
      refuse(request, response);
    };
    const patience = setTimeout(giveUp, PATIENCE_MS);
    response.once("close", () => waiting.delete(enter) && clearTimeout(patience));
    if (inside < places) enter();
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
