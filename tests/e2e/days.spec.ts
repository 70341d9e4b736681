import { expect } from "@playwright/test";
import { type ClockedServer, startServerAt } from "@/tests/support/clock";
import { test } from "@/tests/support/story";
import { Visitor } from "@/tests/support/visitor";

let server: ClockedServer;
test.beforeEach(async () => {
  server = await startServerAt("2031-03-29T23:30");
});
test.afterEach(() => server.stop());

test("days begin and end by the calendar, over a clock change and a month away", async ({ browser }) => {
  const [ada, ben] = await Visitor.couple(browser, { baseURL: server.url });
  const { page } = ada;
  const saves = async (words: string) => {
    await page.getByLabel("In my own words").fill(words);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Noted" })).toBeVisible();
  };

  await test.step("late on Saturday Ada writes, and has said something for this day", async () => {
    await page.goto("/today");
    await expect(page.getByText("March 29, 2031")).toBeVisible();
    await saves("A long evening.");
    await page.reload();
    await expect(page.getByRole("heading", { name: "Noted" })).toBeVisible();
  });

  await test.step("after midnight it is Sunday, and nothing was said of it yet", async () => {
    await server.itIs("2031-03-30T00:10");
    await page.reload();
    await expect(page.getByText("March 30, 2031")).toBeVisible();
    await expect(page.getByText("A long evening.")).toBeHidden();
    await server.itIs("2031-03-30T23:50");
    await page.reload();
    await expect(page.getByText("March 30, 2031")).toBeVisible();
    await saves("An hour less.");
  });

  await test.step("space ends at its time", async () => {
    await server.itIs("2031-04-01T17:58");
    await page.goto("/space");
    await page.getByRole("radio", { name: "An hour" }).check();
    await page.getByRole("button", { name: "Ask for space" }).click();
    await expect(page.getByRole("heading", { name: /You asked for space until 19:00/ })).toBeVisible();
    await server.itIs("2031-04-01T18:59");
    await ben.page.goto("/today");
    await expect(ben.page.getByRole("heading", { name: /Ada needs space until 19:00/ })).toBeVisible();
    await server.itIs("2031-04-01T19:01");
    await ben.page.reload();
    await expect(ben.page.getByText("April 1, 2031")).toBeVisible();
    await expect(ben.page.getByRole("heading", { name: /Ada needs space until/ })).toBeHidden();
  });

  await test.step("after a month away Ada signs in again and finds both days", async () => {
    await server.itIs("2031-05-02T09:00");
    await page.goto("/today");
    await expect(page).toHaveURL(/sign-in/);
    await ada.fillsSignIn();
    await expect(page.getByText("May 2, 2031")).toBeVisible();
    await page.goto("/timeline");
    await expect(page.getByText("An hour less.")).toBeVisible();
    await expect(page.getByText("A long evening.")).toBeVisible();
  });
});
