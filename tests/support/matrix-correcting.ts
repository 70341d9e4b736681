import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { acknowledge, receive } from "@/lib/acknowledgements/commands";
import { chooseWay, openAnnounced } from "@/lib/announcements/commands";
import type { AnnouncedKind } from "@/lib/announcements/rules";
import type { WayInput } from "@/lib/announcements/schema";
import { correct } from "@/lib/corrections/commands";
import { as, type Saying, saying, type Talking, type Voice, withdraws } from "@/tests/support/matrix-talk";

/** What two people correct and take responsibility for, in every way that it can reach the other, with a canary in each part. */
export async function makeRight(one: Voice, other: Voice, about: Talking): Promise<void> {
  for (const [correcting, reading] of [
    [one, other],
    [other, one],
  ] as const)
    await makesRightInEveryWay(correcting, reading, about);
}

async function makesRightInEveryWay(correcting: Voice, reading: Voice, about: Talking): Promise<void> {
  const [told, untold, kept] = (["shown", "withdrawn", "to oneself"] as const).map((each) =>
    saying(correcting, reading, about, each),
  ) as [Saying, Saying, Saying];
  // Its words are read by the database's leave, and shown once they are opened.
  await corrects(correcting, "now", (field) => told(`unopened ${field}`));
  await opens(reading, "correction", await corrects(correcting, "now", told));
  const withdrawn = await corrects(correcting, "now", untold);
  await opens(reading, "correction", withdrawn);
  await withdraws(correcting, withdrawn);
  await acknowledgesInEveryWay(correcting, reading, about);

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

/** Given and not opened; opened, and answered to be seen or not; taken back; and kept. */
async function acknowledgesInEveryWay(one: Voice, reading: Voice, about: Talking): Promise<void> {
  const [told, untold, kept] = (["shown", "withdrawn", "to oneself"] as const).map((each) =>
    saying(one, reading, about, each),
  ) as [Saying, Saying, Saying];
  await acknowledges(one, (field) => told(`unopened ${field}`));
  for (const shown of ["numbers_and_words", "only_me"] as const) {
    const read = await acknowledges(one, told);
    await opens(reading, "acknowledgement", read);
    const word = saying(reading, one, about, shown === "only_me" ? "to oneself" : "shown");
    await as(reading, (db, here) =>
      receive(db, here, {
        ...{ entry: randomUUID(), to: read, before: null, received: "something_missing", shown },
        missing: word("words on what is missing"),
      }),
    );
  }
  const withdrawn = await acknowledges(one, untold);
  await opens(reading, "acknowledgement", withdrawn);
  await withdraws(one, withdrawn);
  await acknowledges(one, kept, "later");
}

async function acknowledges(one: Voice, word: Saying, given: "now" | "later" = "now"): Promise<string> {
  const entry = randomUUID();
  const said = {
    did: word("words on what was done"),
    broke: word("words on what it broke"),
    cost_you: word("words on what it cost"),
    regret: word("words of regret"),
    will_do: word("words on what will be done"),
  };
  const input = { entry, after: null, agreement: null, way: "now", given, ...said } as const;
  await as(one, (db, here) => acknowledge(db, here, input));
  return entry;
}

const opens = (reading: Voice, kind: AnnouncedKind, id: string) =>
  as(reading, (db, here) => openAnnounced(db, here, { kind, id }));

const chooses = (voice: Voice, chosen: WayInput) =>
  as(voice, (db, { viewer }) => chooseWay(db, viewer, chosen));

/** As a clock in Berlin shows it, where everyone in a test lives. */
export const inTwelveHours = () =>
  Temporal.Now.zonedDateTimeISO("Europe/Berlin").add({ hours: 12 }).toPlainTime().toString().slice(0, 5);
