import { expect, type Page } from "@playwright/test";
import { startServerAt } from "@/tests/support/clock";
import { test } from "@/tests/support/story";
import { PASSPHRASE, Visitor } from "@/tests/support/visitor";

const article = (page: Page) => page.getByRole("article");

async function checksIn({ page }: Visitor, day: string, words: string, shown: string): Promise<void> {
  await page.goto(`/today?day=${day}`);
  await page.getByLabel("In my own words").fill(words);
  await page.getByRole("radio", { name: shown, exact: true }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Noted" })).toBeVisible();
}

test("each looks at what is theirs as the other finds it, and takes it back from there", async ({
  browser,
}) => {
  const [ada, ben] = await Visitor.couple(browser);
  await checksIn(ada, "2026-01-05", "For you to read.", "Ben sees numbers and words");
  await checksIn(ada, "2026-01-06", "For nobody else.", "Ben sees the numbers");
  await checksIn(ada, "2026-01-07", "Not yet.", "Only me");

  await ada.page.goto("/timeline");
  await ada.page
    .getByRole("navigation", { name: "Timeline" })
    .getByRole("link", { name: "As Ben sees it" })
    .click();
  await expect(ada.page).toHaveURL(/\/timeline\/seen$/);
  await expect(article(ada.page)).toHaveCount(2);
  await expect(article(ada.page).first()).toContainText("Ada");
  await expect(ada.page.getByText("For you to read.")).toBeVisible();
  await expect(ada.page.getByText("For nobody else.")).toHaveCount(0);
  await expect(ada.page.getByText("Not yet.")).toHaveCount(0);
  await ada.hasNoBarriersHere();
  const seen = await article(ada.page).allInnerTexts();

  // But for what Ben can do with it, which is his own.
  await ben.page.goto("/timeline?who=partner");
  const found = await article(ben.page).allInnerTexts();
  expect(found.map((text) => text.replace(/\s*Bring to a session$/, ""))).toEqual(seen);

  await ada.page.goto("/timeline");
  const card = article(ada.page).filter({ hasText: "For you to read." });
  await card.getByRole("link", { name: "Who sees this" }).click();
  await card.getByRole("link", { name: "As Ben sees it" }).click();
  await expect(ada.page.getByRole("heading", { name: "As Ben sees it" })).toBeVisible();
  await expect(article(ada.page)).toContainText("For you to read.");
  await expect(ada.page.getByText("It may already have been read.")).toBeVisible();
  await ada.page.getByRole("button", { name: "Only you", exact: true }).click();
  await expect(ada.page.getByText("Ben sees nothing of this.")).toBeVisible();
  await ada.hasNoBarriersHere();
  await ben.page.reload();
  await expect(ben.page.getByText("For you to read.")).toHaveCount(0);
  await expect(article(ben.page)).toHaveCount(1);
});

test("new entries begin as chosen for their kind, and older ones change by an exact list alone", async ({
  browser,
}) => {
  const [ada, ben] = await Visitor.couple(browser);
  const { page } = ada;
  for (const day of ["2026-01-05", "2026-01-06", "2026-01-07"])
    await checksIn(ada, day, `On ${day}.`, "Only me");

  await page.goto("/settings/sharing");
  const checkIns = page.getByRole("region", { name: "Check-ins" });
  await checkIns.getByRole("radio", { name: "Ben sees the numbers", exact: true }).check();
  await checkIns.getByRole("button", { name: "Save" }).click();
  await expect(checkIns.getByText("Saved.")).toBeVisible();
  await page.goto("/today?day=2026-01-08");
  await expect(page.getByRole("radio", { name: "Ben sees the numbers", exact: true })).toBeChecked();
  await ben.page.goto("/timeline");
  await expect(article(ben.page)).toHaveCount(0);

  await page.goto("/settings/sharing");
  await checkIns.getByRole("link", { name: "What you have written already" }).click();
  await expect(page.getByRole("checkbox")).toHaveCount(3);
  await page.getByRole("checkbox", { name: /Jan 6, 2026/ }).uncheck();
  await ada.hasNoBarriersHere();
  const passphrase = page.getByLabel("Your passphrase");
  if (await passphrase.count()) await passphrase.fill(PASSPHRASE);
  await page.getByRole("button", { name: "Ben sees the numbers" }).click();
  await expect(page.getByRole("checkbox")).toHaveCount(1);
  await ben.page.reload();
  await expect(article(ben.page)).toHaveCount(2);

  await page.goto("/settings/sharing/earlier?kind=check_in&shown=only_me");
  await expect(page.getByRole("checkbox")).toHaveCount(2);
  await expect(page.getByLabel("Your passphrase")).toHaveCount(0);
  await page.getByRole("button", { name: "Only you" }).click();
  await expect(page.getByText("Nothing to change")).toBeVisible();
  await ben.page.reload();
  await expect(article(ben.page)).toHaveCount(0);
});

test("what is kept for now is asked about a day later, without script too, and never shown by itself", async ({
  browser,
}) => {
  const server = await startServerAt("2031-03-10T20:30");
  try {
    const [ada, ben] = await Visitor.couple(browser, { baseURL: server.url, javaScriptEnabled: false });
    const { page } = ada;
    await page.goto("/today");
    await page.getByLabel("In my own words").fill("I am not sure yet.");
    await page.getByRole("radio", { name: /^Only me for now/ }).check();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Noted" })).toBeVisible();
    await expect(page.getByText("waits for your choice")).toHaveCount(0);

    await server.itIs("2031-03-11T20:31");
    await page.goto("/today");
    await page.getByRole("link", { name: "Look at it" }).click();
    await expect(page.getByText("I am not sure yet.")).toBeVisible();
    await ben.page.goto("/timeline");
    await expect(article(ben.page)).toHaveCount(0);
    await page.getByRole("button", { name: "Ben sees numbers and words" }).click();
    await expect(page.getByText("Nothing to ask")).toBeVisible();
    await ben.page.goto("/timeline");
    await expect(ben.page.getByText("I am not sure yet.")).toBeVisible();
  } finally {
    await server.stop();
  }
});
