import { randomBytes, randomUUID } from "node:crypto";
import type pg from "pg";
import { optionsToAdd } from "@/lib/auth/passkeys";
import { blank } from "@/lib/check-ins/rules";
import { hashToken, newToken } from "@/lib/crypto/tokens";
import { ReminderKind } from "@/lib/db/generated/enums";
import { asSystem } from "@/lib/db/system";
import { asViewer } from "@/lib/db/viewer";
import { keepFile } from "@/lib/imports/commands";
import { leaveCheckIn } from "@/lib/left-check-ins/commands";
import { addPasskey } from "@/lib/passkeys/commands";
import { answerSafetyCheck } from "@/lib/safety/commands";
import { dayIn } from "@/lib/time/day";
import { aCopyOf } from "@/tests/support/a-copy";
import { Authenticator } from "@/tests/support/authenticator";
import type { Canaries } from "@/tests/support/canaries";
import { bytesOf, takesIn } from "@/tests/support/copies";
import { lockedDeviceOf, type Person } from "@/tests/support/people";

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
  person: Person,
  canaries: Canaries,
  owner: pg.Client,
  name: string,
): Promise<void> {
  const { viewer } = person;
  if (name !== "dan") await takesInACopy(person, canaries, name);
  await leaves(person, canaries.hatch(`${name}'s left check-in`, [name]));
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

/** One that is taken in, and waits again to be. (Dan has none: of his spaces one has ended, and it is called that.) */
async function takesInACopy(person: Person, canaries: Canaries, name: string): Promise<void> {
  const { name: called } = person.viewer;
  const copy = aCopyOf(called, (what) => canaries.hatch(`${name}'s ${what} (taken in)`, [name]));
  await takesIn(person, JSON.stringify(copy));
  await keepFile(person.viewer, bytesOf(JSON.stringify(copy)));
}

/** On a locked device, where nobody can tell whether there is one of this day. */
const leaves = async (person: Person, note: string) =>
  leaveCheckIn(await lockedDeviceOf(person), {
    ...blank,
    note,
    entry: randomUUID(),
    day: dayIn(person.viewer.timeZone),
  });
