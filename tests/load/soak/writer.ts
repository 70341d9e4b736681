import { setTimeout as sleep } from "node:timers/promises";
import { recordCheckIn } from "@/lib/check-ins/commands";
import { blank } from "@/lib/check-ins/rules";
import { asViewer } from "@/lib/db/viewer";
import { Refusal } from "@/lib/errors";
import type { Person } from "@/tests/support/people";
import { within } from "./fault";
import type { Ledger, Write } from "./ledger";

/** A write may wait for a connection and then for its transaction; beyond that it hangs. */
const WRITE_BOUND_MS = 15_000;
/** How long no answer may come before it is more than an outage. */
const OUTAGE_BOUND_MS = 30_000;

/** Someone who checks in for one day after another, and again where no answer came. */
export class Writer {
  isDone = false;
  isWriting = false;
  repeats = 0;

  constructor(
    readonly person: Person,
    readonly ledger: Ledger,
  ) {}

  async writes(): Promise<void> {
    while (!this.isDone) {
      await this.#untilAnswered(this.ledger.next(this.person));
      if (Math.random() > 0.05) continue;
      const earlier = this.ledger.anyOf(this.person);
      if (earlier) await this.#untilAnswered(earlier);
      this.repeats++;
    }
  }

  async #untilAnswered(write: Write): Promise<void> {
    for (const deadline = Date.now() + OUTAGE_BOUND_MS; ; await sleep(40)) {
      this.isWriting = true;
      try {
        await within(WRITE_BOUND_MS, "a write", record(write));
        return this.ledger.acknowledge(write);
      } catch (error) {
        if (error instanceof Refusal || Date.now() > deadline) throw error;
        this.ledger.doubt(write);
      } finally {
        this.isWriting = false;
      }
    }
  }
}

function record({ author, entry, day, trust, note, ownFeeling }: Write): Promise<void> {
  const input = { ...blank, entry, day, trust, note, own_feeling: ownFeeling, shown: "numbers" as const };
  return asViewer(author.viewer, (db) => recordCheckIn(db, author.at("2026-12-31"), input));
}
