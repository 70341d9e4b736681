import { Temporal } from "temporal-polyfill";

/** The zone by its IANA name, or null where this system does not know it. Offsets such as "+02:00" are no zones: they miss the clock changes. */
export function parseZone(text: string): string | null {
  if (!/^[A-Za-z]/.test(text)) return null;
  try {
    return Temporal.Now.zonedDateTimeISO(text).timeZoneId;
  } catch {
    return null;
  }
}

export const knownZones = () => ["UTC", ...Intl.supportedValuesOf("timeZone")];

/**
 * The next moment at which a zone's clocks show `HH:MM`, strictly after `after`.
 * Where the clocks jump over that time it is later by the length of the jump; where they show it twice, the first.
 */
export function nextAt(
  localTime: string,
  timeZone: string,
  after: Temporal.Instant = Temporal.Now.instant(),
): Temporal.Instant {
  const time = Temporal.PlainTime.from(localTime);
  const today = after.toZonedDateTimeISO(timeZone).toPlainDate();
  for (let ahead = 0; ; ahead++) {
    const moment = today.add({ days: ahead }).toZonedDateTime({ timeZone, plainTime: time }).toInstant();
    if (Temporal.Instant.compare(moment, after) > 0) return moment;
  }
}

/** A moment as Postgres gave it. */
export const instantOf = (moment: Date) => Temporal.Instant.fromEpochMilliseconds(moment.getTime());
