import { expect } from "@playwright/test";
import { test } from "@/tests/support/story";
import { Visitor } from "@/tests/support/visitor";

test("two people sign up, link, check in, and each reads exactly what the other chose to show", async ({
  browser,
}) => {
  const ada = await Visitor.arrives(browser, "Ada");
  const ben = await Visitor.arrives(browser, "Ben");

  await test.step("Ada begins alone", async () => {
    await ada.movesIn();
    await ada.chooses("Trust", 3);
    await ada.chooses("Pain", 8);
    await ada.page.getByRole("checkbox", { name: "Betrayed" }).check();
    await ada.page.getByLabel("In my own words").fill("Before anyone else was here.");
    await ada.page.getByRole("button", { name: "Save" }).click();
    await expect(ada.page.getByRole("heading", { name: "Noted" })).toBeVisible();
    await expect(ada.page.getByText("Only you")).toBeVisible();
  });

  await test.step("Ben follows the invitation and reads what joining means", async () => {
    const { link } = await ada.makesAnInvitation();
    await ben.page.goto(link);
    await expect(ben.page.getByRole("heading", { name: "Ada invites you" })).toBeVisible();
    await expect(
      ben.page.getByText("Nothing you wrote before, and nothing Ada wrote before.", { exact: false }),
    ).toBeVisible();
    await expect(ben.page.getByText("It is run by The Harbour Practice.", { exact: false })).toBeVisible();
    await ben.page.getByRole("link", { name: "Create an account" }).click();
    await ben.fillsSignUp();
    await ben.page.getByRole("button", { name: "Create the account" }).click();
    await ben.page.getByRole("link", { name: "I have kept it. Sign in" }).click();
    await ben.fillsSignIn();
    await ben.page.getByRole("button", { name: "Join Ada" }).click();
    await ben.readsTheNotice();
  });

  await test.step("nothing written before came along", async () => {
    await ben.page.goto("/timeline");
    await expect(ben.page.getByText("Nothing here yet")).toBeVisible();
    await ada.page.goto("/timeline");
    await expect(ada.page.getByText("Nothing here yet")).toBeVisible();
    await ada.page.getByRole("link", { name: "Mine", exact: true }).click();
    await expect(ada.page.getByText("Before anyone else was here.")).toBeVisible();
  });

  await test.step("Ada shows the numbers of a day and keeps the words", async () => {
    await ada.page.goto("/today");
    await ada.chooses("Trust", 4);
    await ada.chooses("Love", 9);
    await ada.page.getByLabel("In my own words").fill("I keep this sentence.");
    await ada.page.getByRole("radio", { name: "Ben sees the numbers" }).check();
    await ada.page.getByRole("button", { name: "Save" }).click();
    await expect(ada.page.getByRole("heading", { name: "Noted" })).toBeVisible();
    await expect(ada.page.getByText("Ben sees the numbers")).toBeVisible();

    await ben.page.goto("/today");
    const fromAda = ben.page.getByRole("region", { name: "From Ada today" });
    await expect(fromAda.getByText("Trust")).toBeVisible();
    await expect(fromAda.getByText("I keep this sentence.")).toBeHidden();
    await ben.page.goto("/timeline");
    await expect(ben.page.getByRole("article")).toHaveCount(1);
    expect(await ben.page.content()).not.toContain("I keep this sentence.");
  });

  await test.step("Ada widens it in place, and takes it back again", async () => {
    await ada.page.goto("/timeline");
    const card = ada.page.getByRole("article").first();
    await card.getByText("Who sees this").click();
    await card.getByRole("button", { name: "Ben sees numbers and words" }).click();
    await expect(card.getByText("Done. This holds from now on.")).toBeVisible();
    await ben.page.reload();
    await expect(ben.page.getByText("I keep this sentence.")).toBeVisible();

    await card.getByRole("button", { name: "Only you" }).click();
    await expect(card.getByRole("button", { name: "Only you" })).toHaveAttribute("aria-pressed", "true");
    await ben.page.reload();
    await expect(ben.page.getByText("Nothing here yet")).toBeVisible();
  });

  await test.step("Ben leaves, and both go on alone", async () => {
    await ben.leavesNow();
    await expect(ben.page.getByRole("button", { name: "Make an invitation" })).toBeVisible();
    await ada.page.goto("/timeline");
    await expect(ada.page.getByText("Nothing here yet")).toBeVisible();
    await ada.page.goto("/timeline/mine");
    await expect(ada.page.getByText("I keep this sentence.")).toBeVisible();
  });
});
