import { type Browser, expect } from "@playwright/test";
import { ago, agrees, begins, opens, saves, TODAY, twoWhoWrote } from "@/tests/support/packing";
import { test } from "@/tests/support/story";
import { Visitor } from "@/tests/support/visitor";

type Made = { readonly link: string; readonly words: string };

/** A packet of both that both have agreed to, in which each has put all their words. */
async function aPacket(
  browser: Browser,
  ...options: Parameters<typeof Visitor.couple> extends [unknown, ...infer Rest] ? Rest : never
) {
  const [ada, ben] = await twoWhoWrote(browser, ...options);
  await begins(ada, "Of us both");
  const choose = new URL(ada.page.url()).pathname;
  await ada.page.getByRole("button", { name: "Words of check-ins: Put in" }).click();
  const words = ada.page
    .locator("#groups-title")
    .locator("..")
    .getByRole("listitem")
    .filter({ hasText: "Words of check-ins" });
  await expect(words).toContainText("1 of 2 in");
  await ada.page.goto(`${choose}?month=${ago(2).slice(0, 7)}`);
  const kept = ada.page.getByRole("listitem").filter({ hasText: "Nobody reads this." }).last();
  await kept.getByRole("checkbox", { name: "Words" }).check();
  await ada.page.getByRole("button", { name: "Save these" }).click();
  await expect(words).toContainText("2 of 2 in");
  await ada.page.getByRole("link", { name: "See what it looks like" }).click();
  await agrees(ada);
  const packet = choose.replace("/choose", "");
  await ben.page.goto(packet);
  await ben.page.getByRole("button", { name: "Choose what I put in" }).click();
  await ben.page.getByRole("button", { name: "Words of check-ins: Put in" }).click();
  await ben.page.getByRole("link", { name: "See what it looks like" }).click();
  await agrees(ben);
  return { ada, ben, packet };
}

async function shares({ page }: Visitor, packet: string, forWhom = ""): Promise<Made> {
  await page.goto(packet);
  await page.locator("summary", { hasText: /^Make a/ }).click();
  await page.getByLabel("Whom it is for").fill(forWhom);
  await page.getByRole("button", { name: "Make a link" }).click();
  const shown = page.getByRole("status").filter({ hasText: "Your link and its words" });
  const lines = (await shown.locator("p").last().innerText()).split("\n").filter(Boolean);
  return { link: lines[1] ?? "", words: lines.at(-1) ?? "" };
}

async function opensLink({ page }: Visitor, { link, words }: Made): Promise<void> {
  await page.goto(link);
  await page.getByLabel("The words you were told").fill(words);
  await page.getByRole("button", { name: "Open the notes" }).click();
  await expect(page.getByText("Shared with you by", { exact: false })).toBeVisible();
}

test("two people share a packet with somebody without an account, each their own part", async ({
  browser,
}) => {
  const { ada, ben, packet } = await aPacket(browser);
  const guest = await Visitor.arrives(browser, "Lind");

  const hers = await test.step("Ada makes a link, and Ben learns nothing of it", async () => {
    await ada.page.goto(packet);
    await ada.page.locator("summary", { hasText: "Make a link" }).click();
    await ada.hasNoBarriersHere();
    await ada.hasNoBarriersInTheDark();
    const made = await shares(ada, packet, "Dr. Lind");
    expect(made.link).toMatch(/\/notes\/open\/[\w-]{43}$/);
    expect(made.words.split(" ")).toHaveLength(4);
    await ada.hasNoBarriersHere();
    await ben.page.goto(packet);
    await expect(ben.page.getByText("Dr. Lind")).toHaveCount(0);
    await expect(ben.page.getByText("Not opened yet.")).toHaveCount(0);
    return made;
  });

  await test.step("who only follows the link opens nothing, and wrong words are refused in words", async () => {
    await guest.page.goto(hers.link);
    await guest.hasNoBarriersHere();
    await guest.hasNoBarriersInTheDark();
    await guest.page.getByLabel("The words you were told").fill("zoo zoo zoo zoo");
    await guest.page.getByRole("button", { name: "Open the notes" }).click();
    await expect(
      guest.page.getByText("This link and these words open nothing.", { exact: false }),
    ).toBeVisible();
    await expect(guest.page.getByLabel("The words you were told")).toHaveValue("zoo zoo zoo zoo");
    await guest.hasNoBarriersHere();
    await ada.page.goto(packet);
    await expect(ada.page.getByText("Not opened yet.")).toBeVisible();
  });

  await test.step("the guest reads what Ada put in, and nothing of Ben's", async () => {
    await opensLink(guest, hers);
    expect(guest.page.url()).not.toContain(hers.link.split("/").at(-1) ?? "");
    for (const said of ["The stairs at night.", "Nobody reads this."])
      await expect(guest.page.getByText(said)).toBeVisible();
    await expect(guest.page.getByText("This is one of two parts.", { exact: false })).toBeVisible();
    for (const his of ["Late again.", "Ben"]) await expect(guest.page.getByText(his)).toHaveCount(0);
    await guest.hasNoBarriersHere();
    await guest.hasNoBarriersInTheDark();
    const { name, text } = await saves(guest);
    expect(name).toBe(`notes-${TODAY}.pdf`);
    for (const said of ["The stairs at night.", "Nobody reads this.", "For Dr. Lind"])
      expect(text).toContain(said);
    for (const his of ["Late again.", "Ben"]) expect(text).not.toContain(his);
  });

  await test.step("Ada sees that it was opened and saved", async () => {
    await ada.page.reload();
    await expect(ada.page.getByText(/^Opened on .*, and saved as a PDF\.$/)).toBeVisible();
    await ada.hasNoBarriersHere();
  });

  await test.step("with Ben's link both are read beside each other", async () => {
    const made = await shares(ben, packet);
    await opensLink(guest, made);
    for (const said of ["The stairs at night.", "Nobody reads this.", "Late again."])
      await expect(guest.page.getByText(said)).toBeVisible();
    await expect(guest.page.getByText("This is one of two parts.", { exact: false })).toHaveCount(0);
    await expect(guest.page.getByText("the other may not have read before", { exact: false })).toBeVisible();
    await guest.hasNoBarriersHere();
    const { text } = await saves(guest);
    for (const said of ["The stairs at night.", "Late again.", "Ada", "Ben"]) expect(text).toContain(said);
  });

  await test.step("what Ada takes back goes from the open page, and her part when she ends the link", async () => {
    await ada.page.goto("/timeline");
    const card = ada.page.getByRole("article").filter({ hasText: "The stairs at night." });
    await card.getByRole("link", { name: "Who sees this" }).click();
    await card.getByRole("button", { name: "Only you" }).click();
    await expect(ada.page.getByText("This holds from now on", { exact: false })).toBeVisible();
    await guest.page.reload();
    await expect(guest.page.getByText("Nobody reads this.")).toBeVisible();
    await expect(guest.page.getByText("The stairs at night.")).toHaveCount(0);
    await ada.page.goto(packet);
    await ada.page.getByRole("button", { name: "End this link" }).click();
    await expect(ada.page.getByText("The link has ended.", { exact: false })).toBeVisible();
    await guest.page.reload();
    await expect(guest.page.getByText("Nobody reads this.")).toHaveCount(0);
    await expect(guest.page.getByText("Late again.")).toBeVisible();
  });

  await test.step("who tries it on their own device closes it with the lock", async () => {
    const made = await shares(ben, packet);
    await opensLink(ben, made);
    await expect(ben.page.getByText("Late again.")).toBeVisible();
    const open = ben.page.url();
    await ben.page.goto("/today");
    await ben.page.getByRole("button", { name: "Lock", exact: true }).click();
    await ben.page.waitForURL("**/locked");
    await ben.page.goto(open);
    await expect(ben.page.getByRole("heading", { name: "These notes are closed" })).toBeVisible();
    await opensLink(guest, made);
  });

  await test.step("when the two part ways nothing is open any more", async () => {
    await ada.leavesNow();
    await guest.page.reload();
    await expect(guest.page.getByRole("heading", { name: "These notes are closed" })).toBeVisible();
    await expect(guest.page.getByText("Late again.")).toHaveCount(0);
    await guest.hasNoBarriersHere();
  });
});

test("notes are opened, saved and closed without script, and stay closed", async ({ browser }) => {
  const { ada, packet } = await aPacket(browser, { javaScriptEnabled: false });
  const guest = await Visitor.arrives(browser, "Lind", { javaScriptEnabled: false });
  const made = await shares(ada, packet);
  await guest.page.goto(made.link);
  await guest.page.getByLabel("The words you were told").fill("none of these words");
  await guest.page.getByRole("button", { name: "Open the notes" }).click();
  await expect(
    guest.page.getByText("This link and these words open nothing.", { exact: false }),
  ).toBeVisible();
  await opensLink(guest, made);
  const { text } = await saves(guest);
  expect(text).toContain("Nobody reads this.");
  const open = guest.page.url();
  await guest.page.getByRole("button", { name: "Close the notes" }).click();
  await expect(guest.page.getByRole("heading", { name: "These notes are closed" })).toBeVisible();
  await guest.page.goto(open);
  await expect(guest.page.getByRole("heading", { name: "These notes are closed" })).toBeVisible();
});

test("somebody alone shares their own by keyboard, and a second link ends the first", async ({ browser }) => {
  const eve = await Visitor.atHome(browser, "Eve");
  const { page } = eve;
  await eve.hasCheckedIn(TODAY, { trust: "4", note: "A long day.", shown: "only_me" });
  await begins(eve, null);
  await page.getByRole("button", { name: "Words of check-ins: Put in" }).click();
  await page.getByRole("link", { name: "See what it looks like" }).click();
  await agrees(eve);
  const packet = await opens(eve);
  await page.locator("summary", { hasText: "Make a link" }).press("Enter");
  await eve.reaches("textbox", "Whom it is for (may be left out)");
  await page.keyboard.type("Dr. Lind");
  await eve.reaches("button", "Make a link");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Your link and its words")).toBeVisible();
  const guest = await Visitor.arrives(browser, "Lind");
  const { link, words } = await shares(eve, packet);
  await opensLink(guest, { link, words });
  await expect(guest.page.getByText("Eve chose what is here.", { exact: false })).toBeVisible();
  await expect(guest.page.getByText("This is one of two parts.", { exact: false })).toHaveCount(0);
  await page.goto(packet);
  await expect(page.getByText("Earlier links")).toBeVisible();
});
