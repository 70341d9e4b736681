import type { Page } from "@playwright/test";
import words from "@/lib/i18n/en.json";
import { type Shoot, sends, unfolds, unfoldsEverything } from "./studio";

export async function sessions(page: Page, shoot: Shoot, passphrase: string): Promise<void> {
  const { packets, therapy } = words;
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
  await shoot("/therapy/marks", "session-marks");
  await shoot("/therapy/packets", "packets");
  await shoot("/therapy/packets", "packets-everything-open", () => unfoldsEverything(page));
  await shoot("/therapy/packets", "packets-refused", async () => {
    await unfolds(page, packets.new);
    await page.getByLabel(packets.to).fill(`${new Date().getFullYear() + 1}-01-01`);
    await sends(page, packets.begin);
  });
  const opensPacket = async () => {
    await page.getByRole("link", { name: packets.open, exact: true }).first().click();
    await page.waitForURL(/packets\/[0-9a-f-]{36}$/);
  };
  await shoot("/therapy/packets", "packet", opensPacket);
  const { share } = words.guests;
  const opensLinkForm = async () => {
    await opensPacket();
    await page
      .locator("summary", { hasText: share.make.split(" ")[0] })
      .last()
      .click();
  };
  await shoot("/therapy/packets", "packet-link", opensLinkForm);
  await shoot("/therapy/packets", "packet-link-made", async () => {
    await opensLinkForm();
    await page.getByLabel(share.for_whom).fill("Dr. Lind");
    const confirming = page.locator("#link-passphrase");
    if (await confirming.isVisible()) await confirming.fill(passphrase);
    await sends(page, share.make);
    await page.getByText(share.made, { exact: true }).waitFor();
  });
  const shown = page.getByRole("status").filter({ hasText: share.made }).locator("p").last();
  const [, link = "", , code = ""] = (await shown.innerText()).split("\n").filter(Boolean);
  await shoot(new URL(link).pathname, "notes", async () => {
    await page.getByLabel(words.guests.open.words).fill(code);
    await page.getByRole("button", { name: words.guests.open.open }).click();
    await page.waitForURL(/notes\/[0-9a-f-]{36}$/);
  });
  await shoot("/therapy/packets", "packet-link-opened", opensPacket);
  const begins = async () => {
    await unfolds(page, packets.new);
    await page.getByRole("radio", { name: packets.kinds.own }).check();
    await page.getByRole("button", { name: packets.begin, exact: true }).click();
    await page.waitForURL("**/choose");
  };
  await shoot("/therapy/packets", "packet-choosing", begins);
  await shoot(new URL(page.url()).pathname, "packet-choosing-one-by-one", async () => {
    await page.locator("#months-title").locator("..").getByRole("link").last().click();
    await page.waitForURL("**?month=*");
  });
  await shoot(new URL(page.url()).pathname.replace("/choose", ""), "packet-to-agree-to");
}
