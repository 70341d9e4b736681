import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { addDays, dayIn } from "@/lib/time/day";
import { read } from "@/tests/support/paper";
import { Visitor } from "@/tests/support/visitor";

export const TODAY = dayIn("Europe/Berlin");
export const ago = (days: number) => addDays(TODAY, -days);

/** Two people of whom Ada has said something to Ben, and something to nobody; and Ben a number. */
export async function twoWhoWrote(
  ...options: Parameters<typeof Visitor.couple>
): Promise<[Visitor, Visitor]> {
  const [ada, ben] = await Visitor.couple(...options);
  await ada.hasCheckedIn(ago(3), { trust: "4", note: "The stairs at night.", shown: "numbers_and_words" });
  await ada.hasCheckedIn(ago(2), { trust: "2", note: "Nobody reads this.", shown: "only_me" });
  await ben.hasCheckedIn(ago(3), { trust: "7", note: "Late again.", shown: "numbers_and_words" });
  return [ada, ben];
}

export async function begins({ page }: Visitor, kind: string | null): Promise<void> {
  await page.goto("/therapy/packets");
  await page.getByText("Begin a packet").click();
  if (kind) await page.getByRole("radio", { name: kind }).check();
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await expect(page.getByRole("heading", { name: "What I put in" })).toBeVisible();
}

/** Opens the newest packet; answers its address. */
export async function opens({ page }: Visitor): Promise<string> {
  await page.goto("/therapy/packets");
  await page.getByRole("link", { name: "Open" }).first().click();
  await expect(page.getByRole("link", { name: "Packets" })).toBeVisible();
  return new URL(page.url()).pathname;
}

export async function agrees({ page }: Visitor): Promise<void> {
  await page.getByRole("button", { name: "Agree to what I put in" }).click();
  await expect(page.getByText("You agreed on", { exact: false })).toBeVisible();
}

/** Saves what is open as a document; answers what the file is called and says. */
export async function saves({ page }: Visitor): Promise<{ name: string; text: string }> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save as a PDF" }).click(),
  ]);
  const { pages } = await read(readFileSync(await file.path()));
  const text = pages
    .map(({ text, footer }) => `${text} ${footer}`)
    .join(" ")
    .replaceAll(/\s+/g, " ");
  return { name: file.suggestedFilename(), text };
}
