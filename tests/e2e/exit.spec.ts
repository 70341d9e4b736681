import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { chromium, expect, type Page } from "@playwright/test";
import { freshDatabase } from "@/tests/support/database";
import { startServer } from "@/tests/support/server";
import { test } from "@/tests/support/story";
import { PASSPHRASE, Visitor } from "@/tests/support/visitor";

const WORDS = "Nobody else should read this.";
/** Whatever would tell what the page that was left is about. */
const TELLING = /Keel|check-in|partner|feel|trust|Between us|Nobody else/i;

const exits = (page: Page) => page.getByRole("button", { name: "Exit page" });
const isDate = async (page: Page) => {
  await expect(page).toHaveURL(/\/date$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(String(new Date().getFullYear()));
  expect(await page.content()).not.toMatch(TELLING);
  await expect(page).toHaveTitle("Today");
  await expect(page.getByRole("link")).toHaveCount(0);
};
const isLocked = (page: Page) =>
  expect(page.getByRole("heading", { name: "This device is locked" })).toBeVisible();

/** Comes to Today by pages that Back would lead to. */
async function comesToToday(page: Page): Promise<void> {
  for (const path of ["/settings", "/timeline", "/today"]) await page.goto(path);
}

async function writes(page: Page): Promise<void> {
  await page.getByLabel("In my own words").fill(WORDS);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(WORDS)).toBeVisible();
}

/** Nothing of what was open comes back, on whatever way: every page is the lock, which says no more than it must. */
async function nothingComesBack(page: Page): Promise<void> {
  for (const step of ["goBack", "goBack", "goForward", "goBack"] as const) {
    await page[step]();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByText(WORDS)).toHaveCount(0);
  }
  const another = await page.context().newPage();
  for (const path of ["/", "/today", "/timeline", "/locked/check-in"]) {
    await another.goto(path);
    await isLocked(another);
    await expect(another.getByRole("link", { name: /check-in/ })).toHaveCount(0);
  }
  await another.close();
}

test("a click leaves at once: the date, the lock, and no way back", async ({ browser }) => {
  const ada = await Visitor.atHome(browser, "Ada");
  const { page, context } = ada;
  await comesToToday(page);
  await writes(page);
  const other = await context.newPage();
  await other.goto("/timeline");
  await expect(other.getByText(WORDS)).toBeVisible();
  await page.getByRole("link", { name: "Timeline" }).click();
  await expect(page.getByText(WORDS)).toBeVisible();
  const posted = page.waitForRequest((request) => request.url().endsWith("/exit"));
  await exits(page).click();
  await posted;
  await isDate(page);
  await isDate(other);
  await nothingComesBack(page);

  await page.goto("/locked");
  await page.getByLabel("Passphrase", { exact: true }).fill(PASSPHRASE);
  await page.getByRole("button", { name: "Unlock" }).click();
  await expect(page.getByText(WORDS)).toBeVisible();
  await page.getByRole("button", { name: "Lock", exact: true }).click();
  await expect(page.getByRole("link", { name: /check-in/ })).toBeVisible();
});

test("Shift three times leaves, is counted aloud, and is not what makes a capital letter", async ({
  browser,
}) => {
  const ada = await Visitor.atHome(browser, "Ada");
  const { page } = ada;
  await page.clock.install();
  await comesToToday(page);
  const said = page.getByRole("complementary", { name: "Exit this page" }).getByRole("status");
  await page.getByLabel("In my own words").focus();
  for (const letter of "ABCD") await page.keyboard.press(`Shift+${letter}`);
  await expect(page.getByLabel("In my own words")).toHaveValue("ABCD");
  await expect(said).toBeEmpty();

  await page.keyboard.press("Shift");
  await expect(said).toHaveText("Shift, press two more times to exit.");
  await page.clock.fastForward(6_000);
  await expect(said).toHaveText("Exit this page is no longer waiting for Shift.");
  await page.keyboard.press("Shift");
  await page.keyboard.press("Shift");
  await expect(said).toHaveText("Shift, press once more to exit.");
  await page.keyboard.press("Shift");
  await isDate(page);
  await nothingComesBack(page);
});

test("what stood there is dark before anything has answered, and that is said", async ({ browser }) => {
  const ada = await Visitor.atHome(browser, "Ada");
  const { page } = ada;
  await page.goto("/today");
  await writes(page);
  let goOn = () => {};
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await page.route(/\/(exit|date)$/, async (route) => {
    await held;
    await route.continue();
  });
  // Everything that can be seen or heard, while the browser waits for what comes next.
  const left = await exits(page).evaluate(async (button: HTMLElement) => {
    button.click();
    await Promise.resolve();
    return document.body.innerText.trim();
  });
  expect(left).toBe("Leaving this page.");
  goOn();
  await isDate(page);
});

test("it is on every kind of page, first by keyboard, and works for whoever is there", async ({
  browser,
}) => {
  const ada = await Visitor.arrives(browser, "Ada");
  const { page } = ada;
  for (const path of ["/", "/help", "/sign-in", "/no-such-page"]) {
    await page.goto(path);
    await exits(page).click();
    await isDate(page);
  }
  await ada.movesIn();
  await page.goto("/settings");
  await page.keyboard.press("Tab");
  await expect(exits(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await isDate(page);
  await page.goto("/locked");
  await ada.hasNoBarriersHere();
  await exits(page).click();
  await isDate(page);
  await page.goto("/today");
  await isLocked(page);
});

test("on a shared device leaving ends the session", async ({ browser }) => {
  const ada = await Visitor.atHome(browser, "Ada");
  const library = await Visitor.arrives(browser, "Ada in the library");
  const { page } = library;
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(ada.email);
  await page.getByLabel("Passphrase", { exact: true }).fill(PASSPHRASE);
  await page.getByLabel("This device is shared with others").check();
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Today", exact: true })).toBeVisible();
  await exits(page).click();
  await isDate(page);
  await page.goto("/today");
  await expect(page).toHaveURL(/\/sign-in$/);
  const cookies = await library.context.cookies();
  expect(cookies.map(({ name, expires }) => [name, expires])).toEqual([["keel-turn", -1]]);
});

test("without a script it locks and leaves, and says what it cannot do", async ({ browser }) => {
  const ada = await Visitor.atHome(browser, "Ada");
  const plain = await browser.newContext({
    baseURL: process.env.E2E_URL,
    javaScriptEnabled: false,
    storageState: await ada.context.storageState(),
  });
  const page = await plain.newPage();
  await page.goto("/timeline");
  const beside = page.getByRole("complementary", { name: "Exit this page" });
  expect(await beside.innerText()).toContain("Back can still show this page");
  await exits(page).click();
  await isDate(page);
  await page.goto("/timeline");
  await isLocked(page);
  await plain.close();
});

/** A page of a site that is not ours, and from where its visitors say that they come. */
async function anotherSite(page: string) {
  const referrers: (string | undefined)[] = [];
  const server = createServer(({ url, headers }, answer) => {
    if (url === "/today") referrers.push(headers.referer);
    answer.setHeader("content-type", "text/html").end(page);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/today`, referrers, close: () => server.close() };
}

test("it leads to the site that was named, with a script and without, and tells it nothing", async ({
  browser,
}) => {
  const weather = await anotherSite("<h1>Rain later</h1>");
  const database = await freshDatabase();
  const server = await startServer(database, { EXIT_URL: weather.url });
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled });
    const page = await context.newPage();
    await page.goto("/help");
    await exits(page).click();
    await expect(page.getByRole("heading", { name: "Rain later" })).toBeVisible();
    expect(page.url()).toBe(weather.url);
    expect(weather.referrers.splice(0)).toEqual([undefined]);
    await context.close();
  }
  weather.close();
  await server.stop();
  await database.drop();
});

test("a browser that keeps whole pages for Back shows none of them", async () => {
  // The tests' own browser keeps none; where there is no other, this shows what the story of the click shows.
  const { executablePath, args } = test.info().project.use.launchOptions ?? {};
  const browser = await chromium.launch({
    executablePath: process.env.TEST_WHOLE_CHROMIUM ?? executablePath,
    args,
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
  });
  const { locale, timezoneId } = test.info().project.use;
  const ada = await Visitor.atHome(browser, "Ada", { locale, timezoneId });
  const { page } = ada;
  await page.goto("/today");
  await writes(page);
  // Documents of their own, each kept when it is left.
  for (const path of ["/timeline", "/settings", "/timeline"]) await page.goto(path);
  await expect(page.getByText(WORDS)).toBeVisible();
  await exits(page).click();
  await isDate(page);
  await nothingComesBack(page);
  await browser.close();
});
