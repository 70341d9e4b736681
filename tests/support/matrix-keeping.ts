import { randomUUID } from "node:crypto";
import type { FollowThroughStatus, Perceived } from "@/lib/db/generated/enums";
import { noticeDay, sayHowItWent } from "@/lib/follow-through/commands";
import { as, type Saying, saying, type Talking, type Voice, withdraws } from "@/tests/support/matrix-talk";
import { day } from "@/tests/support/people";

/** What the doer says of the days, and what each adds to them: shown, withdrawn and kept to oneself. */
export async function keepDays(
  doing: Voice,
  other: Voice,
  commitment: string,
  about: Talking,
): Promise<void> {
  const [told, untold, kept] = (["shown", "withdrawn", "to oneself"] as const).map((each) =>
    saying(doing, other, about, each),
  ) as [Saying, Saying, Saying];
  const of = { doing, commitment };
  await says(of, "2026-03-09", "kept", {});
  await says(of, "2026-03-10", "missed", { note: told("note on a day"), shown: "numbers_and_words" });
  await says(of, "2026-03-11", "missed", {});
  await says(of, "2026-03-11", "partly", { said: 1, note: kept("note on a day") });
  const note = untold("note on a day");
  await withdraws(doing, await says(of, "2026-03-12", "kept", { note, shown: "numbers_and_words" }));

  const [noticed, unsaid, toSelf] = (["shown", "withdrawn", "to oneself"] as const).map((each) =>
    saying(other, doing, about, each),
  ) as [Saying, Saying, Saying];
  const by = { other, commitment };
  await notices(by, "2026-03-09", "noticed", noticed("note of what was noticed"), "numbers_and_words");
  await notices(by, "2026-03-10", "not_felt", toSelf("note of what was noticed"), "only_me");
  const withdrawn = unsaid("note of what was noticed");
  await withdraws(other, await notices(by, "2026-03-11", "noticed", withdrawn, "numbers_and_words"));
}

type Shown = "only_me" | "numbers_and_words";
type More = { readonly said?: number; readonly note?: string; readonly shown?: Shown };

async function says(
  { doing, commitment }: { readonly doing: Voice; readonly commitment: string },
  on: string,
  status: FollowThroughStatus,
  { said = 0, note = "", shown = "only_me" }: More,
): Promise<string> {
  const entry = randomUUID();
  const answer = { commitment, status, volunteered: status === "missed", said, entry, note, shown };
  await as(doing, (db, here) => sayHowItWent(db, here, { day: day(on), answers: [answer] }));
  return entry;
}

async function notices(
  { other, commitment }: { readonly other: Voice; readonly commitment: string },
  on: string,
  perceived: Perceived,
  note: string,
  shown: Shown,
): Promise<string> {
  const entry = randomUUID();
  const said = { entry, commitment, day: day(on), before: null, perceived, note, shown };
  await as(other, (db, here) => noticeDay(db, here, said));
  return entry;
}
