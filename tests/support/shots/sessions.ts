import type { Page } from "@playwright/test";
import words from "@/lib/i18n/en.json";
import { type Shoot, sends, unfolds, unfoldsEverything } from "./studio";

export async function sessions(page: Page, shoot: Shoot): Promise<void> {
  const { therapy } = words;
  await shoot("/therapy", "sessions");
  await shoot("/therapy", "sessions-everything-open", () => unfoldsEverything(page));
  await shoot("/therapy", "sessions-refused", async () => {
    await unfolds(page, therapy.new);
    await sends(page, therapy.save);
  });
  const opens = async () => {
    await page.getByRole("link", { name: therapy.open, exact: true }).nth(1).click();
    await page.waitForURL("**/therapy/*");
  };
  await shoot("/therapy", "session", opens);
  await shoot("/therapy", "session-everything-open", async () => {
    await opens();
    await unfoldsEverything(page);
  });
}
