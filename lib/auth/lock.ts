import "server-only";
import { hash, verify } from "@node-rs/argon2";
import { clearVisits, dropKeptPages } from "@/lib/auth/cookies";
import { type LockedOut, type SignedIn, whoeverIsThere } from "@/lib/auth/gate";
import { COST, twoAtOnce } from "@/lib/auth/passphrase";
import { closeSession } from "@/lib/auth/sessions";
import { derive } from "@/lib/crypto/keys";
import { keys } from "@/lib/crypto/words";
import { asSystem } from "@/lib/db/system";
import { Refusal } from "@/lib/errors";

/** Tries at a PIN; after them only the passphrase opens. app.enter tells how many are left (prisma/policies). */
const TRIES = 5;

// A few digits are found in a moment by whoever has the database; not without the app's secret beside it.
const peppered = () => ({ ...COST, secret: derive(keys(), "device PIN") });

/** Locks this device, and answers where that leads. Back finds nothing that the browser kept. */
export async function lockHere(): Promise<"/locked" | "/sign-in"> {
  await dropKeptPages();
  return shut();
}

/** The same in haste, whoever is there, a guest included: until it is opened again the lock says nothing but how to open it. */
export async function exitHere(): Promise<void> {
  await dropKeptPages({ byExit: (await shut()) === "/locked" });
}

/** On a device that others use too the session ends. What somebody was reading here by a link goes too. */
async function shut(): Promise<"/locked" | "/sign-in"> {
  await clearVisits();
  const there = await whoeverIsThere();
  if (!there || ("shared" in there && there.shared)) {
    await closeSession();
    return "/sign-in";
  }
  await asSystem([there.id], (db) =>
    db.session.updateMany({
      where: { id: there.sessionId, accountId: there.id, lockedAt: null },
      data: { lockedAt: new Date() },
    }),
  );
  return "/locked";
}

/**
 * Opens a locked session. Whatever proves that it is them calls this: the PIN, the passphrase, a passkey. `steppedUp`:
 * whether the proof is one that is asked for again before a step that reaches far. Where it is not, nothing that was
 * confirmed before the lock counts after it: it may be somebody else who opens.
 */
export async function openLocked(
  { id, sessionId }: LockedOut,
  { steppedUp }: { steppedUp: boolean },
): Promise<void> {
  await asSystem([id], async (db) => {
    // By the clock that decides when it locks again.
    await db.$executeRaw`update sessions set locked_at = null, last_seen_at = now(), pin_tries = 0 where id = ${sessionId}::uuid`;
    await db.session.updateMany({
      where: { id: sessionId, accountId: id },
      data: { steppedUpAt: steppedUp ? new Date() : new Date(0) },
    });
  });
}

/**
 * Whether it is the PIN of this device. A try is counted before it is judged, so that a thousand at once are no better than
 * one after another. Throws `pin_wrong`, or `pin_spent` where only the passphrase is left.
 */
export async function requirePin({ id, sessionId }: LockedOut, pin: string): Promise<void> {
  const left = await asSystem([id], async (db) => {
    const here = { id: sessionId, accountId: id };
    const { count } = await db.session.updateMany({
      where: { ...here, pinHash: { not: null }, pinTries: { lt: TRIES } },
      data: { pinTries: { increment: 1 } },
    });
    return count === 0 ? null : db.session.findUniqueOrThrow({ where: here });
  });
  if (!left?.pinHash) throw new Refusal("pin_spent");
  const { pinHash, pinTries } = left;
  if (await twoAtOnce(() => verify(pinHash, pin, peppered()))) return;
  throw pinTries < TRIES ? new Refusal("pin_wrong", { left: TRIES - pinTries }) : new Refusal("pin_spent");
}

/** Sets the PIN of this device, or with null takes it away. */
export async function keepPin({ id, sessionId }: SignedIn, pin: string | null): Promise<void> {
  const pinHash = pin && (await twoAtOnce(() => hash(pin, peppered())));
  await asSystem([id], (db) =>
    db.session.updateMany({ where: { id: sessionId, accountId: id }, data: { pinHash, pinTries: 0 } }),
  );
}
