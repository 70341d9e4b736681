import { expect, type Page } from "@playwright/test";
import { test } from "@/tests/support/story";
import { Visitor } from "@/tests/support/visitor";

const HURTS = "I hear that it hurt. I'm sorry if that upset you, but it was only a few messages.";
const OWNS =
  "I lied to you about Friday, and I chose to. I understand why that makes you feel unsafe, and I am so sorry.";

test("somebody turns on help with wording, looks at what it says, and sends what they want to", async ({
  browser,
}) => {
  const [ada, ben] = await Visitor.couple(browser);
  const { page } = ben;
  const address = await ada.showsHurt("I found the receipt again.");

  await test.step("it is off, and offered once Ben says that he broke the trust there was", async () => {
    await page.goto(address);
    await expect(page.getByText("There is help with wording")).toHaveCount(0);
    await page.goto("/settings/partner");
    await page.getByRole("radio", { name: "I broke trust" }).check();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Saved.")).toBeVisible();
    await page.goto(address);
    await expect(page.getByText("There is help with wording")).toBeVisible();
    await page.getByRole("link", { name: "What it is" }).click();
    await ben.hasNoBarriersHere();
    await page.getByRole("radio", { name: "On" }).check();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Saved.")).toBeVisible();
  });

  await test.step("it says how a draft may land, keeps the focus where it is, and shows the place", async () => {
    const asked = readingsAskedBy(page);
    await page.goto(address);
    const answer = page.getByLabel("My answer");
    await answer.fill(HURTS);
    await expect(page.getByText("How this may land", { exact: true })).toBeVisible();
    await expect(page.getByText("sorry with a condition", { exact: false })).toBeVisible();
    await expect(answer).toBeFocused();
    expect(asked.length).toBeGreaterThan(0);
    await expect(
      page.getByRole("status").filter({ hasText: "Below the text: how this may land." }),
    ).toHaveCount(1);
    await ben.hasNoBarriersHere();
    await page.getByRole("button", { name: "Show it in the text" }).first().click();
    const chosen = await answer.evaluate((area: HTMLTextAreaElement) =>
      area.value.slice(area.selectionStart, area.selectionEnd),
    );
    expect(HURTS).toContain(chosen);
    expect(chosen).toContain("sorry if");
    await expect(answer).toHaveValue(HURTS);
  });

  await test.step("folded away it stays so, and by keyboard alone", async () => {
    await page.getByText("How this may land", { exact: true }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByText("sorry with a condition", { exact: false })).toBeHidden();
    await page.getByLabel("My answer").fill(`${HURTS} Do you want to punish me forever?`);
    await page.waitForResponse((response) => response.url().endsWith("/writing"));
    await expect(page.getByText("sorry with a condition", { exact: false })).toBeHidden();
  });

  await test.step("words about dying bring help and no label; a threat no better wording", async () => {
    const answer = page.getByLabel("My answer");
    await answer.fill("You'd all be better off without me.");
    await expect(page.getByRole("link", { name: "People to talk to" })).toBeVisible();
    await expect(page.getByText("How this may land", { exact: true })).toHaveCount(0);
    await ben.hasNoBarriersHere();
    await answer.fill("If you tell your mother about this you will never see the kids again.");
    await expect(page.getByText("This may frighten Ada.").last()).toBeVisible();
    await expect(page.getByText("Owning it may sound like")).toHaveCount(0);
    await expect(page.getByRole("link", { name: "People to talk to" })).toHaveCount(0);
  });

  await test.step("no suggestions is all it says of what owns it", async () => {
    await page.getByLabel("My answer").fill(OWNS);
    await expect(page.getByText("No suggestions.", { exact: false })).toBeVisible();
  });

  await test.step("and what he sends is what he wrote, whatever it said", async () => {
    await page.getByLabel("My answer").fill(HURTS);
    await expect(page.getByText("How this may land", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Send the answer" }).click();
    await expect(
      page.getByRole("article").filter({ hasText: HURTS }).or(page.getByText(HURTS)).first(),
    ).toBeVisible();
    await expect(page.getByText("How this may land", { exact: true })).toHaveCount(0);
  });

  await test.step("Ada learns nothing of it, and is never read herself", async () => {
    await ada.page.goto(address);
    await expect(ada.page.getByText(HURTS)).toBeVisible();
    expect(await ada.page.content()).not.toMatch(/may land|help with wording/i);
    await ada.page.goto("/settings/writing");
    await ada.page.getByRole("radio", { name: "On" }).check();
    await ada.page.getByRole("button", { name: "Save" }).click();
    await expect(ada.page.getByText("Saved.")).toBeVisible();
    const asked = readingsAskedBy(ada.page);
    await ada.page.goto("/feelings/new");
    await ada.page.getByLabel("In my own words").fill("You are pathetic and I hate you.");
    await expect(ada.page.getByText("Kept as you type.")).toBeVisible();
    expect(asked).toEqual([]);
    await expect(ada.page.getByText("How this may land")).toHaveCount(0);
  });

  /** What a page asks to have read from here on. */
  function readingsAskedBy(page: Page): string[] {
    const asked: string[] = [];
    page.on("request", (request) => {
      if (new URL(request.url()).pathname === "/writing") asked.push(request.url());
    });
    return asked;
  }
});
