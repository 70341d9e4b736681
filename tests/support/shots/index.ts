import words from "@/lib/i18n/en.json";
import type { DemoPerson } from "@/prisma/seed/people";
import { Visitor } from "@/tests/support/visitor";
import * as between from "./between";
import * as agreed from "./commitments";
import { fromTheFirstDay } from "./first-day";
import * as own from "./own";
import { review } from "./review";
import { sessions } from "./sessions";
import { signedOut } from "./signed-out";
import { struggles } from "./struggles";
import { camera, LOOKS_LIKE, type Studio } from "./studio";
import { trends } from "./trends";

/** Every screen: as nobody, as someone who begins alone, as two with nothing written yet, as Maren and as Jonas. */
export async function takeShots(studio: Studio, people: readonly DemoPerson[]): Promise<void> {
  await signedOut(studio);
  await fromTheFirstDay(studio);
  for (const person of people) await inTheMiddle(studio, person);
}

async function inTheMiddle(studio: Studio, { name, email, passphrase }: DemoPerson): Promise<void> {
  const { page } = await Visitor.arrives(studio.browser, name, LOOKS_LIKE);
  const shoot = camera(studio, page, name.toLowerCase());
  await page.goto("/sign-in");
  await page.getByLabel(words.accounts.email).fill(email);
  await page.getByLabel(words.accounts.passphrase, { exact: true }).fill(passphrase);
  await page.getByRole("button", { name: words.accounts.sign_in }).click();
  await page.waitForURL("**/today");

  for (const room of [
    own.today,
    own.reflections,
    agreed.daysSaid,
    agreed.commitments,
    agreed.agreements,
    agreed.acknowledgements,
    agreed.corrections,
  ])
    await room(page, shoot);
  await own.settings(page, shoot, passphrase);
  for (const room of [between.feelings, between.questions, between.care, struggles]) await room(page, shoot);
  await sessions(page, shoot, passphrase);
  await own.timelines(page, shoot);
  await trends(page, shoot);
  await review(page, shoot);
  await own.entries(page, shoot);
  await between.space(page, shoot);
  await own.locked(page, shoot);
  await page.context().close();
}
