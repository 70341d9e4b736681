import { expect } from "@playwright/test";
import { test } from "@/tests/support/story";
import { Visitor } from "@/tests/support/visitor";

test("a check-in needs no script", async ({ browser }) => {
  const ada = await Visitor.arrives(browser, "Ada", { javaScriptEnabled: false });
  await ada.movesIn();

  await test.step("a form that says nothing is refused and keeps what was typed elsewhere", async () => {
    await ada.page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(ada.page.getByText("There is nothing in it yet.", { exact: false })).toBeVisible();
  });

  await ada.chooses("Safety", 0);
  await ada.page.getByRole("checkbox", { name: "Sad" }).check();
  await ada.page.getByLabel("In my own words").fill("Written without a script.");
  await ada.page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(ada.page.getByRole("heading", { name: "Noted" })).toBeVisible();
  await expect(ada.page.getByText("Written without a script.")).toBeVisible();

  await test.step("and neither do changing and deleting it", async () => {
    await ada.page.getByRole("link", { name: "Change or delete" }).click();
    await expect(
      ada.page
        .getByRole("group", { name: "Safety", exact: true })
        .getByRole("radio", { name: "0", exact: true }),
    ).toBeChecked();
    await ada.page.getByLabel("In my own words").fill("Changed without a script.");
    await ada.page.getByRole("button", { name: "Save the change" }).click();
    await expect(ada.page.getByText("Saved.")).toBeVisible();
    await ada.page.getByText("Delete", { exact: true }).click();
    await ada.page.getByRole("button", { name: "Delete for good" }).click();
    await expect(ada.page.getByText("Nothing here yet")).toBeVisible();
  });
});

test("a refusal without a script gives back what was typed", async ({ browser }) => {
  const ada = await Visitor.arrives(browser, "Ada", { javaScriptEnabled: false });
  await ada.page.goto("/sign-up");
  await ada.page.getByLabel("Name").fill("Ada");
  await ada.page.getByLabel("E-mail").fill("not an address");
  await ada.page.getByLabel("Passphrase", { exact: true }).fill("short");
  await ada.page.getByRole("button", { name: "Create the account" }).click();
  await expect(ada.page.getByText("Use at least 15 characters.")).toBeVisible();
  await expect(ada.page.getByLabel("Name")).toHaveValue("Ada");
  await expect(ada.page.getByLabel("E-mail")).toHaveValue("not an address");
  await expect(ada.page.getByLabel("Passphrase", { exact: true })).toHaveValue("");
});

test("nothing to say today is a check-in, by keyboard alone", async ({ browser }) => {
  const ada = await Visitor.atHome(browser, "Ada");
  const { page } = ada;
  await page.goto("/today");
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
  for (let presses = 0; (await focused()) !== "Nothing to say today"; presses++) {
    expect(presses).toBeLessThan(40);
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await expect(page.getByText("Nothing to say this day.")).toBeVisible();
});

test("numbers, feelings and words can be given by keyboard alone", async ({ browser }) => {
  const ada = await Visitor.atHome(browser, "Ada");
  const { page } = ada;
  await page.goto("/today");
  await page
    .getByRole("group", { name: "Trust", exact: true })
    .getByRole("radio", { name: "Leave out" })
    .focus();
  for (let number = 0; number <= 4; number++) await page.keyboard.press("ArrowRight");
  await expect(
    page.getByRole("group", { name: "Trust", exact: true }).getByRole("radio", { name: "4" }),
  ).toBeChecked();
  await page.getByRole("checkbox", { name: "Hurt" }).focus();
  await page.keyboard.press("Space");
  await page.getByLabel("In my own words").focus();
  await page.keyboard.type("By keyboard.");
  await page.getByRole("button", { name: "Save", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("By keyboard.")).toBeVisible();
});

test("what is typed is kept on the server, and a lost connection is said plainly", async ({ browser }) => {
  const ada = await Visitor.atHome(browser, "Ada");
  const { page, context } = ada;
  await page.goto("/today");
  await page.getByLabel("In my own words").fill("Half a sentence");
  await ada.chooses("Closeness", 7);
  await expect(page.getByText("Kept as you type.")).toBeVisible();

  await test.step("it is there again on another device", async () => {
    const second = await context.newPage();
    await second.goto("/today");
    await expect(second.getByLabel("In my own words")).toHaveValue("Half a sentence");
    await expect(second.getByText("This is what you had typed before.")).toBeVisible();
    await second.close();
  });

  await test.step("offline", async () => {
    await context.setOffline(true);
    await page.getByLabel("In my own words").fill("Half a sentence, and more");
    await expect(
      page.getByText("No connection. What you have typed since is only on this screen and is not saved."),
    ).toBeVisible();
    await context.setOffline(false);
    await expect(page.getByText("The connection is back. What you typed is saved.")).toBeVisible();
  });

  await test.step("once sent, the draft is gone", async () => {
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Noted" })).toBeVisible();
    await page.getByRole("link", { name: "Change or delete" }).click();
    await page.getByText("Delete", { exact: true }).click();
    await page.getByRole("button", { name: "Delete for good" }).click();
    await page.waitForURL("**/timeline");
    await page.goto("/today");
    await expect(page.getByLabel("In my own words")).toHaveValue("");
  });

  await test.step("nothing stays in the browser", async () => {
    const stored = await page.evaluate(async () => [
      localStorage.length,
      sessionStorage.length,
      (await indexedDB.databases()).length,
      (await caches.keys()).length,
    ]);
    expect(stored).toEqual([0, 0, 0, 0]);
  });
});

test("saving without a connection keeps the form and says so; saving again works", async ({ browser }) => {
  const ada = await Visitor.atHome(browser, "Ada");
  const { page, context } = ada;
  await page.goto("/today");
  await ada.chooses("Trust", 6);
  await page.getByLabel("In my own words").fill("Typed on a train.");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(
    page.getByText("No answer came from the server. What you typed is still here.", { exact: false }),
  ).toBeVisible();
  await expect(page.getByLabel("In my own words")).toHaveValue("Typed on a train.");
  await expect(
    page.getByRole("group", { name: "Trust", exact: true }).getByRole("radio", { name: "6" }),
  ).toBeChecked();
  await context.setOffline(false);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Noted" })).toBeVisible();
  await expect(page.getByText("Typed on a train.")).toBeVisible();
});

test("a day in two windows makes one check-in and loses nobody's text", async ({ browser }) => {
  const ada = await Visitor.atHome(browser, "Ada");
  const first = ada.page;
  const second = await ada.context.newPage();
  for (const page of [first, second]) await page.goto("/today");

  await first.getByLabel("In my own words").fill("From the first window.");
  await second.getByLabel("In my own words").fill("From the second window.");
  await first.getByRole("button", { name: "Save", exact: true }).dblclick();
  await expect(first.getByRole("heading", { name: "Noted" })).toBeVisible();
  await second.getByRole("button", { name: "Save", exact: true }).click();
  await expect(second.getByText("There is a check-in for this day already.", { exact: false })).toBeVisible();
  await expect(second.getByLabel("In my own words")).toHaveValue("From the second window.");

  await test.step("changing it in both", async () => {
    await first.getByRole("link", { name: "Change or delete" }).click();
    await second.getByRole("link", { name: "Open the check-in that is there" }).click();
    for (const page of [first, second])
      await expect(page.getByRole("heading", { name: "Change a check-in" })).toBeVisible();
    await first.getByLabel("In my own words").fill("The first change.");
    await second.getByLabel("In my own words").fill("The second change.");
    await first.getByRole("button", { name: "Save the change" }).click();
    await expect(first.getByText("Saved.")).toBeVisible();
    await second.getByRole("button", { name: "Save the change" }).click();
    await expect(second.getByText("Nothing is lost: both texts are here.")).toBeVisible();
    await expect(second.getByText("The first change.")).toBeVisible();
    await expect(second.getByLabel("In my own words")).toHaveValue("The second change.");
    await second.getByRole("button", { name: "Save the change" }).click();
    await expect(second.getByText("Saved.")).toBeVisible();
    await second.goto("/timeline");
    await expect(second.getByRole("article")).toHaveCount(1);
    await expect(second.getByText("The second change.")).toBeVisible();
  });
});

test("an earlier day can be filled in and says so; a later one cannot", async ({ browser }) => {
  const ada = await Visitor.atHome(browser, "Ada");
  const { page } = ada;
  await page.goto("/today");
  await page.getByText("Fill in an earlier day").first().click();
  await page.getByRole("button", { name: "Open" }).click();
  await expect(page.getByText("This day is marked as filled in later.")).toBeVisible();
  await page.getByRole("button", { name: "Nothing to say that day" }).click();
  await expect(page.getByText("Added later", { exact: true })).toBeVisible();
  await page.goto("/today?day=2199-01-01");
  await expect(page.getByRole("heading", { name: "Today", exact: true })).toBeVisible();
});
