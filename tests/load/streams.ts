import { once } from "node:events";
import { Agent, get, type IncomingMessage } from "node:http";
import { cookieOf, type Place } from "@/tests/load/doors";
import type { Someone } from "@/tests/load/world";

/** Longer than the quarter of a minute after which an open stream says at least that it is there. */
const SILENCE_MS = 20_000;

/** A connection for each, as the browsers of different people have. */
const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY });

/** The stream of a conversation that somebody has open. */
export class Stream {
  /** Everything it said, and when, as performance.now() counts. */
  readonly #said: { readonly event: string; readonly at: number }[] = [];
  #unended = "";
  isOver = false;

  private constructor(
    readonly coupleId: string,
    readonly answer: IncomingMessage,
  ) {
    answer.setEncoding("utf8").on("data", (text: string) => this.#hears(text));
    answer.once("close", () => {
      this.isOver = true;
    });
  }

  /** Settles when it has begun. Throws where it is refused, or told to come back later. */
  static async opens({ origin }: Place, someone: Someone): Promise<Stream> {
    const answer = await asked(`${origin}/api/between/live`, await cookieOf(someone));
    const stream = new Stream(someone.coupleId, answer);
    await Promise.race([once(answer, "data"), once(answer, "close")]);
    const begins = stream.#said[0]?.event ?? "nothing";
    if (answer.statusCode === 200 && begins === "retry: 3000") return stream;
    throw new Error(`a stream was answered ${answer.statusCode} and began with ${begins}`);
  }

  /** When it said to look again, each time since. */
  looksSince(moment: number): number[] {
    return this.#said.flatMap(({ event, at }) => (event === "data: look" && at >= moment ? [at] : []));
  }

  async closes(): Promise<void> {
    if (this.isOver) return;
    const over = once(this.answer, "close");
    this.answer.destroy();
    await over;
  }

  #hears(text: string): void {
    const at = performance.now();
    const events = (this.#unended + text).split("\n\n");
    this.#unended = events.pop() ?? "";
    for (const event of events) this.#said.push({ event, at });
  }
}

/** Asked as a browser asks, which would take a packed answer: packing gathers, and then nothing arrives in time. */
function asked(url: string, cookie: string): Promise<IncomingMessage> {
  const headers = { cookie, accept: "text/event-stream", "accept-encoding": "gzip" };
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers, timeout: SILENCE_MS });
    request.once("timeout", () => request.destroy(new Error("a stream was silent")));
    request.once("error", reject);
    request.once("response", resolve);
  });
}
