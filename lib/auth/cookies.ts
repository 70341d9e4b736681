import "server-only";
import { randomUUID } from "node:crypto";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { derive } from "@/lib/crypto/keys";
import { keys } from "@/lib/crypto/words";
import { env } from "@/lib/env";

const MONTH = 30 * 24 * 60 * 60;
const YEAR = 365 * 24 * 60 * 60;

const overTls = () => env().origin.startsWith("https:");
const named = (name: string) => (overTls() ? `__Host-${name}` : name);
const secret = () => derive(keys(), "session cookie").toString("hex");

/** What the session cookie carries, sealed: whose session, and the token that finds its row. Nothing else. */
export type SessionClaim = { readonly sub: string; readonly sid: string };

/** Without a `maxAge` the browser forgets it when it is closed. */
async function set(name: string, value: string, maxAge?: number) {
  (await cookies()).set(named(name), value, {
    httpOnly: true,
    sameSite: "lax",
    secure: overTls(),
    path: "/",
    ...(maxAge ? { maxAge } : {}),
  });
}

async function claim(name: string): Promise<{ sub?: string; sid?: unknown; visits?: unknown } | null> {
  const sealed = (await cookies()).get(named(name))?.value;
  if (!sealed) return null;
  return decode({ token: sealed, secret: secret(), salt: name }).catch(() => null);
}

export async function writeSession(
  { sub, sid }: SessionClaim,
  { shared }: { shared: boolean },
): Promise<void> {
  const sealed = await encode({ token: { sub, sid }, secret: secret(), salt: "keel", maxAge: MONTH });
  await set("keel", sealed, shared ? undefined : MONTH);
}

export async function readSession(): Promise<SessionClaim | null> {
  const found = await claim("keel");
  return found?.sub && typeof found.sid === "string" ? { sub: found.sub, sid: found.sid } : null;
}

export async function clearSession(): Promise<void> {
  (await cookies()).delete(named("keel"));
}

const EXIT = "exit-";

/** Changes a cookie: a browser then drops the pages that it kept for Back. `byExit`: the lock remembers that one was left in haste. */
export async function dropKeptPages({ byExit = false } = {}): Promise<void> {
  await set("keel-turn", `${byExit ? EXIT : ""}${randomUUID()}`, byExit ? MONTH : undefined);
}

export async function leftByExit(): Promise<boolean> {
  return (await cookies()).get(named("keel-turn"))?.value.startsWith(EXIT) ?? false;
}

/** Marks a device on which this person has signed in before: it is throttled by itself, not with strangers. */
export async function rememberDevice(accountId: string, device: string): Promise<void> {
  await set(
    "keel-device",
    await encode({
      token: { sub: accountId, sid: device },
      secret: secret(),
      salt: "keel-device",
      maxAge: YEAR,
    }),
    YEAR,
  );
}

export async function forgetDevice(): Promise<void> {
  (await cookies()).delete(named("keel-device"));
}

export async function knownDevice(): Promise<{ accountId: string; device: string } | null> {
  const found = await claim("keel-device");
  return found?.sub && typeof found.sid === "string" ? { accountId: found.sub, device: found.sid } : null;
}

/** As long as a visit lasts (prisma/policies/69-guests.sql). */
const VISIT = 2 * 60 * 60;

/** The tokens of visits that somebody without an account has open on this device, the latest first. */
export async function writeVisits(visits: readonly string[]): Promise<void> {
  const name = "keel-visits";
  await set(
    name,
    await encode({ token: { visits: [...visits] }, secret: secret(), salt: name, maxAge: VISIT }),
  );
}

export async function readVisits(): Promise<readonly string[]> {
  const found = await claim("keel-visits");
  return z.array(z.string()).catch([]).parse(found?.visits);
}

export async function clearVisits(): Promise<void> {
  (await cookies()).delete(named("keel-visits"));
}
