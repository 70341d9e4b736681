import { expect, type Page } from "@playwright/test";
import { test } from "@/tests/support/story";
import { Visitor } from "@/tests/support/visitor";

async function fillsIn(visitor: Visitor, day: string, words: string): Promise<void> {
  await visitor.page.goto(`/today?day=${day}`);
  await visitor.page.getByLabel("In my own words").fill(words);
  await visitor.page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(visitor.page.getByRole("heading", { name: "Noted" })).toBeVisible();
}

const articles = (page: Page) => page.getByRole("article");

test("the timeline is searched and narrowed, and what was looked for stays out of the address", async ({
  browser,
}) => {
  const ada = await Visitor.atHome(browser, "Ada");
  await fillsIn(ada, "2026-01-05", "The café by the station.");
  await fillsIn(ada, "2026-02-07", "Nothing much.");

  const { page } = ada;
  await page.goto("/timeline");
  await expect(articles(page)).toHaveCount(2);
  await page.getByText("Filter and search").click();
  await page.getByLabel("Words").fill("cafe");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(articles(page)).toHaveCount(1);
  await expect(page.getByText("The café by the station.")).toBeVisible();
  expect(page.url()).toContain("find=");
  expect(page.url()).not.toContain("cafe");
  await expect(page.getByLabel("Words")).toHaveValue("cafe");

  await page.getByLabel("Words").fill("");
  await page.getByLabel("From").fill("2026-02-01");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByText("Nothing much.")).toBeVisible();
  await expect(articles(page)).toHaveCount(1);
  await page.getByLabel("To").fill("2026-02-02");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByText("Nothing matches")).toBeVisible();
  await page.getByRole("link", { name: "Show everything" }).click();
  await expect(articles(page)).toHaveCount(2);
});

test("what was written alone can be copied into the shared space", async ({ browser }) => {
  const ada = await Visitor.atHome(browser, "Ada");
  const ben = await Visitor.atHome(browser, "Ben");
  await fillsIn(ada, "2026-01-05", "Written alone.");
  const { words } = await ada.makesAnInvitation();
  await ben.page.goto("/join");
  await ben.page.getByLabel("Six words").fill(words.toUpperCase());
  await ben.page.getByRole("button", { name: "Go on" }).click();
  await ben.page.getByRole("button", { name: "Join Ada" }).click();
  await expect(ben.page.getByRole("heading", { name: "Today", exact: true })).toBeVisible();

  await ada.page.goto("/timeline/mine");
  await expect(ada.page.getByText("From an earlier space")).toBeVisible();
  await ada.page.getByRole("link", { name: "Change or delete" }).click();
  await ada.page.getByRole("button", { name: "Copy into the present space" }).click();
  await expect(ada.page.getByText("Copied.", { exact: false })).toBeVisible();
  await ada.page.goto("/timeline");
  await expect(ada.page.getByText("Written alone.")).toBeVisible();
  await expect(ada.page.getByText("Only you", { exact: true }).first()).toBeVisible();
  await ben.page.goto("/timeline");
  await expect(ben.page.getByText("Nothing here yet")).toBeVisible();
});

test("a partner cannot open what is not theirs, and it looks like nothing at all", async ({ browser }) => {
  const ada = await Visitor.atHome(browser, "Ada");
  await fillsIn(ada, "2026-01-05", "Mine.");
  await ada.page.goto("/timeline");
  const address = await ada.page.getByRole("link", { name: "Change or delete" }).getAttribute("href");
  const cleo = await Visitor.atHome(browser, "Cleo");
  const [hidden, absent] = [
    await cleo.page.goto(address ?? ""),
    await cleo.page.goto("/entries/3b241101-e2bb-4255-8caf-4136c566a962"),
  ];
  expect([hidden?.status(), absent?.status()]).toEqual([404, 404]);
  await expect(cleo.page.getByText("There is nothing here")).toBeVisible();
});
