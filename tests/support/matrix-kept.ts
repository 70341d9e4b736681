import { randomBytes } from "node:crypto";
import type pg from "pg";
import { optionsToAdd } from "@/lib/auth/passkeys";
import { hashToken, newToken } from "@/lib/crypto/tokens";
import { ReminderKind } from "@/lib/db/generated/enums";
import { asSystem } from "@/lib/db/system";
import { asViewer } from "@/lib/db/viewer";
import { addPasskey } from "@/lib/passkeys/commands";
import { answerSafetyCheck } from "@/lib/safety/commands";
import { Authenticator } from "@/tests/support/authenticator";
import type { Canaries } from "@/tests/support/canaries";
import type { Person } from "@/tests/support/people";

/** Of every kind, and due: what is new is kept only for those who asked to be told. */
export const asksForMails = ({ viewer }: Person) =>
  asViewer(viewer, (db) =>
    db.reminder.createMany({
      data: Object.values(ReminderKind).map((kind) => ({
        accountId: viewer.id,
        kind,
        localTime: "20:00",
        nextAt: new Date("2026-01-01"),
      })),
    }),
  );

/** What belongs to a person and to no space of theirs: their answer for themselves, their devices, their ways back in. */
export async function whatTheSystemKeeps(
  { viewer }: Person,
  canaries: Canaries,
  owner: pg.Client,
  name: string,
): Promise<void> {
  await asViewer(viewer, (db) => answerSafetyCheck(db, viewer, name === "ada" ? "yes" : "no"));
  const deviceLabel = canaries.hatch(`${name}'s device`, [name]);
  const label = canaries.hatch(`${name}'s words for a passkey`, [name]);
  await addPasskey(viewer, { label, response: new Authenticator().makes(await optionsToAdd(viewer, name)) });
  await asSystem([viewer.id], async (db) => {
    await db.session.createMany({
      data: { accountId: viewer.id, tokenHash: hashToken(newToken()), deviceLabel },
    });
    await db.session.createMany({
      data: {
        accountId: viewer.id,
        tokenHash: hashToken(newToken()),
        deviceLabel: "Long gone",
        revokedAt: new Date(),
      },
    });
    await db.mailReset.createMany({
      data: { accountId: viewer.id, tokenHash: hashToken(newToken()), expiresAt: new Date(0) },
    });
  });
  await owner.query("insert into rate_limits (key, points) values ($1, 1)", [randomBytes(8).toString("hex")]);
}
