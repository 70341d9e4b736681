import "server-only";
import { Client } from "pg";
import { env } from "@/lib/env";
import { describe, log } from "@/lib/web/log";

const CHANNEL = "between_us";
const AGAIN_MS = [250, 1_000, 5_000] as const;
const SPREAD_MS = 3_000;

type Listener = () => void;

/** One connection of this process that hears Postgres' notices, and whoever in it wants to know of a couple's. */
class Ear {
  readonly #listeners = new Map<string, Set<Listener>>();
  #failures = 0;

  constructor() {
    void this.#connect();
  }

  /** Calls `listener` whenever there may be something new between the two. Answers how to stop. */
  hear(couple: string, listener: Listener): () => void {
    const those = this.#listeners.get(couple) ?? new Set();
    this.#listeners.set(couple, those.add(listener));
    return () => {
      those.delete(listener);
      if (those.size === 0) this.#listeners.delete(couple);
    };
  }

  async #connect(): Promise<void> {
    const client = new Client({
      connectionString: env().SERVING_DATABASE_URL,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    let over = false;
    const lost = (error?: unknown) => {
      if (over) return;
      over = true;
      if (error) log().warn({ error: describe(error) }, "the connection that hears notices was lost");
      void client.end().catch(() => {});
      const wait = AGAIN_MS[Math.min(this.#failures++, AGAIN_MS.length - 1)];
      setTimeout(() => this.#connect(), wait).unref();
    };
    client.on("error", lost);
    client.on("end", () => lost());
    client.on("notification", ({ payload }) => this.#tell(this.#listeners.get(payload ?? "") ?? []));
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      this.#failures = 0;
      // Whatever was said while nobody listened. Not to all at once: each of them asks the database.
      for (const those of this.#listeners.values())
        setTimeout(() => this.#tell(those), Math.random() * SPREAD_MS).unref();
    } catch (error) {
      lost(error);
    }
  }

  #tell(listeners: Iterable<Listener>): void {
    for (const listener of [...listeners]) listener();
  }
}

const held = globalThis as { keelEar?: Ear };

/** Calls `listener` whenever there may be something new between the two of a couple. Answers how to stop. */
export function hear(couple: string, listener: Listener): () => void {
  held.keelEar ??= new Ear();
  return held.keelEar.hear(couple, listener);
}
