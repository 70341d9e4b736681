import type { Canaries } from "@/tests/support/canaries";
import type { Answer } from "@/tests/support/scriptless";
import { seconds } from "./fault";
import type { Visitor } from "./visitor";

/** Takes note of every answer of a crowd: served, refused as promised, or wrong. */
export class Reception {
  served = 0;
  refused = 0;
  readonly wrong: string[] = [];
  #slowest = 0;
  #slowestRefusal = 0;

  constructor(
    readonly name: string,
    readonly canaries: Canaries,
    /** How long any answer may take. */
    readonly boundMs: number,
  ) {}

  async receives(visitor: Visitor | null, ask: () => Promise<Answer>): Promise<void> {
    const since = Date.now();
    const answer = await ask().catch((error: unknown) => this.#notes(`no answer: ${String(error)}`));
    if (!answer) return;
    const took = Date.now() - since;
    this.#slowest = Math.max(this.#slowest, took);
    const where = `${answer.address.split("?")[0]} after ${seconds(took)}`;
    if (took > this.boundMs) this.#notes(`too slow: ${where}`);
    for (const leak of this.canaries.leaksTo(visitor?.person.email ?? "nobody", answer.body))
      this.#notes(leak);

    if (answer.status === 200) {
      this.served++;
      const missing = visitor?.misses(answer);
      if (missing) this.#notes(`${where}: ${missing}`);
    } else if (isCleanRefusal(answer)) {
      this.refused++;
      this.#slowestRefusal = Math.max(this.#slowestRefusal, took);
    } else {
      this.#notes(`answered ${answer.status}, Retry-After ${answer.headers.get("retry-after")}: ${where}`);
    }
  }

  get figures(): string {
    return `${this.name} ${this.served} served, ${this.refused} refused (in ${seconds(this.#slowestRefusal)} at most), ${this.wrong.length} otherwise, slowest ${seconds(this.#slowest)}`;
  }

  #notes(sentence: string): undefined {
    this.wrong.push(`${this.name}: ${sentence}`);
  }
}

/** 503, a number of seconds to wait, kept by no cache. */
const isCleanRefusal = ({ status, headers }: Answer) =>
  status === 503 &&
  /^\d+$/.test(headers.get("retry-after") ?? "") &&
  (headers.get("cache-control") ?? "").includes("no-store");
