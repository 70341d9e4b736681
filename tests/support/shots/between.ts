import type { Page } from "@playwright/test";
import words from "@/lib/i18n/en.json";
import { type Shoot, sends, unfolds, unfoldsEverything } from "./studio";

export async function feelings(page: Page, shoot: Shoot): Promise<void> {
  const { between } = words;
  await shoot("/feelings", "feelings");
  await shoot("/feelings/new", "feelings-new");
  await shoot("/feelings/new", "feelings-new-filled-in", async () => {
    await page.getByRole("checkbox", { name: words.feelings.hurt }).check();
    await page.getByRole("checkbox", { name: words.feelings.angry }).check();
    await page.getByLabel(`${between.strength_unsaid}: ${words.feelings.hurt}`).selectOption("8");
  });
  await page.goto("/feelings");
  const conversations = await page
    .getByRole("link", { name: between.conversation, exact: true })
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  for (const [at, address] of conversations.slice(0, 5).entries())
    await shoot(address, `feelings-conversation-${at + 1}`);
  await shoot(conversations[0] ?? "", "feelings-everything-open", async () => {
    await unfoldsEverything(page);
  });
}

export async function questions(page: Page, shoot: Shoot): Promise<void> {
  const { questions } = words;
  await shoot("/questions", "questions");
  await shoot("/questions", "questions-asking", () => unfolds(page, questions.new));
  await shoot("/questions", "questions-refused", async () => {
    await unfolds(page, questions.new);
    await sends(page, questions.save);
  });
  await page.goto("/questions");
  const addresses = await page
    .getByRole("main")
    .getByRole("link", { name: questions.read, exact: true })
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  for (const [at, address] of addresses.entries())
    await shoot(address, `questions-one-${at + 1}`, () => unfoldsEverything(page));
}

/** What it is like for both, before there is any space, while it lasts, and when the sentence is another one. */
export async function space(page: Page, shoot: Shoot): Promise<void> {
  await shoot("/space", "space");
  await shoot("/space", "space-refused", async () => {
    await page.getByRole("radio", { name: words.space.until_choice }).check();
    await sends(page, words.space.ask);
  });
  await shoot("/space", "space-proposed", async () => {
    await unfolds(page, words.space.words_other);
    await page
      .getByLabel(words.space.sentence)
      .fill("I cannot hear more now. I will be back, and I mean it.");
    await page.getByRole("button", { name: words.space.propose.split("{")[0] ?? "" }).click();
    await page.getByRole("button", { name: words.space.words_back }).waitFor();
  });
  await shoot("/space", "space-asked", async () => {
    await page.getByRole("radio", { name: words.space.lengths[60] }).check();
    await sends(page, words.space.ask);
  });
  for (const path of ["/today", "/feelings"]) await shoot(path, `${path.slice(1)}-with-space`);
}

export async function care(page: Page, shoot: Shoot): Promise<void> {
  await shoot("/care", "care");
  await shoot("/care", "care-refused", () => sends(page, words.care.keep));
}
