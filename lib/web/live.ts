import "server-only";
import type { SignedIn } from "@/lib/auth/gate";
import { hear } from "@/lib/web/notices";

const HEARTBEAT_MS = 15_000;
/** The browser opens it anew; whatever went wrong with it ends here. */
const LONGEST_MS = 30 * 60_000;
/** Windows of one session, and of everybody, that may be open at once. */
const MOST_OF_ONE = 8;
const MOST_OF_ALL = 2_000;

const HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store, no-transform",
  // A proxy that gathers an answer before it passes it on would keep every event.
  "x-accel-buffering": "no",
};

/** How many each session has open. */
const open = new Map<string, number>();
const streams = new Set<() => void>();

// A server that is asked to stop waits for what is open, and these would stay open.
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => {
    for (const end of streams) end();
  });

/**
 * A stream of events without content. Before each, and every quarter of a minute, `mayStill` is asked again: when it
 * says no the stream says `ended` and ends.
 */
export function lookAgain(
  aborted: AbortSignal,
  { sessionId, coupleId }: SignedIn,
  mayStill: () => Promise<boolean>,
): Response {
  const mine = open.get(sessionId) ?? 0;
  if (mine >= MOST_OF_ONE || streams.size >= MOST_OF_ALL) return later();

  const words = new TextEncoder();
  let end = () => {};
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      let over = false;
      const say = (text: string) => over || controller.enqueue(words.encode(text));
      const check = async (text: string) => {
        const may = await mayStill().catch(() => null);
        if (may) return say(text);
        // A database that cannot be asked is no reason to say that it is over: the browser comes back.
        if (may === false) say("event: ended\ndata: \n\n");
        end();
      };
      const deaf = hear(coupleId, () => void check("data: look\n\n"));
      const heart = setInterval(() => void check(": here\n\n"), HEARTBEAT_MS);
      const longest = setTimeout(() => end(), LONGEST_MS);
      end = () => {
        if (over) return;
        over = true;
        streams.delete(end);
        deaf();
        clearInterval(heart);
        clearTimeout(longest);
        const left = (open.get(sessionId) ?? 1) - 1;
        if (left > 0) open.set(sessionId, left);
        else open.delete(sessionId);
        try {
          controller.close();
        } catch {
          // Its reader is gone, and closed it.
        }
      };
      streams.add(end);
      open.set(sessionId, mine + 1);
      aborted.addEventListener("abort", () => end());
      say("retry: 3000\n\n");
      // Whoever left before this began is not heard leaving.
      if (aborted.aborted) end();
    },
    cancel: () => end(),
  });
  return new Response(stream, { headers: HEADERS });
}

/** Not now: a browser gives up on any other answer, and comes back after this one. */
export const later = () => new Response("retry: 15000\n\n", { headers: HEADERS });
