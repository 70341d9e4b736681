import { expect, type Page } from "@playwright/test";
import { startServerAt } from "@/tests/support/clock";
import { test } from "@/tests/support/story";
import { Visitor } from "@/tests/support/visitor";

const group = (page: Page, what: string) => page.getByRole("group", { name: what });

/** Says how a day went, on the page that asks. */
async function says(page: Page, what: string, status: string): Promise<void> {
  await group(page, what).getByRole("radio", { name: status, exact: true }).check();
  await page.getByRole("button", { name: "Save", exact: true }).first().click();
}

/** Chooses a day in the picture and says how it went. */
async function saysOfDay(
  page: Page,
  what: string,
  [day, mark]: [string, string],
  status: string,
): Promise<void> {
  await page.getByRole("link", { name: `${day}: ${mark}` }).click();
  await expect(page.getByRole("heading", { name: `How it went on` })).toContainText(day);
  await says(page, what, status);
  await expect(page.getByText("Saved.")).toBeVisible();
}

/** Opens the commitment that says so, from the page of all of them. */
async function opens(page: Page, what: string): Promise<void> {
  await page.goto("/commitments");
  await page.getByRole("listitem").filter({ hasText: what }).getByRole("link", { name: "Open" }).click();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Commitments");
}

test("a request is amended, agreed on, followed day by day, noticed, looked at and renewed", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const server = await startServerAt("2031-03-10T20:30");
  const [ada, ben] = await Visitor.couple(browser, { baseURL: server.url, timezoneId: "Europe/Berlin" });
  const five = "I call you at five.";

  await test.step("Ada asks for something", async () => {
    await ada.page.goto("/commitments");
    await expect(ada.page.getByText("Nothing agreed yet")).toBeVisible();
    await ada.page.getByRole("link", { name: "Ask for one" }).click();
    await ada.page.getByRole("button", { name: "Ask Ben", exact: true }).click();
    await expect(ada.page.getByText("Write what is to be done.")).toBeVisible();
    await ada.page.getByLabel("What I ask Ben to do").fill("Call me at noon.");
    await ada.page.getByLabel("Review on").fill("2031-09-01");
    await ada.page.getByRole("button", { name: "Ask Ben", exact: true }).click();
    await expect(ada.page.getByText("at most 90 days later", { exact: false })).toBeVisible();
    await expect(ada.page.getByLabel("What I ask Ben to do")).toHaveValue("Call me at noon.");
    await ada.page.getByLabel("Review on").fill("2031-03-24");
    await ada.hasNoBarriersHere();
    await ada.page.getByRole("button", { name: "Ask Ben", exact: true }).click();
    await expect(ada.page.getByText("You have asked for this. It waits for Ben.")).toBeVisible();
  });

  await test.step("Ben offers something else, which he cannot agree to himself", async () => {
    await ben.page.goto("/today");
    await expect(
      ben.page.getByText("Ada has offered or asked for something.", { exact: false }),
    ).toBeVisible();
    await opens(ben.page, "Call me at noon.");
    await ben.hasNoBarriersHere();
    await ben.page.getByRole("link", { name: "Offer something else" }).click();
    await ben.page.getByLabel("What I will do").fill(five);
    await ben.page.getByRole("button", { name: "Offer it to Ada" }).click();
    await expect(ben.page.getByText("You have offered this. It waits for Ada.")).toBeVisible();
    await expect(ben.page.getByRole("button", { name: "Agree" })).toHaveCount(0);
  });

  await test.step("Ada agrees, and it is both people's", async () => {
    await opens(ada.page, five);
    await ada.page.getByRole("button", { name: "Agree" }).click();
    await expect(ada.page.getByRole("heading", { name: "The last four weeks" })).toBeVisible();
    await expect(ada.page.getByText("Not enough yet", { exact: false })).toBeVisible();
  });

  await test.step("Ben says the same evening that he kept it, with words for himself", async () => {
    await ben.page.goto("/today");
    await group(ben.page, five).getByRole("radio", { name: "Kept" }).check();
    await ben.page.getByText("Add words").click();
    await ben.page.getByLabel("I told Ada before being asked").check();
    await ben.page.getByLabel("In my own words").first().fill("From the car park.");
    await ben.hasNoBarriersHere();
    await ben.page.getByRole("button", { name: "Save", exact: true }).first().click();
    await expect(ben.page.getByRole("link", { name: "Correct it" })).toBeVisible();
    await expect(ben.page.getByText("Told before being asked")).toBeVisible();
  });

  await test.step("Ada reads that and none of the words, and says that she noticed", async () => {
    await ada.page.goto("/today");
    const from = ada.page.getByRole("region", { name: "From Ben today" });
    await expect(from.getByText("Kept")).toBeVisible();
    expect(await ada.page.content()).not.toContain("From the car park.");
    await from.getByRole("link", { name: "Open" }).click();
    await expect(ada.page).toHaveURL(/\/commitments\//);
    await ada.page.getByRole("radio", { name: "I noticed this" }).check();
    await ada.page.getByLabel("In my own words").fill("I heard the door.");
    await ada.page.getByRole("radio", { name: "Ben too" }).check();
    await ada.page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(ada.page.getByRole("article").getByText("I heard the door.")).toBeVisible();
    await opens(ben.page, five);
    await expect(ben.page.getByText("I heard the door.")).toBeVisible();
  });

  await test.step("the days after: missed, partly, and one filled in later", async () => {
    await server.itIs("2031-03-11T22:00");
    await ben.page.goto("/today");
    await says(ben.page, five, "Missed");
    await expect(ben.page.getByRole("link", { name: "Correct it" })).toBeVisible();
    await server.itIs("2031-03-12T22:00");
    await ben.page.goto("/today");
    await says(ben.page, five, "Partly");
    await expect(ben.page.getByRole("link", { name: "Correct it" })).toBeVisible();
    await server.itIs("2031-03-14T22:00");
    await opens(ben.page, five);
    await saysOfDay(ben.page, five, ["March 13", "Not logged"], "Kept");
    await ben.page.getByText("As a table").click();
    const thursday = ben.page.getByRole("row").filter({ hasText: "Mar 13, 2031" });
    await expect(thursday).toContainText("Added later");
  });

  await test.step("a correction is added, and what was said first stays for both to read", async () => {
    await saysOfDay(ben.page, five, ["March 12", "Partly"], "Missed");
    for (const { page } of [ben, ada]) {
      await opens(page, five);
      await page.getByText("As a table").click();
      const wednesday = page.getByRole("row").filter({ hasText: "Mar 12, 2031" });
      await expect(wednesday).toContainText("Missed");
      await expect(wednesday).toContainText("First: Partly");
    }
    await ada.hasNoBarriersHere();
  });

  await test.step("a week later it is up for review, with all five numbers, the same for both", async () => {
    await server.itIs("2031-03-18T20:00");
    for (const { page } of [ada, ben]) {
      await page.goto("/commitments");
      const review = page.getByRole("region", { name: "Up for review" });
      await expect(review.getByRole("definition")).toHaveText(["2", "0", "2", "4", "8"]);
    }
  });

  await test.step("Ben offers to renew it and Ada renews it", async () => {
    await opens(ben.page, five);
    await ben.page.getByText("Renew it", { exact: true }).click();
    await ben.page.getByLabel("Review on").fill("2031-05-01");
    await ben.page.getByRole("button", { name: "Offer to renew it" }).click();
    await expect(ben.page.getByText("You have offered to renew it", { exact: false }).first()).toBeVisible();
    await opens(ada.page, five);
    await ada.page.getByRole("button", { name: "Renew it" }).click();
    await expect(ada.page.getByText("Both look at it again on Thu, May 1.")).toBeVisible();
    await ada.page.getByText("How it came about").click();
    await expect(ada.page.getByText("You agreed to renew it")).toBeVisible();
  });

  await test.step("all of it is on the timeline of both, and Ben's own words on his alone", async () => {
    for (const { page } of [ada, ben]) {
      await page.goto("/timeline?kind=commitment");
      await expect(page.getByText("First: Partly")).toBeVisible();
    }
    await ben.page.goto("/timeline");
    await expect(ben.page.getByText("From the car park.")).toBeVisible();
    await ada.page.goto("/timeline");
    expect(await ada.page.content()).not.toContain("From the car park.");
  });

  await server.stop();
});

test("what is declined leaves no trace of it with anybody but its writer, and not there either", async ({
  browser,
}) => {
  const [ada, ben] = await Visitor.couple(browser);
  await ada.page.goto("/commitments/new?whose=theirs");
  await ada.page.getByLabel("What I ask Ben to do").fill("Tell me your plans.");
  await ada.page.getByRole("button", { name: "Ask Ben", exact: true }).click();
  await expect(ada.page.getByText("It waits for Ben.", { exact: false })).toBeVisible();

  await opens(ben.page, "Tell me your plans.");
  await ben.page.getByRole("button", { name: "Leave it", exact: true }).click();
  await expect(
    ben.page.getByText("There is nothing here").or(ben.page.getByText("Nothing agreed yet")),
  ).toBeVisible();
  for (const path of ["/commitments", "/timeline", "/today"]) {
    await ben.page.goto(path);
    expect(await ben.page.content(), path).not.toContain("Tell me your plans.");
  }

  await opens(ada.page, "Tell me your plans.");
  await expect(ada.page.getByText("Ben has not taken this up. No reason is owed.")).toBeVisible();
  await ada.page.getByRole("button", { name: "Put it away" }).click();
  await expect(ada.page.getByText("Nothing agreed yet")).toBeVisible();
  await ada.page.goto("/timeline");
  expect(await ada.page.content()).not.toContain("Tell me your plans.");
});

test("of two steps at once one is taken, and whoever was later is told and loses no text", async ({
  browser,
}) => {
  const [ada, ben] = await Visitor.couple(browser);
  await ben.page.goto("/commitments/new?whose=mine&template=late");
  await ben.page.getByRole("button", { name: "Propose it to Ada" }).click();
  await expect(ben.page.getByText("It waits for Ada.", { exact: false })).toBeVisible();
  const ours = ben.page.url();

  await ada.page.goto(`${ours}/change`);
  await ada.page.getByLabel("What I ask Ben to do").fill("You tell me an hour before.");
  await ben.page.goto(`${ours}/change`);
  await ben.page.getByLabel("What I will do").fill("I tell you at least half an hour before.");
  await ben.page.getByRole("button", { name: "Offer it to Ada" }).click();
  await expect(ben.page.getByText("It waits for Ada.", { exact: false })).toBeVisible();

  await ada.page.getByRole("button", { name: "Offer it to Ben" }).click();
  await expect(ada.page.getByText("Meanwhile Ben has", { exact: false })).toBeVisible();
  await expect(ada.page.getByLabel("What I ask Ben to do")).toHaveValue("You tell me an hour before.");
  await ada.page.getByRole("button", { name: "Offer it to Ben" }).click();
  await expect(ada.page.getByText("You have asked for this. It waits for Ben.")).toBeVisible();

  // Nobody agrees to words they have not read: what stands now is on the page before anything is done.
  await ben.page.goto(ours);
  await ada.page.getByRole("link", { name: "Offer it in other words" }).click();
  await ada.page.getByLabel("What I ask Ben to do").fill("You tell me the evening before.");
  await ada.page.getByRole("button", { name: "Offer it to Ben" }).click();
  await expect(ada.page.getByText("You have asked for this. It waits for Ben.")).toBeVisible();
  await ben.page.getByRole("button", { name: "Agree" }).click();
  await expect(ben.page.getByText("Nothing was done yet.", { exact: false })).toBeVisible();
  await expect(ben.page.getByText("You tell me the evening before.").first()).toBeVisible();
  await ben.page.getByRole("button", { name: "Agree" }).click();
  await expect(ben.page.getByRole("heading", { name: "The last four weeks" })).toBeVisible();
});

test("a promise in an answer becomes a commitment, and both find the way from one to the other", async ({
  browser,
}) => {
  const [ada, ben] = await Visitor.couple(browser);
  await ada.page.goto("/feelings/new");
  await ada.page.getByLabel("In my own words").last().fill("The evenings are long.");
  await ada.page.getByRole("button", { name: "Show it to Ben" }).click();
  await expect(ada.page.getByText("The evenings are long.")).toBeVisible();
  await ben.page.goto("/feelings");
  await ben.page.getByRole("link", { name: "Open" }).click();
  await ben.page.getByLabel("My answer").fill("I read it.");
  await ben.page.getByLabel("A promise, if you make one").fill("I will be home at six.");
  await ben.page.getByRole("button", { name: "Send the answer" }).click();
  await ben.page.getByRole("link", { name: "Make it a commitment" }).click();
  await expect(ben.page.getByLabel("What I will do")).toHaveValue("I will be home at six.");
  await ben.page.getByRole("button", { name: "Propose it to Ada" }).click();
  await expect(ben.page.getByText("It waits for Ada.", { exact: false })).toBeVisible();
  await opens(ada.page, "I will be home at six.");
  await ada.page.getByRole("link", { name: "Read that conversation" }).click();
  await ada.page.getByRole("link", { name: "What became of this promise" }).click();
  await expect(ada.page.getByRole("heading", { name: "What Ben offers" })).toBeVisible();
});

test("everything that matters works without script", async ({ browser }) => {
  const [ada, ben] = await Visitor.couple(browser, { javaScriptEnabled: false });
  await ben.page.goto("/commitments/new?whose=mine&template=honesty_small");
  await ben.page.getByRole("button", { name: "Propose it to Ada" }).click();
  await expect(ben.page.getByText("It waits for Ada.", { exact: false })).toBeVisible();
  await ada.page.goto(ben.page.url());
  await ada.page.getByRole("button", { name: "Agree" }).click();
  await expect(ada.page.getByRole("heading", { name: "The last four weeks" })).toBeVisible();
  await ben.page.goto("/today");
  await says(ben.page, "I am honest about small things too", "Missed");
  await expect(ben.page.getByRole("link", { name: "Correct it" })).toBeVisible();
  await ada.page.goto("/today");
  const from = ada.page.getByRole("region", { name: "From Ben today" });
  await expect(from.getByText("Missed")).toBeVisible();
  await from.getByRole("link", { name: "Open" }).click();
  await expect(ada.page).toHaveURL(/\/commitments\//);
  await ada.page.getByRole("radio", { name: "I noticed this" }).check();
  await ada.page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(ada.page.getByRole("article").getByText("I noticed this")).toBeVisible();
  await ben.page.goto("/commitments");
  await ben.page.getByRole("link", { name: "Open" }).click();
  await ben.page.getByText("End it now").first().click();
  await ben.page.getByRole("button", { name: "End it now" }).click();
  await expect(ben.page.getByText("Ended on", { exact: false })).toBeVisible();
});

test("a day is said by the keyboard alone", async ({ browser }) => {
  const [ada, ben] = await Visitor.couple(browser);
  await ben.page.goto("/commitments/new?whose=mine&template=honesty_felt");
  await ben.page.getByRole("button", { name: "Propose it to Ada" }).click();
  await expect(ben.page.getByText("It waits for Ada.", { exact: false })).toBeVisible();
  await ada.page.goto(ben.page.url());
  await ada.reaches("button", "Agree");
  await ada.page.keyboard.press("Enter");
  await expect(ada.page.getByRole("heading", { name: "The last four weeks" })).toBeVisible();
  await ben.page.goto("/today");
  await ben.reaches("radio", "Kept");
  await ben.page.keyboard.press("ArrowRight");
  await ben.reaches("button", "Save");
  await ben.page.keyboard.press("Enter");
  await expect(ben.page.getByRole("link", { name: "Correct it" })).toBeVisible();
  await expect(ben.page.getByText("Partly")).toBeVisible();
});
