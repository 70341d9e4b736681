import { type BrowserContext, expect, type Page } from "@playwright/test";
import { test } from "@/tests/support/story";
import { PASSPHRASE, Visitor } from "@/tests/support/visitor";

const WORDS = "Nobody else should read this.";
const PIN = "2580";

const isLocked = (page: Page) =>
  expect(page.getByRole("heading", { name: "This device is locked" })).toBeVisible();
const isToday = (page: Page) =>
  expect(page.getByRole("heading", { name: "Today", exact: true })).toBeVisible();

async function setsAPin(page: Page, pin = PIN) {
  await page.goto("/settings/devices");
  await page.getByLabel("PIN", { exact: true }).fill(pin);
  await page.getByRole("button", { name: "Set the PIN" }).click();
  await expect(page.getByText("The PIN is set.", { exact: false })).toBeVisible();
}

async function unlocks(page: Page, pin = PIN) {
  await page.getByLabel("PIN", { exact: true }).fill(pin);
  await page.getByRole("button", { name: "Unlock" }).first().click();
}

async function writes(page: Page, words: string) {
  await page.getByLabel("In my own words").fill(words);
  await page.getByRole("button", { name: "Save", exact: true }).click();
}

const sessionCookie = async (context: BrowserContext) =>
  (await context.cookies()).find(({ name }) => name === "keel");

test("a locked device shows nothing, takes today's check-in, and opens with its PIN", async ({ browser }) => {
  const [ada, ben] = await Visitor.couple(browser);
  const { page, context } = ada;

  await test.step("a PIN anyone would try first is refused, another is set", async () => {
    await page.goto("/settings/devices");
    await page.getByLabel("PIN", { exact: true }).fill("1234");
    await page.getByRole("button", { name: "Set the PIN" }).click();
    await expect(page.getByText("among the first that anyone would try", { exact: false })).toBeVisible();
    await setsAPin(page);
    await ada.hasNoBarriersHere();
  });

  const other = await context.newPage();
  await test.step("locked in one window it is locked in all, and Back shows nothing", async () => {
    await page.goto("/feelings/new");
    await page.goto("/settings");
    await other.goto("/settings/safety");
    await expect(other.getByText("Are you afraid of your partner?")).toBeVisible();
    await page.getByRole("button", { name: "Lock", exact: true }).click();
    await isLocked(page);
    await isLocked(other);
    await ada.hasNoBarriersHere();
    for (const step of ["goBack", "goBack", "goForward"] as const) {
      await page[step]();
      await isLocked(page);
    }
    for (const path of ["/", "/today", "/timeline", "/settings/devices", "/entries/nothing"]) {
      await page.goto(path);
      await isLocked(page);
    }
    await page.goto("/help");
    await expect(page.getByRole("heading", { name: "Help" })).toBeVisible();
  });

  await test.step("a wrong PIN does not open it", async () => {
    await page.goto("/locked");
    await unlocks(page, "9021");
    await expect(page.getByText("That is not the PIN of this device.", { exact: false })).toBeVisible();
  });

  await test.step("today's check-in is added, and what is there is not told", async () => {
    await page.getByRole("link", { name: "Add today’s check-in" }).click();
    await expect(page.getByText("Kept for you alone.", { exact: false })).toBeVisible();
    await expect(page.getByText("Who sees this")).toHaveCount(0);
    await ada.hasNoBarriersHere();
    await ada.chooses("Trust", 4);
    await writes(page, WORDS);
    await expect(page.getByText("Saved", { exact: true })).toBeVisible();
    await page.getByRole("link", { name: "Back to the lock" }).click();
  });

  await test.step("unlocked, it is on Today for her alone", async () => {
    await unlocks(page);
    await isToday(page);
    await expect(page.getByText(WORDS)).toBeVisible();
    await expect(page.getByText("Only you", { exact: true })).toBeVisible();
    await ben.page.goto("/today");
    await expect(ben.page.getByText(WORDS)).toHaveCount(0);
  });

  await test.step("another of the same day waits to be taken over", async () => {
    await page.getByRole("button", { name: "Lock", exact: true }).click();
    await page.getByRole("link", { name: "Add today’s check-in" }).click();
    await writes(page, "Said later, at the door.");
    await expect(page.getByText("Saved", { exact: true })).toBeVisible();
    await page.goto("/locked");
    await unlocks(page);
    await expect(page.getByRole("heading", { name: "Left while a device was locked" })).toBeVisible();
    await expect(page.getByText(WORDS)).toBeVisible();
    await ada.hasNoBarriersHere();
    await page.getByRole("button", { name: "Take it over" }).click();
    await expect(page.getByRole("heading", { name: "Left while a device was locked" })).toBeHidden();
    await expect(page.getByText("Said later, at the door.")).toBeVisible();
    await expect(page.getByText(WORDS)).toHaveCount(0);
  });
});

test("after five wrong tries only the passphrase opens, and a form sent meanwhile keeps its words", async ({
  browser,
}) => {
  const ada = await Visitor.atHome(browser, "Ada");
  await setsAPin(ada.page);
  const phone = ada.page;
  await phone.goto("/today");
  await phone.getByLabel("In my own words").fill(WORDS);
  await expect(phone.getByText("Kept as you type.")).toBeVisible();
  // Locked from outside the browser's windows, as Postgres does after a quarter of an hour.
  const answer = await ada.context.request.post("/lock", {
    headers: { origin: process.env.E2E_URL ?? "" },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(303);
  await phone.getByRole("button", { name: "Save", exact: true }).click();
  await expect(
    phone.getByText("This device is locked, so this was not saved.", { exact: false }),
  ).toBeVisible();
  await expect(phone.getByLabel("In my own words")).toHaveValue(WORDS);

  await phone.goto("/today");
  await isLocked(phone);
  const more = ["After 4 more tries", "After 3 more tries", "After 2 more tries", "After one more try"];
  for (const [tries, said] of [...more, "The PIN was wrong five times."].entries()) {
    await unlocks(phone, `90${20 + tries}`);
    await expect(phone.getByText(said, { exact: false }).first()).toBeVisible();
  }
  await expect(phone.getByLabel("PIN", { exact: true })).toHaveCount(0);
  await phone.getByLabel("Passphrase", { exact: true }).fill("not the right passphrase");
  await phone.getByRole("button", { name: "Unlock" }).click();
  await expect(phone.getByText("That is not your passphrase.")).toBeVisible();
  await phone.getByLabel("Passphrase", { exact: true }).fill(PASSPHRASE);
  await phone.getByRole("button", { name: "Unlock" }).click();
  await isToday(phone);
  await expect(phone.getByLabel("In my own words")).toHaveValue(WORDS);
});

test("a page nobody touches goes dark and locks, one that is used does not", async ({ browser }) => {
  const ada = await Visitor.atHome(browser, "Ada");
  await ada.page.clock.install();
  for (const path of ["/settings", "/today"]) await ada.page.goto(path);
  await ada.page.clock.fastForward("14:00");
  await ada.page.mouse.move(20, 20);
  await ada.page.clock.fastForward("14:00");
  await isToday(ada.page);
  await ada.page.clock.fastForward("02:00");
  await isLocked(ada.page);
  await ada.page.goBack();
  await isLocked(ada.page);
});

test("Back from the help page shows nothing of a device that has locked meanwhile", async ({ browser }) => {
  const ada = await Visitor.atHome(browser, "Ada");
  const { page } = ada;
  await page.goto("/settings/safety");
  await page.getByRole("radio", { name: "Yes" }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("main").getByRole("link", { name: "Help" }).click();
  await expect(page.getByRole("heading", { name: "Help", level: 1 })).toBeVisible();
  // As Postgres does after a quarter of an hour.
  const answer = await ada.context.request.post("/lock", {
    headers: { origin: process.env.E2E_URL ?? "" },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(303);
  // Whatever was kept for Back is thrown away and asked for anew, before it has come to rest.
  await page.goBack({ waitUntil: "commit" });
  await isLocked(page);
  await expect(page.getByText("You are not alone with this.", { exact: false })).toHaveCount(0);
});

test("on a shared device nothing is remembered, and after ten minutes it is over", async ({ browser }) => {
  const ada = await Visitor.atHome(browser, "Ada");
  expect((await sessionCookie(ada.context))?.expires).toBeGreaterThan(0);

  const library = await browser.newContext({ baseURL: process.env.E2E_URL });
  const page = await library.newPage();
  await page.clock.install();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(ada.email);
  await page.getByLabel("Passphrase", { exact: true }).fill(PASSPHRASE);
  await page.getByLabel("This device is shared with others").check();
  await page.getByRole("button", { name: "Sign in" }).click();
  await isToday(page);
  expect((await library.cookies()).map(({ name, expires }) => [name, expires])).toEqual([["keel", -1]]);
  await expect(page.getByRole("button", { name: "Lock", exact: true })).toHaveCount(0);
  await page.goto("/settings/devices");
  await expect(page.getByText("You said that others use this device too.", { exact: false })).toBeVisible();
  await page.clock.fastForward("11:00");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.goto("/today");
  await expect(page).toHaveURL(/\/sign-in$/);
  await library.close();
});

test("by keyboard, and without a script: lock, leave a check-in, unlock, sign out", async ({ browser }) => {
  const ada = await Visitor.atHome(browser, "Ada");
  await setsAPin(ada.page);
  await ada.reaches("button", "Lock");
  await ada.page.keyboard.press("Enter");
  await isLocked(ada.page);
  await ada.reaches("textbox", "PIN");
  await ada.page.keyboard.type(PIN);
  await ada.page.keyboard.press("Enter");
  await isToday(ada.page);

  const plain = await browser.newContext({
    baseURL: process.env.E2E_URL,
    javaScriptEnabled: false,
    storageState: await ada.context.storageState(),
  });
  const page = await plain.newPage();
  await page.goto("/today");
  await page.getByRole("button", { name: "Lock", exact: true }).click();
  await isLocked(page);
  await unlocks(page, "9021");
  await expect(page.getByText("That is not the PIN of this device.", { exact: false })).toBeVisible();
  await page.getByRole("link", { name: "Add today’s check-in" }).click();
  await writes(page, "");
  await expect(page.getByText("There is nothing in it yet.", { exact: false })).toBeVisible();
  await writes(page, WORDS);
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Back to the lock" }).click();
  await unlocks(page);
  await isToday(page);
  await expect(page.getByText(WORDS)).toBeVisible();

  await page.getByRole("button", { name: "Lock", exact: true }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "A quiet place for two" })).toBeVisible();
  await page.goto("/locked");
  await expect(page).toHaveURL(/\/sign-in$/);
  await plain.close();
});
