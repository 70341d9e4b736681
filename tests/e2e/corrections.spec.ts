import { expect } from "@playwright/test";
import { test } from "@/tests/support/story";
import { Visitor } from "@/tests/support/visitor";

test("a correction is announced as one and nothing more, and opened when its reader wants to", async ({
  browser,
}) => {
  const [ada, ben] = await Visitor.couple(browser);

  await test.step("Ben writes it, and is told first what is better known before", async () => {
    await ben.page.goto("/commitments");
    await ben.page.getByRole("link", { name: "I need to correct something" }).click();
    await expect(ben.page.getByText("Talk to your support person first", { exact: false })).toBeVisible();
    await ben.hasNoBarriersHere();
    await ben.page.getByLabel("What I said").fill("I said that I had called.");
    await ben.page.getByRole("button", { name: "Send it to Ada" }).click();
    await expect(ben.page.getByText("Write what is true. It can be short.")).toBeVisible();
    await ben.page.getByLabel("What is true").fill("I only wrote.");
    await ben.page.getByLabel("What I will do").fill("I call tomorrow.");
    await ben.page.getByRole("button", { name: "Send it to Ada" }).click();
    await expect(ben.page.getByRole("heading", { name: "What you corrected" })).toBeVisible();
  });

  await test.step("Ada finds that it is there, and none of its words before she opens it", async () => {
    for (const path of ["/today", "/commitments", "/timeline"]) {
      await ada.page.goto(path);
      await expect(
        ada.page.getByText(/There is a correction from Ben|It is read on its own page/),
      ).toBeVisible();
      expect(await ada.page.content(), path).not.toContain("I only wrote.");
    }
    await ada.page.goto("/today");
    await ada.page.getByRole("link", { name: "Look at it" }).click();
    await expect(ada.page.getByRole("heading", { name: "A correction from Ben" })).toBeVisible();
    await ada.hasNoBarriersHere();
    expect(await ada.page.content()).not.toContain("I only wrote.");
    const before = await readsOf(ben);
    await ada.page.getByRole("button", { name: "Open it now" }).click();
    await expect(ada.page.getByText("I only wrote.")).toBeVisible();
    await ada.hasNoBarriersHere();
    expect(await readsOf(ben)).toBe(before);
    await ada.page.goto("/today");
    await expect(ada.page.getByText("There is a correction from Ben")).toHaveCount(0);
  });

  async function readsOf({ page }: Visitor): Promise<string> {
    await page.reload();
    return page.locator("main").innerText();
  }
});

test("a correction for the therapist's room is not sent, and its writer knows before writing", async ({
  browser,
}) => {
  const [ada, ben] = await Visitor.couple(browser);
  await ben.page.goto("/corrections/new");
  await ben.page.getByLabel("What is true").fill("There was one more time.");

  await ada.page.goto("/settings/announced");
  await ada.hasNoBarriersHere();
  await ada.page.getByRole("radio", { name: "Only with our therapist" }).check();
  await ada.page.getByRole("button", { name: "Save" }).click();
  await expect(ada.page.getByText("Saved.")).toBeVisible();

  await ben.page.getByRole("button", { name: "Send it to Ada" }).click();
  await expect(ben.page.getByText("was changed meanwhile", { exact: false })).toBeVisible();
  await expect(ben.page.getByText("is not sent: it is kept for you", { exact: false })).toBeVisible();
  await expect(ben.page.getByLabel("What is true")).toHaveValue("There was one more time.");
  await expect(ben.page.getByRole("button", { name: "Send it to Ada" })).toHaveCount(0);
  await ben.page.getByRole("button", { name: "Keep it for the session" }).click();
  await expect(ben.page.getByText("It was not sent.", { exact: false })).toBeVisible();
  await ben.page.getByRole("link", { name: "Take it back or delete it" }).click();
  await expect(ben.page.getByRole("button", { name: "Ada sees this" })).toHaveCount(0);

  for (const path of ["/today", "/commitments", "/timeline"]) {
    await ada.page.goto(path);
    expect(await ada.page.content(), path).not.toMatch(/correction from Ben|There was one more time/);
  }
});
