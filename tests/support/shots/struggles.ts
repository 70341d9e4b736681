import type { Page } from "@playwright/test";
import words from "@/lib/i18n/en.json";
import { type Shoot, sends, unfolds, unfoldsEverything } from "./studio";

export async function struggles(page: Page, shoot: Shoot): Promise<void> {
  const { struggles } = words;
  await shoot("/struggles", "struggles");
  await shoot("/struggles", "struggles-everything-open", () => unfoldsEverything(page));
  await shoot("/struggles", "struggles-refused", async () => {
    await unfolds(page, struggles.new);
    await sends(page, struggles.list);
  });
}
