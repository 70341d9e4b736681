import { expect } from "@playwright/test";
import { addDays } from "@/lib/time/day";
import { ago, agrees, begins, opens, saves, TODAY, twoWhoWrote } from "@/tests/support/packing";
import { test } from "@/tests/support/story";
import { Visitor } from "@/tests/support/visitor";

const NEXT_YEAR = addDays(TODAY, 365);

test("two people put a packet together, each finds what they may, and what is taken back leaves it", async ({
  browser,
}) => {
  const [ada, ben] = await twoWhoWrote(browser);

  await test.step("Ada marks what she wants to bring, and nobody else learns of it", async () => {
    await ada.page.goto("/timeline");
    const card = ada.page.getByRole("article").filter({ hasText: "The stairs at night." });
    await card.getByRole("link", { name: "Bring to a session" }).click();
    await card.getByRole("button", { name: "Mark it for a session" }).click();
    await expect(card.getByRole("link", { name: "For a session" })).toBeVisible();
    await ada.page.goto("/therapy/marks");
    await expect(ada.page.getByText("The stairs at night.")).toBeVisible();
    await ada.hasNoBarriersHere();
    await ada.hasNoBarriersInTheDark();
    await ben.page.goto("/therapy/marks");
    await expect(ben.page.getByRole("heading", { name: "Nothing marked" })).toBeVisible();
    await ben.hasNoBarriersHere();
  });

  await test.step("days that are ahead are refused in words, and what was typed is still there", async () => {
    await ada.page.goto("/therapy/packets");
    await expect(ada.page.getByRole("heading", { name: "No packet yet" })).toBeVisible();
    await ada.hasNoBarriersHere();
    await ada.page.getByText("Begin a packet").click();
    await ada.page.getByRole("button", { name: "Begin", exact: true }).click();
    await expect(ada.page.getByText("Choose whose it is.")).toBeVisible();
    await ada.page.getByRole("radio", { name: "Of us both" }).check();
    await ada.page.getByLabel("Last day").fill(NEXT_YEAR);
    await ada.page.getByRole("button", { name: "Begin", exact: true }).click();
    await expect(ada.page.getByText("up to today", { exact: false })).toBeVisible();
    await expect(ada.page.getByLabel("Last day")).toHaveValue(NEXT_YEAR);
    await ada.hasNoBarriersHere();
  });

  await test.step("Ada puts in what Ben can read, and one thing that he cannot", async () => {
    await begins(ada, "Of us both");
    await ada.hasNoBarriersHere();
    await ada.hasNoBarriersInTheDark();
    const groups = ada.page.locator("#groups-title").locator("..").getByRole("listitem");
    await expect(groups.filter({ hasText: "Words of check-ins" })).toContainText("1 of 2 in");
    await ada.page.goto(`${ada.page.url().split("?")[0]}?month=${ago(2).slice(0, 7)}`);
    const kept = ada.page.getByRole("listitem").filter({ hasText: "Nobody reads this." }).last();
    await expect(kept).toContainText("Only you");
    await kept.getByRole("checkbox", { name: "Words" }).check();
    await ada.page.getByRole("button", { name: "Save these" }).click();
    await expect(groups.filter({ hasText: "Words of check-ins" })).toContainText("2 of 2 in");
    await ada.hasNoBarriersHere();
  });

  await test.step("she sees exactly what it is, and agrees", async () => {
    await ada.page.getByRole("link", { name: "See what it looks like" }).click();
    await expect(ada.page.getByText("Nobody reads this.")).toBeVisible();
    await expect(ada.page.getByText("spoken of in front of both of you", { exact: false })).toBeVisible();
    await ada.hasNoBarriersHere();
    await ada.hasNoBarriersInTheDark();
    await agrees(ada);
    await expect(ada.page.getByText("once you have both agreed", { exact: false })).toBeVisible();
    await expect(ada.page.getByRole("button", { name: "Save as a PDF" })).toHaveCount(0);
  });

  await test.step("Ben finds what he may read of it, adds his own, and both can save it", async () => {
    await opens(ben);
    await expect(ben.page.getByText("The stairs at night.")).toBeVisible();
    await expect(ben.page.getByText("Nobody reads this.")).toHaveCount(0);
    await ben.hasNoBarriersHere();
    await ben.page.getByRole("button", { name: "Choose what I put in" }).click();
    await ben.page.getByRole("button", { name: "Words of check-ins: Put in" }).click();
    await expect(ben.page.getByText("Saved.")).toBeVisible();
    await ben.page.getByRole("link", { name: "See what it looks like" }).click();
    await expect(ben.page.getByText("Late again.")).toBeVisible();
    await agrees(ben);
  });

  await test.step("each one's document is what their page is, and its name says nothing", async () => {
    const his = await saves(ben);
    expect(his.name).toBe(`notes-${TODAY}.pdf`);
    await expect(ben.page.getByRole("status").getByText(`Saved as ${his.name}.`)).toBeVisible();
    await expect(ben.page.getByRole("button", { name: "Save as a PDF" })).toBeFocused();
    await ben.hasNoBarriersHere();
    expect(his.text).toContain("The stairs at night.");
    expect(his.text).toContain("Late again.");
    expect(his.text).not.toContain("Nobody reads this.");
    expect(his.text).toContain("This is Ben’s copy.");
    await opens(ada);
    const hers = await saves(ada);
    for (const said of ["The stairs at night.", "Late again.", "Nobody reads this."])
      expect(hers.text).toContain(said);
  });

  await test.step("what Ada takes back leaves it, and her whole part when she withdraws", async () => {
    await ada.page.goto("/timeline");
    const card = ada.page.getByRole("article").filter({ hasText: "The stairs at night." });
    await card.getByRole("link", { name: "Who sees this" }).click();
    await card.getByRole("button", { name: "Only you" }).click();
    await expect(ada.page.getByText("This holds from now on", { exact: false })).toBeVisible();
    const packet = await opens(ben);
    await expect(ben.page.getByText("Late again.")).toBeVisible();
    await expect(ben.page.getByText("The stairs at night.")).toHaveCount(0);
    await ada.page.goto(packet);
    await ada.page.getByRole("button", { name: "Take it back" }).click();
    await expect(ada.page.getByText("You are choosing what is in it")).toBeVisible();
    await ben.page.reload();
    await expect(ben.page.getByText("Ada has not agreed to a part")).toBeVisible();
    await expect(ada.page.getByText("Delete this packet")).toHaveCount(0);
    await ada.page.getByText("Take my part out").click();
    await ada.page.getByRole("button", { name: "Take it out" }).click();
    await ben.page.reload();
    await expect(ben.page.getByText("Late again.")).toBeVisible();
    await ben.page.getByText("Take my part out").click();
    await ben.page.getByRole("button", { name: "Take it out" }).click();
    await expect(ben.page.getByText("You have not put anything in")).toBeVisible();
    await ada.page.goto(packet);
    await ada.page.getByText("Delete this packet").click();
    await ada.page.getByRole("button", { name: "Delete it" }).click();
    await expect(ada.page.getByRole("heading", { name: "No packet yet" })).toBeVisible();
    await ben.page.goto(packet);
    await expect(ben.page.getByText("There is nothing here")).toBeVisible();
  });
});

test("a packet of one's own is put together and saved without script", async ({ browser }) => {
  const [ada, ben] = await twoWhoWrote(browser, { javaScriptEnabled: false });
  await ada.page.goto("/timeline");
  await ada.page.getByRole("link", { name: "Bring to a session" }).first().click();
  await ada.page.getByRole("button", { name: "Mark it for a session" }).click();
  await expect(ada.page.getByText("Marked, for you alone.")).toBeVisible();
  await begins(ada, "Of mine alone");
  await ada.page.getByRole("button", { name: "Words of check-ins: Put in" }).click();
  await ada.page.getByRole("link", { name: "See what it looks like" }).click();
  await expect(ada.page.getByText("Nobody reads this.")).toBeVisible();
  await agrees(ada);
  const { text } = await saves(ada);
  expect(text).toContain("Nobody reads this.");
  expect(text).not.toContain("Late again.");
  await ben.page.goto("/therapy/packets");
  await expect(ben.page.getByRole("heading", { name: "No packet yet" })).toBeVisible();
});

test("saving says what it is at, asks once, and shows what the server says where that is no file", async ({
  browser,
}) => {
  const eve = await Visitor.atHome(browser, "Eve");
  const { page } = eve;
  await eve.hasCheckedIn(ago(1), { trust: "4", note: "A long day.", shown: "only_me" });
  await begins(eve, null);
  await page.getByRole("link", { name: "See what it looks like" }).click();
  await agrees(eve);
  const save = page.getByRole("button", { name: "Save as a PDF" });

  await test.step("while the server is at it, it says so, and a second press asks for nothing more", async () => {
    let asked = 0;
    let letItThrough = () => {};
    const held = new Promise<void>((resolve) => {
      letItThrough = resolve;
    });
    await page.route("**/paper", async (route) => {
      asked += 1;
      await held;
      await route.continue();
    });
    const saving = page.waitForEvent("download");
    await save.press("Enter");
    await expect(page.getByRole("status").getByText("Your file is being prepared.")).toBeVisible();
    await expect(save).toHaveAttribute("aria-disabled", "true");
    await save.press("Enter");
    letItThrough();
    expect((await saving).suggestedFilename()).toBe(`notes-${TODAY}.pdf`);
    await expect(page.getByRole("status").getByText(`Saved as notes-${TODAY}.pdf.`)).toBeVisible();
    await expect(save).toBeFocused();
    await expect(save).not.toHaveAttribute("aria-disabled");
    expect(asked).toBe(1);
  });

  await test.step("no answer is said, and the page stays", async () => {
    await page.unroute("**/paper");
    await page.route("**/paper", (route) => route.abort());
    await save.click();
    await expect(page.getByText("No answer came from the server.", { exact: false })).toBeVisible();
    await page.unroute("**/paper");
  });

  await test.step("whoever is not signed in any more is led to where they can", async () => {
    await page.context().clearCookies();
    await save.click();
    await expect(page).toHaveURL(/\/sign-in/);
  });
});

test("somebody alone puts a packet together by keyboard", async ({ browser }) => {
  const eve = await Visitor.atHome(browser, "Eve");
  const { page } = eve;
  await eve.hasCheckedIn(ago(1), { trust: "4", note: "A long day.", shown: "only_me" });
  await page.goto("/therapy/packets");
  await page.getByText("Begin a packet").press("Enter");
  await eve.reaches("button", "Begin");
  await page.keyboard.press("Enter");
  await eve.reaches("button", "Words of check-ins: Put in");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Saved.")).toBeVisible();
  await eve.reaches("link", "See what it looks like");
  await page.keyboard.press("Enter");
  await expect(page.getByText("A long day.")).toBeVisible();
  await eve.reaches("button", "Agree to what I put in");
  await page.keyboard.press("Enter");
  await eve.reaches("button", "Save as a PDF");
});
