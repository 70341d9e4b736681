import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { Visitor } from "@/tests/support/visitor";

/** Every page of the build, and how to reach it. A page that is not listed turns this red. */
const pages: Record<string, "anyone" | "signed in" | "by its own story"> = {
  "/": "anyone",
  "/help": "anyone",
  "/sign-in": "anyone",
  "/sign-up": "anyone",
  "/recover": "anyone",
  "/reset": "anyone",
  "/reset/[token]": "anyone",
  "/join": "anyone",
  "/join/[key]": "anyone",
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
  "/commitments": "signed in",
  "/commitments/new": "signed in",
  "/commitments/[id]": "by its own story",
  "/commitments/[id]/change": "by its own story",
  "/corrections/new": "signed in",
  "/corrections/[id]": "by its own story",
  "/unsent": "signed in",
  "/timeline": "signed in",
  "/timeline/mine": "signed in",
  "/timeline/seen": "by its own story",
  "/settings": "signed in",
  "/settings/sharing": "signed in",
  "/settings/sharing/earlier": "signed in",
  "/settings/partner": "signed in",
  "/settings/corrections": "signed in",
  "/settings/devices": "signed in",
  "/settings/passkeys": "signed in",
  "/settings/erase": "signed in",
  "/settings/export": "signed in",
  "/settings/leave": "signed in",
  "/settings/passphrase": "signed in",
  "/settings/reminder": "signed in",
  "/settings/safety": "signed in",
};

const notPages =
  /^\/(api\/|sign-out$|lock$|exit$|date$|settings\/export\/\[format\]$|icon\.svg$|_global-error$)/;
const pathOf = (page: string) => page.replace(/\[\w+\]/, "nothing-here");

test("every page of the build is listed here", () => {
  const built = JSON.parse(readFileSync(".next/app-path-routes-manifest.json", "utf8")) as Record<
    string,
    string
  >;
  const found = Object.values(built).filter((path) => !notPages.test(path));
  expect([...new Set(found)].sort()).toEqual(Object.keys(pages).sort());
});

for (const scheme of ["light", "dark"] as const) {
  test(`no page has a barrier, breaks the policy, or names what it is about (${scheme})`, async ({
    browser,
  }) => {
    test.setTimeout(300_000);
    const ada = await Visitor.arrives(browser, "Ada", { colorScheme: scheme });
    const complaints: string[] = [];
    ada.page.on("console", (message) => {
      if (message.type() === "error" && !/status of 404/.test(message.text()))
        complaints.push(message.text());
    });
    ada.page.on("pageerror", (error) => complaints.push(error.message));
    const isFine = async () => {
      await expect(ada.page).toHaveTitle("Keel");
      await ada.hasNoBarriersHere({ colours: scheme === "dark" });
    };

    for (const [page, reached] of Object.entries(pages)) {
      if (reached !== "anyone") continue;
      await ada.page.goto(pathOf(page));
      await isFine();
    }

    await ada.signsUp();
    await expect(ada.page.getByRole("heading", { name: "Before you write" })).toBeVisible();
    await isFine();
    await ada.readsTheNotice();
    await isFine();

    const ben = await Visitor.arrives(browser, "Ben");
    await ben.movesIn();
    const { link } = await ada.makesAnInvitation();
    await isFine();
    await ben.page.goto(link);
    await ben.hasNoBarriersHere();
    await ben.page.getByRole("button", { name: "Join Ada" }).click();
    await expect(ben.page.getByRole("heading", { name: "Today", exact: true })).toBeVisible();

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

    for (const [page, reached] of Object.entries(pages)) {
      if (reached !== "signed in") continue;
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
}
