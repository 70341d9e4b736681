import "server-only";
import pino from "pino";
import { env } from "@/lib/env";

let made: pino.Logger | undefined;

/** Codes, names of actions and request ids. Never a person's words: nothing that was typed is ever handed to it. */
export function log(): pino.Logger {
  made ??= pino({ level: env().LOG_LEVEL, base: { app: "keel" } });
  return made;
}

/** What may be said of an unexpected error: its class and its code. Messages of database errors quote what was written. */
export function describe(error: unknown): { name: string; code?: string } {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  return { name: error.name, ...(code ? { code } : {}) };
}
