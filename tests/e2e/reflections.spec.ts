import { expect } from "@playwright/test";
import { test } from "@/tests/support/story";
import { Visitor } from "@/tests/support/visitor";

const SOON = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);

test("somebody writes on pages of their own, shows one piece, and makes a commitment of another", async ({
  browser,
}) => {
  const [ada, ben] = await Visitor.couple(browser);

  await test.step("Ada keeps a worry and a day that comes", async () => {
    await ada.page.goto("/timeline/mine");
    await ada.page.getByRole("link", { name: "Pages of your own" }).click();
    await ada.hasNoBarriersHere();
    const worries = ada.page.getByRole("region", { name: "Worries" });
    await worries.getByText("Write", { exact: true }).click();
    await worries.getByRole("button", { name: "Keep it for me" }).click();
    await expect(worries.getByText("There is nothing in it yet", { exact: false })).toBeVisible();
    await worries.getByLabel("What I worry about").fill("That it comes again.");
    await worries.getByRole("button", { name: "Keep it for me" }).click();
    await expect(worries.getByText("Kept. Only you read it.")).toBeVisible();
    await expect(worries.getByRole("listitem").getByText("That it comes again.")).toBeVisible();
    const triggers = ada.page.getByRole("region", { name: "Days and places that bring it back" });
    await triggers.locator("summary", { hasText: "A day, and what it brings back" }).click();
    await triggers.getByLabel("Day", { exact: true }).fill(SOON);
    await triggers
      .getByRole("textbox", { name: "A day, and what it brings back" })
      .fill("The day I found it.");
    await triggers.getByRole("button", { name: "Keep it for me" }).first().click();
    await expect(triggers.getByRole("listitem").getByText("The day I found it.")).toBeVisible();
    await ada.hasNoBarriersHere();
  });

  await test.step("Ben finds nothing, and after she has shown the day, only that", async () => {
    await ben.page.goto("/mine");
    await expect(ben.page.getByText("to know beforehand")).toHaveCount(0);
    const triggers = ada.page.getByRole("region", { name: "Days and places that bring it back" });
    await triggers.getByRole("link", { name: "Show or delete" }).click();
    await ada.page.getByRole("button", { name: "Ben sees this" }).click();
    await expect(ada.page.getByText("Done. This holds from now on.")).toBeVisible();
    await ada.page.getByRole("link", { name: "Pages of your own" }).click();
    await expect(triggers.getByText("Ben sees this", { exact: false })).toBeVisible();
    await ben.page.goto("/today");
    const notice = ben.page.getByText("is a day that Ada wants you to know of beforehand.", { exact: false });
    await expect(notice).toBeVisible();
    expect(await ben.page.content()).not.toContain("The day I found it.");
    await ben.page.getByRole("link", { name: "What it is" }).click();
    await expect(ben.page.getByText("The day I found it.")).toBeVisible();
    await ben.hasNoBarriersHere();
    expect(await ben.page.content()).not.toContain("That it comes again.");
    await ben.page.goto("/timeline");
    expect(await ben.page.content()).not.toContain("That it comes again.");
  });

  await test.step("Ben writes what is his to do, and begins a commitment with it", async () => {
    await ben.page.goto("/mine");
    const mine = ben.page.getByRole("region", { name: "What is mine to do" });
    await mine.getByText("Write", { exact: true }).click();
    await mine.getByLabel("What lies with me").fill("I end the account.");
    await mine.getByRole("button", { name: "Keep it for me" }).click();
    await mine.getByRole("link", { name: "Make it a commitment" }).click();
    await expect(ben.page.getByLabel("What I will do")).toHaveValue("I end the account.");
  });
});

test("a page of one's own needs no script", async ({ browser }) => {
  const ada = await Visitor.atHome(browser, "Ada", { javaScriptEnabled: false });
  await ada.page.goto("/mine");
  const worries = ada.page.getByRole("region", { name: "Worries" });
  await worries.getByText("Write", { exact: true }).click();
  await worries.getByLabel("What I worry about").fill("That it comes again.");
  await worries.getByRole("button", { name: "Keep it for me" }).click();
  await expect(ada.page.getByRole("listitem").getByText("That it comes again.")).toBeVisible();
});
