import { join } from "node:path";
import { z } from "zod";

const schema = z.object({
  /** The powerless login's URL, made by prisma/migrate.ts. The owner's URL never reaches the server. */
  SERVING_DATABASE_URL: z.url(),
  PORT: z.coerce.number().int().default(3000),
  APP_URL: z.url().optional(),
  KEYS_DIR: z.string().default(() => join(process.cwd(), ".keys")),
  OPERATOR_NAME: z.string().trim().optional(),
  SMTP_URL: z.url().optional(),
  MAIL_FROM: z.string().default("Keel <keel@localhost>"),
  /** Addresses of proxies whose X-Forwarded-For is believed, separated by commas. */
  TRUSTED_PROXIES: z.string().default(""),
  /** A JSON file of the shape of lib/safety/help-lines.json, in its place. */
  HELP_LINES_FILE: z.string().optional(),
  /** Another site to leave a page for, in place of our own that shows the date. */
  EXIT_URL: z.url({ protocol: /^https?$/ }).optional(),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
  POOL_SIZE: z.coerce.number().int().min(2).default(10),
});

type Env = ReturnType<typeof read>;
let known: Env | undefined;

function read() {
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const parsed = schema.parse(given);
  return {
    ...parsed,
    origin: new URL(parsed.APP_URL ?? `http://localhost:${parsed.PORT}`).origin,
    exit: parsed.EXIT_URL ?? "/date",
  };
}

/** The configuration, read on first use so that building needs none. Throws a ZodError that names the setting. */
export function env(): Env {
  known ??= read();
  return known;
}
