import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { test } from "@/tests/support/story";
import { Visitor } from "@/tests/support/visitor";

type Reached = "anyone" | "signed in" | "by its own story";

/** Every page of the build, and how to reach it. A page that is not listed turns this red. */
const pages: Record<string, Reached> = {
  "/": "anyone",
  "/help": "anyone",
  "/sign-in": "anyone",
  "/sign-up": "anyone",
  "/recover": "anyone",
  "/reset": "anyone",
  "/reset/[token]": "anyone",
  "/join": "anyone",
  "/join/[key]": "anyone",
  "/notes/closed": "anyone",
  "/notes/open/[token]": "anyone",
  "/notes/[id]": "by its own story",
  "/_not-found": "anyone",
  "/locked": "by its own story",
  "/locked/check-in": "by its own story",
  "/notice": "by its own story",
  "/entries/[id]": "by its own story",
  "/entries/[id]/seen": "by its own story",
  "/later": "signed in",
  "/today": "signed in",
  "/feelings": "signed in",
  "/feelings/new": "by its own story",
  "/feelings/[id]": "by its own story",
  "/questions": "signed in",
  "/questions/[id]": "by its own story",
  "/space": "signed in",
  "/care": "signed in",
  "/agreements": "signed in",
  "/mine": "signed in",
  "/commitments": "signed in",
  "/commitments/new": "signed in",
  "/commitments/[id]": "by its own story",
  "/commitments/[id]/change": "by its own story",
  "/acknowledgements": "signed in",
  "/acknowledgements/new": "signed in",
  "/acknowledgements/[id]": "by its own story",
  "/corrections/new": "signed in",
  "/corrections/[id]": "by its own story",
  "/unsent": "signed in",
  "/timeline": "signed in",
  "/timeline/mine": "signed in",
  "/trends": "signed in",
  "/review": "signed in",
  "/review/[id]": "by its own story",
  "/trends/feelings": "signed in",
  "/trends/acts": "signed in",
  "/trends/year": "signed in",
  "/struggles": "signed in",
  "/therapy": "signed in",
  "/therapy/marks": "signed in",
  "/therapy/packets": "signed in",
  "/therapy/packets/[id]": "by its own story",
  "/therapy/packets/[id]/choose": "by its own story",
  "/therapy/[id]": "by its own story",
  "/timeline/seen": "by its own story",
  "/settings": "signed in",
  "/settings/sharing": "signed in",
  "/settings/sharing/earlier": "signed in",
  "/settings/partner": "signed in",
  "/settings/announced": "signed in",
  "/settings/writing": "signed in",
  "/settings/devices": "signed in",
  "/settings/passkeys": "signed in",
  "/settings/erase": "signed in",
  "/settings/export": "signed in",
  "/settings/import": "signed in",
  "/settings/leave": "signed in",
  "/settings/passphrase": "signed in",
  "/settings/reminder": "signed in",
  "/settings/safety": "signed in",
};

const notPages =
  /^\/(api\/|sign-out$|lock$|exit$|date$|therapy\/\[id\]\/calendar$|therapy\/packets\/\[id\]\/paper$|notes\/\[id\]\/paper$|export-schema$|settings\/export\/\[format\]$|settings\/import\/file$|writing$|icon\.svg$|_global-error$)/;
const reachedBy = (whom: Reached) =>
  Object.keys(pages)
    .filter((page) => pages[page] === whom)
    .map((page) => page.replace(/\[\w+\]/, "nothing-here"));

test("every page of the build is listed here", () => {
  const built = JSON.parse(readFileSync(".next/app-path-routes-manifest.json", "utf8")) as Record<
    string,
    string
  >;
  const found = Object.values(built).filter((path) => !notPages.test(path));
  expect([...new Set(found)].sort()).toEqual(Object.keys(pages).sort());
});

test("no page has a barrier, breaks the policy, or names what it is about: on the way in", async ({
  browser,
}) => {
  const ada = await Visitor.arrives(browser, "Ada");
  const { isFine, complaints } = watched(ada);
  for (const page of reachedBy("anyone")) {
    await ada.page.goto(page);
    await isFine();
  }

  await ada.signsUp();
  await expect(ada.page.getByRole("heading", { name: "Before you write" })).toBeVisible();
  await isFine();
  await ada.readsTheNotice();
  await isFine();
  const { link } = await ada.makesAnInvitation();
  await isFine();

  const ben = await Visitor.atHome(browser, "Ben");
  await ben.page.goto(link);
  await ben.hasNoBarriersHere();
  await ben.page.getByRole("button", { name: "Join Ada" }).click();
  await expect(ben.page.getByRole("heading", { name: "Today", exact: true })).toBeVisible();
  expect(complaints).toEqual([]);
});

test("no page has a barrier, breaks the policy, or names what it is about: for two who share a space", async ({
  browser,
}) => {
  const [ada] = await Visitor.couple(browser);
  const { isFine, complaints } = watched(ada);
  await ada.page.goto("/today");
  await ada.chooses("Trust", 4);
  await ada.page.getByText("More feelings").first().click();
  await ada.page.getByRole("checkbox", { name: "Torn" }).check();
  await ada.page.getByLabel("In my own words").fill("Words ".repeat(400));
  await ada.page.getByRole("radio", { name: "Ben sees numbers and words" }).check();
  await isFine();
  await ada.page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(ada.page.getByRole("heading", { name: "Noted" })).toBeVisible();
  await isFine();

  for (const page of reachedBy("signed in")) {
    await ada.page.goto(page);
    await isFine();
  }
  await ada.page.goto("/timeline");
  await ada.page.getByText("Who sees this").click();
  await ada.page.getByText("Filter and search").click();
  await isFine();
  await ada.page.getByRole("link", { name: "Change or delete" }).click();
  await expect(ada.page.getByRole("heading", { name: "Change a check-in" })).toBeVisible();
  await isFine();
  expect(complaints).toEqual([]);
});

/** Looks at whatever somebody has open, in light and in dark, and takes note of what the browser complains about meanwhile. */
function watched(visitor: Visitor) {
  const complaints: string[] = [];
  visitor.page.on("console", (message) => {
    if (message.type() === "error" && !/status of 404/.test(message.text())) complaints.push(message.text());
  });
  visitor.page.on("pageerror", (error) => complaints.push(error.message));
  const isFine = async () => {
    await expect(visitor.page).toHaveTitle("Keel");
    await visitor.hasNoBarriersHere();
    await visitor.hasNoBarriersInTheDark();
  };
  return { complaints, isFine };
}
