import "server-only";
import type { ReminderKind } from "@/lib/db/generated/enums";
import type { Viewer, ViewerDb } from "@/lib/db/viewer";

/** The local time of each mail the viewer asked for, HH:MM; null where they did not. */
export async function ownReminders(
  db: ViewerDb,
  viewer: Viewer,
): Promise<Record<ReminderKind, string | null>> {
  const own = await db.reminder.findMany({ where: { accountId: viewer.id } });
  const at = (kind: ReminderKind) => own.find((reminder) => reminder.kind === kind)?.localTime ?? null;
  return { daily: at("daily"), when_new: at("when_new") };
}
