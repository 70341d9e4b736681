import type { Browser, Page } from "@playwright/test";
import type { Album } from "@/tests/support/album";

export const LOOKS_LIKE = {
  locale: "en-GB",
  timezoneId: "Europe/Berlin",
  viewport: { width: 390, height: 844 },
};

export type Studio = { readonly browser: Browser; readonly album: Album };
export type Shoot = (path: string, name: string, before?: () => Promise<unknown>) => Promise<void>;

/** Goes to an address and takes its picture; `before` brings the page into the state that is wanted. */
export const camera =
  ({ album }: Studio, page: Page, who: string): Shoot =>
  async (path, name, before) => {
    await page.goto(path, { waitUntil: "networkidle" });
    await before?.();
    await album.take(page, `${who}/${name}`);
  };

/** `/settings/partner` is called settings-partner. */
export const named = (path: string) => path.slice(1).replaceAll("/", "-");

export const unfolds = (page: Page, summary: string) =>
  page.locator("summary", { hasText: summary }).first().click();

export const unfoldsEverything = (page: Page) =>
  page.locator("main details").evaluateAll((all) => {
    for (const details of all) details.setAttribute("open", "");
  });

/** Presses a button of a form and waits until it has answered. */
export async function sends(page: Page, name: string): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name, exact: true }).first().click();
  await answered;
  await page.locator("[aria-disabled=true]").first().waitFor({ state: "detached" });
}
