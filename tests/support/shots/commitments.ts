import type { Page } from "@playwright/test";
import words from "@/lib/i18n/en.json";
import { type Shoot, sends, unfolds, unfoldsEverything } from "./studio";

export async function commitments(page: Page, shoot: Shoot): Promise<void> {
  const { commitments, follow_through } = words;
  await shoot("/commitments", "commitments");
  await shoot("/commitments/new?whose=mine", "commitments-new");
  await shoot("/commitments/new?whose=mine", "commitments-new-examples", () => unfoldsEverything(page));
  await shoot("/commitments/new?whose=theirs&template=home_dinner", "commitments-ask-from-example");
  await shoot("/commitments/new?whose=mine", "commitments-new-refused", async () => {
    await page.getByRole("radio", { name: commitments.oftens.weekdays }).check();
    await page.getByRole("button", { name: commitments.propose.split("{")[0] ?? "" }).click();
    await page.getByRole("main").getByRole("alert").waitFor();
  });

  await page.goto("/commitments");
  const addresses = await page
    .getByRole("main")
    .getByRole("link", { name: commitments.open, exact: true })
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  for (const [at, address] of addresses.entries()) await shoot(address, `commitments-one-${at + 1}`);
  const [first = ""] = addresses;
  await shoot(`${first}/change`, "commitments-change");
  for (const [at, address] of addresses.slice(2, 6).entries())
    await shoot(address, `commitments-everything-open-${at + 1}`, () => unfoldsEverything(page));
  for (const address of addresses) {
    await page.goto(address);
    const day = page.getByRole("table", { name: follow_through.four_weeks }).getByRole("link").last();
    if (!(await day.isVisible())) continue;
    await shoot((await day.getAttribute("href")) ?? "", "commitments-one-day", () => unfoldsEverything(page));
    break;
  }
}

/** How a day is said, as the form stands when something is missing in it. */
export async function daysSaid(page: Page, shoot: Shoot): Promise<void> {
  await shoot("/today", "today-commitments-open", async () => {
    await unfolds(page, words.follow_through.add_words).catch(() => {});
  });
  await shoot("/timeline?kind=commitment", "timeline-commitments");
}

export async function agreements(page: Page, shoot: Shoot): Promise<void> {
  await shoot("/agreements", "agreements");
  await shoot("/agreements", "agreements-everything-open", () => unfoldsEverything(page));
}

export async function acknowledgements(page: Page, shoot: Shoot): Promise<void> {
  const { acknowledgements: says, between } = words;
  await shoot("/acknowledgements", "acknowledgements");
  await shoot("/acknowledgements/new", "acknowledgements-new");
  await shoot("/acknowledgements/new", "acknowledgements-refused", async () => {
    await page.getByRole("button", { name: /^(Give it to|Keep it for the session)/ }).click();
    await page.getByRole("main").getByRole("alert").waitFor();
  });
  await page.goto("/acknowledgements");
  const links = page.getByRole("main").getByRole("link", { name: between.conversation });
  const addresses = await links.evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
  for (const [at, address] of addresses.entries())
    await shoot(address, `acknowledgements-one-${at + 1}`, async () => {
      const change = page.locator("summary", { hasText: says.answer_change });
      if (await change.isVisible()) await change.click();
    });
}

export async function corrections(page: Page, shoot: Shoot): Promise<void> {
  const { announcements } = words;
  await shoot("/corrections/new", "corrections-new");
  await shoot("/corrections/new", "corrections-refused", async () => {
    await page.getByRole("button", { name: /^(Send it to|Keep it for)/ }).click();
    await page.getByRole("main").getByRole("alert").waitFor();
  });
  await shoot("/settings/announced", "settings-announced");
  await page.goto("/timeline?kind=correction");
  const one = page.getByRole("article").getByRole("link", { name: words.between.conversation }).first();
  if (await one.isVisible())
    await shoot((await one.getAttribute("href")) ?? "", "corrections-one", async () => {
      const opens = page.getByRole("button", { name: announcements.open });
      if (await opens.isVisible()) await sends(page, announcements.open);
    });
}
