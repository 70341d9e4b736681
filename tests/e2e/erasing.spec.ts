import { expect } from "@playwright/test";
import { test } from "@/tests/support/story";
import { Visitor } from "@/tests/support/visitor";

test("somebody erases their account, and the other reads what both agreed on", async ({ browser }) => {
  const [ada, ben] = await Visitor.couple(browser);
  let address = "";

  await test.step("Ada promises something, and Ben agrees", async () => {
    await ada.page.goto("/commitments/new");
    await ada.page.getByLabel("What I will do").fill("I call when I am late.");
    await ada.page.getByRole("button", { name: "Propose it to Ben" }).click();
    await expect(ada.page.getByText("It waits for Ben.", { exact: false })).toBeVisible();
    address = ada.page.url();
    await ben.page.goto(address);
    await ben.page.getByRole("button", { name: "Agree", exact: true }).click();
    await expect(ben.page.getByRole("heading", { name: "What Ada promised" })).toBeVisible();
  });

  await test.step("Ada reads what goes and what stays, and erases it", async () => {
    await ada.page.goto("/settings");
    await ada.page.getByRole("link", { name: "Erase the account" }).click();
    await expect(ada.page.getByRole("heading", { name: "What stays" })).toBeVisible();
    await ada.hasNoBarriersHere();
    await ada.page.getByRole("button", { name: "Erase the account" }).click();
    await expect(ada.page.getByText("Choose this as well, if you mean it.")).toBeVisible();
    await ada.page.getByRole("checkbox", { name: "I want everything of mine to be gone, for good" }).check();
    await ada.page.getByRole("button", { name: "Erase the account" }).click();
    await expect(ada.page.getByRole("heading", { name: "A quiet place for two" })).toBeVisible();
    expect(await ada.context.cookies()).toEqual([]);
    await ada.page.goto("/today");
    await expect(ada.page).toHaveURL(/\/sign-in/);
    await ada.signsIn();
    await expect(
      ada.page.getByText("The address and the passphrase do not go together.", { exact: false }),
    ).toBeVisible();
  });

  await test.step("Ben reads the record, and no name", async () => {
    await ben.page.goto(address);
    await expect(ben.page.getByText("I call when I am late.").first()).toBeVisible();
    await ben.page.getByText("How it came about").click();
    await expect(ben.page.getByText("a former partner proposed it", { exact: false })).toBeVisible();
    await expect(ben.page.getByRole("main")).not.toContainText("Ada");
  });

  await test.step("Ada's address begins anew", async () => {
    await ada.movesIn();
    await ada.page.goto("/timeline/mine");
    await expect(ada.page.getByText("Nothing here yet")).toBeVisible();
  });
});

test("without script an account is erased too", async ({ browser }) => {
  const ada = await Visitor.atHome(browser, "Ada", { javaScriptEnabled: false });
  await ada.page.goto("/settings/erase");
  await ada.page.getByRole("checkbox").check();
  await ada.page.getByRole("button", { name: "Erase the account" }).click();
  await expect(ada.page.getByRole("heading", { name: "A quiet place for two" })).toBeVisible();
  await ada.page.goto("/today");
  await expect(ada.page).toHaveURL(/\/sign-in/);
});
