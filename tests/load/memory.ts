import { existsSync, readFileSync, rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";

const { SERVER_PID = "", MEMORY_FILE = "" } = process.env;
const BOUND_MS = 10_000;

/** Bytes that the server holds (its resident set), and of these what its objects need. */
const memory = z.object({ held: z.number().positive(), inUse: z.number().positive() });
export type Memory = z.infer<typeof memory>;

/** What the server needs now, by its own account (.run/say-memory); undefined where it cannot be asked by a signal. */
export async function memoryOfServer(): Promise<Memory | undefined> {
  if (process.platform === "win32") return undefined;
  rmSync(MEMORY_FILE, { force: true });
  process.kill(Number(SERVER_PID), "SIGUSR2");
  for (const bound = Date.now() + BOUND_MS; !existsSync(MEMORY_FILE); await sleep(20))
    if (Date.now() > bound) throw new Error("the server did not say how much memory it holds");
  return memory.parse(JSON.parse(readFileSync(MEMORY_FILE, "utf8")));
}
