import { expect } from "@playwright/test";
import { test } from "@/tests/support/story";
import { Visitor } from "@/tests/support/visitor";

const FIRST = "No bill that only one of us knows of.";
const SECOND = "No bill over 50 that only one of us knows of.";

test("two people write down what holds, say it otherwise later, and both keep how it read", async ({
  browser,
}) => {
  const [ada, ben] = await Visitor.couple(browser);

  await test.step("Ada proposes it, and nothing is asked of Ben but on its page", async () => {
    await ada.page.goto("/commitments");
    await ada.page.getByRole("link", { name: "What we agreed" }).click();
    await expect(ada.page.getByText("Nothing is written down yet")).toBeVisible();
    await ada.hasNoBarriersHere();
    await ada.page.getByText("Propose an agreement", { exact: true }).click();
    await ada.page.getByRole("button", { name: "Propose it to Ben" }).click();
    await expect(ada.page.getByText("There is nothing in it yet", { exact: false })).toBeVisible();
    await ada.page.getByLabel("What holds between us").fill(FIRST);
    await ada.page.getByRole("button", { name: "Propose it to Ben" }).click();
    await expect(ada.page.getByText("It holds once Ben agrees.", { exact: false })).toBeVisible();
    await ada.hasNoBarriersHere();
  });

  await test.step("Ben agrees by keyboard, and it has its day", async () => {
    await ben.page.goto("/agreements");
    await expect(ben.page.getByText("No answer is owed.", { exact: false })).toBeVisible();
    await ben.page.getByRole("button", { name: "Agree" }).focus();
    await ben.page.keyboard.press("Enter");
    await expect(ben.page.getByText(/^Agreed on \w/)).toBeVisible();
  });

  await test.step("Ben says it otherwise; until Ada agrees the first words hold", async () => {
    await ben.page.getByText("Say it otherwise", { exact: true }).click();
    const item = ben.page.getByRole("main").getByRole("listitem");
    const words = item.getByLabel("What holds between us");
    await expect(words).toHaveValue(FIRST);
    await words.fill(SECOND);
    await item.getByRole("button", { name: "Propose it to Ada" }).click();
    await expect(
      ben.page.getByText("What stands above holds until Ada agrees.", { exact: false }),
    ).toBeVisible();
    await ada.page.goto("/agreements");
    await expect(
      ada.page.getByText("What stands above holds until you agree.", { exact: false }),
    ).toBeVisible();
    await ada.hasNoBarriersHere();
    await ada.page.getByRole("button", { name: "Agree" }).click();
    await expect(ada.page.getByText("How it read before")).toBeVisible();
    await expect(ada.page.getByText(SECOND).first()).toBeVisible();
    await ada.page.goto("/commitments/new?whose=mine&template=money_large");
    await ada.hasNoBarriersHere();
    await ada.page.getByLabel("Part of what you agreed").selectOption({ label: SECOND });
    await ada.page.getByLabel("What I will do").fill("I show you the bills on Sundays.");
    await ada.page.getByRole("button", { name: "Propose it to Ben" }).click();
    await expect(ada.page.getByText(SECOND)).toBeVisible();
    await ada.page.getByRole("link", { name: "What we agreed" }).click();
    await ada.page.getByText("How it read before").click();
    await expect(ada.page.getByText(FIRST)).toBeVisible();
    await ada.hasNoBarriersHere();
  });
});

test("agreeing needs no script", async ({ browser }) => {
  const [ada, ben] = await Visitor.couple(browser, { javaScriptEnabled: false });
  await ada.page.goto("/agreements");
  await ada.page.getByText("Propose an agreement", { exact: true }).click();
  await ada.page.getByLabel("What holds between us").fill(FIRST);
  await ada.page.getByRole("button", { name: "Propose it to Ben" }).click();
  await expect(ada.page.getByText("It holds once Ben agrees.", { exact: false })).toBeVisible();
  await ben.page.goto("/agreements");
  await ben.page.getByRole("button", { name: "Agree" }).click();
  await expect(ben.page.getByText(/^Agreed on \w/)).toBeVisible();
});
