import type { Page } from "@playwright/test";
import words from "@/lib/i18n/en.json";
import { type Shoot, sends, unfolds, unfoldsEverything } from "./studio";

/** A review from its beginning to the stop word, and those that are over. */
export async function review(page: Page, shoot: Shoot): Promise<void> {
  const { reviews } = words;
  await shoot("/review", "review");
  await shoot("/review", "review-everything-open", () => unfoldsEverything(page));
  await page.goto("/review");
  const [newest = ""] = await page
    .getByRole("main")
    .getByRole("link", { name: reviews.open, exact: true })
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  await shoot(newest, "review-over");
  await page.goto("/review");
  await unfolds(page, reviews.begin_one);
  await sends(page, reviews.begin);
  await page.getByRole("heading", { name: reviews.steps.arriving, exact: true }).waitFor();
  const address = new URL(page.url()).pathname;
  for (const step of [
    "arriving",
    "appreciation",
    "promises",
    "hard_thing",
    "gap",
    "request",
    "closing",
  ] as const) {
    await shoot(address, `review-${step}`);
    const on = page.getByRole("button", { name: new RegExp(`^${reviews.on.split("{")[0]}`) });
    if ((await on.count()) === 0) break;
    await on.click();
    await page
      .getByRole("heading", { name: reviews.steps[step], exact: true })
      .waitFor({ state: "detached" });
  }
  await shoot(address, "review-refused", () => sends(page, reviews.say_it));
  await shoot(address, "review-stopped", async () => {
    await page.getByRole("button", { name: reviews.stop, exact: true }).click();
    await page.getByText(reviews.stopped).waitFor();
  });
}
