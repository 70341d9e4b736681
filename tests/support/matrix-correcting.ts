import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { chooseWay, correct, openCorrection } from "@/lib/corrections/commands";
import type { WayInput } from "@/lib/corrections/schema";
import { as, type Saying, saying, type Talking, type Voice, withdraws } from "@/tests/support/matrix-talk";

/** What two people correct of their own accord, in every way that it can reach the other, with a canary in each part. */
export async function makeRight(one: Voice, other: Voice, about: Talking): Promise<void> {
  for (const [correcting, reading] of [
    [one, other],
    [other, one],
  ] as const)
    await correctsInEveryWay(correcting, reading, about);
}

async function correctsInEveryWay(correcting: Voice, reading: Voice, about: Talking): Promise<void> {
  const [told, untold, kept] = (["shown", "withdrawn", "to oneself"] as const).map((each) =>
    saying(correcting, reading, about, each),
  ) as [Saying, Saying, Saying];
  // Its words are read by the database's leave, and shown once they are opened.
  await corrects(correcting, "now", (field) => told(`unopened ${field}`));
  await opens(reading, await corrects(correcting, "now", told));
  const withdrawn = await corrects(correcting, "now", untold);
  await opens(reading, withdrawn);
  await withdraws(correcting, withdrawn);

  await chooses(reading, { way: "with_therapist", localTime: null });
  await corrects(correcting, "with_therapist", kept);
  // Twelve hours away, whenever this runs: it waits.
  await chooses(reading, { way: "at_time", localTime: inTwelveHours() });
  await corrects(correcting, "at_time", kept);
}

async function corrects(correcting: Voice, way: WayInput["way"], word: Saying): Promise<string> {
  const entry = randomUUID();
  const said = {
    said: word("words on what was said"),
    is_true: word("words on what is true"),
    will_do: word("words on what comes of it"),
  };
  await as(correcting, (db, here) => correct(db, here, { entry, way, ...said }));
  return entry;
}

const opens = (reading: Voice, entry: string) => as(reading, (db, here) => openCorrection(db, here, entry));

const chooses = (voice: Voice, chosen: WayInput) =>
  as(voice, (db, { viewer }) => chooseWay(db, viewer, chosen));

/** As a clock in Berlin shows it, where everyone in a test lives. */
export const inTwelveHours = () =>
  Temporal.Now.zonedDateTimeISO("Europe/Berlin").add({ hours: 12 }).toPlainTime().toString().slice(0, 5);
