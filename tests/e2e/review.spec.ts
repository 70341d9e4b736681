import { expect, type Page } from "@playwright/test";
import { test } from "@/tests/support/story";
import { Visitor } from "@/tests/support/visitor";

const heading = (page: Page, name: string) => page.getByRole("heading", { name, exact: true });
const group = (page: Page, name: string) => page.getByRole("group", { name });

/** One of the two goes on, and both are there. */
async function goesOnTo(step: string, one: Visitor, other: Visitor): Promise<void> {
  await one.page.getByRole("button", { name: `On to: ${step}` }).click();
  for (const { page } of [one, other]) await expect(heading(page, step)).toBeVisible();
}

async function begins({ page }: Visitor): Promise<string> {
  await page.goto("/review");
  await page.getByText("Begin a review").click();
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await expect(heading(page, "Arriving")).toBeVisible();
  return page.url();
}

async function wouldLikeToGuess({ page }: Visitor): Promise<void> {
  await page.goto("/review");
  await page.getByRole("button", { name: "I would like to guess" }).click();
  await expect(page.getByText("You would like to guess in your next review.")).toBeVisible();
}

async function guesses({ page }: Visitor, own: string, other: string, name: string): Promise<void> {
  await group(page, "My pain this week").getByRole("radio", { name: own, exact: true }).check();
  await group(page, `My guess: ${name}’s pain this week`)
    .getByRole("radio", { name: other, exact: true })
    .check();
  await page.getByRole("button", { name: "Answer" }).click();
}

test("two sit down with two devices, and each step is the same for both", async ({ browser }) => {
  test.setTimeout(120_000);
  const [ada, ben] = await Visitor.couple(browser);

  await test.step("they agree on a time, and both would like to guess", async () => {
    await ada.page.goto("/review");
    await expect(ada.page.getByText("No time is agreed on", { exact: false })).toBeVisible();
    await ada.page.getByText("Propose a time").click();
    await ada.page.getByRole("button", { name: "Propose it to Ben" }).click();
    await expect(ada.page.getByText("It waits for Ben.", { exact: false })).toBeVisible();
    await ben.page.goto("/review");
    await ben.page.getByRole("button", { name: "Agree", exact: true }).click();
    await expect(ben.page.getByText("Sunday 19:00, every week.")).toBeVisible();
    await wouldLikeToGuess(ada);
    await wouldLikeToGuess(ben);
    await ben.hasNoBarriersHere();
  });

  await test.step("one begins, and what is said is there for the other", async () => {
    const review = await begins(ada);
    await ben.page.goto("/review");
    await ben.page.getByRole("link", { name: "Go on" }).click();
    await expect(ben.page).toHaveURL(review);
    await group(ada.page, "How do I come in").getByRole("radio", { name: "4", exact: true }).check();
    await ada.page.getByLabel("In a word").fill("Tired, and here.");
    await ada.page.getByRole("button", { name: "Say it" }).click();
    await expect(ben.page.getByRole("article")).toContainText("4 of 10");
    await expect(ben.page.getByRole("article")).toContainText("Tired, and here.");
    await ada.hasNoBarriersHere();
  });

  await test.step("what one types stays where the other goes on meanwhile", async () => {
    await goesOnTo("Appreciation", ada, ben);
    await ben.page.getByLabel("What I valued").fill("You came home early.");
    await ada.page.getByRole("button", { name: "On to: What was promised, and what was seen" }).click();
    await expect(ben.page.getByText("Ada has gone on", { exact: false })).toBeVisible();
    await expect(ben.page.getByLabel("What I valued")).toHaveValue("You came home early.");
    await ben.page.getByRole("button", { name: "Say it" }).click();
    await expect(heading(ben.page, "What was promised, and what was seen")).toBeVisible();
    await expect(ben.page.getByText("Nothing is agreed on at the moment.")).toBeVisible();
  });

  await test.step("each speaks until they were heard", async () => {
    await goesOnTo("One hard thing", ben, ada);
    await ada.page.getByRole("button", { name: "I begin" }).click();
    await expect(heading(ben.page, "Ada speaks")).toBeVisible();
    await expect(ada.page.getByRole("timer")).toHaveText(/\d:\d\d left/);
    await ada.page.getByRole("button", { name: "I have said it" }).click();
    await expect(heading(ben.page, "You say back what you heard")).toBeVisible();
    await expect(ben.page.getByRole("button", { name: "Yes", exact: true })).toBeHidden();
    await ada.hasNoBarriersHere();
    await ada.page.getByRole("button", { name: "Not yet" }).click();
    for (const { page } of [ada, ben])
      await expect(page.getByText("Not yet. Once more", { exact: false })).toBeVisible();
    await ada.page.getByRole("button", { name: "Yes", exact: true }).click();
    await expect(heading(ben.page, "You speak")).toBeVisible();
    await ben.page.getByRole("button", { name: "I have said it" }).click();
    await expect(heading(ben.page, "Ada says back what they heard")).toBeVisible();
    await ben.page.getByRole("button", { name: "Yes", exact: true }).click();
    await expect(ada.page.getByText("Both of you have spoken", { exact: false })).toBeVisible();
  });

  await test.step("what they guess is shown when both have answered, and not before", async () => {
    await expect(ben.page.getByText("Both of you have spoken", { exact: false })).toBeVisible();
    await goesOnTo("The gap", ben, ada);
    await guesses(ada, "7", "2", "Ben");
    await expect(ada.page.getByText("Both answers are shown when Ben has answered too.")).toBeVisible();
    await ben.page.reload();
    await expect(group(ben.page, "My pain this week")).toBeVisible();
    expect(await ben.page.content()).not.toContain("worth asking about");
    await guesses(ben, "3", "4", "Ada");
    for (const { page } of [ada, ben]) await expect(page.getByText("worth asking about")).toBeVisible();
    await expect(ada.page.getByRole("row", { name: "You · Pain 7 4" })).toBeVisible();
    await expect(ben.page.getByRole("row", { name: "You · Pain 3 2" })).toBeVisible();
    await ben.hasNoBarriersHere();
  });

  await test.step("a device drops out, comes back, and is where the other is", async () => {
    await ben.page.context().setOffline(true);
    await ada.page.getByRole("button", { name: "On to: One request each" }).click();
    await expect(heading(ada.page, "One request each")).toBeVisible();
    await ben.page.context().setOffline(false);
    await ben.page.reload();
    await expect(heading(ben.page, "One request each")).toBeVisible();
    await ada.page.getByLabel("My request").fill("Call me on Wednesday at noon.");
    await ada.page.getByRole("button", { name: "Say it" }).click();
    await expect(ben.page.getByText("Call me on Wednesday at noon.")).toBeVisible();
    const asks = await ada.page.context().newPage();
    await asks.goto(ada.page.url());
    await asks.getByRole("link", { name: "Ask for it as a commitment" }).click();
    await expect(asks.getByLabel("What I ask Ben to do")).toHaveValue("Call me on Wednesday at noon.");
    await asks.getByRole("button", { name: "Ask Ben" }).click();
    await expect(asks).toHaveURL(/\/commitments\/[0-9a-f-]{36}$/);
    await expect(asks.getByRole("definition").filter({ hasText: /^Once, by / })).toBeVisible();
    await asks.close();
  });

  await test.step("the note is kept in words that both agree to", async () => {
    await goesOnTo("Closing", ada, ben);
    await ada.page.getByLabel("The note").fill("Ben calls on Wednesday.");
    await ada.page.getByRole("button", { name: "Propose it to Ben" }).click();
    await expect(ben.page.getByText("Ada proposes this.")).toBeVisible();
    await ben.page.getByRole("button", { name: "Agree to these words" }).click();
    await expect(ada.page.getByText("Both of you agreed to these words.")).toBeVisible();
    await ada.hasNoBarriersHere();
    await ada.page.getByRole("button", { name: "Finish" }).click();
    await expect(ada.page.getByRole("button", { name: "Finish" })).toHaveCount(0);
    await ben.page.goto("/review");
    await expect(ben.page.getByText("Ben calls on Wednesday.")).toBeVisible();
    await expect(ben.page.getByText("Begin a review")).toBeVisible();
  });
});

test("the stop word ends it for both, without a word why, and space can be asked for", async ({
  browser,
}) => {
  const [ada, ben] = await Visitor.couple(browser);
  const review = await begins(ada);
  await ben.page.goto(review);
  await goesOnTo("Appreciation", ben, ada);
  await ada.page.getByRole("button", { name: "Stop", exact: true }).click();
  for (const { page } of [ada, ben]) {
    await expect(page.getByText("The review was stopped")).toBeVisible();
    await expect(page.getByRole("button", { name: /^On to/ })).toHaveCount(0);
  }
  expect(await ben.page.getByRole("main").innerText()).not.toContain("Ada has stopped");
  await ben.hasNoBarriersHere();
  await ben.page.getByRole("link", { name: "Ask for space" }).click();
  await expect(ben.page).toHaveURL(/\/space$/);
});

test("a step that was taken meanwhile is not taken twice, and the page says where they are", async ({
  browser,
}) => {
  const [ada, ben] = await Visitor.couple(browser);
  const review = await begins(ada);
  const second = await ada.page.context().newPage();
  await second.goto(review);
  // A window that hears nothing.
  await second.route("**/api/between/live", (route) => route.abort());
  await second.reload();
  await ben.page.goto(review);
  await goesOnTo("Appreciation", ben, ada);
  await second.getByRole("button", { name: "On to: Appreciation" }).click();
  await expect(second.getByText("You two are at another place by now.", { exact: false })).toBeVisible();
  await expect(heading(second, "Appreciation")).toBeVisible();
});

test("a review is gone through by keyboard alone, on one device", async ({ browser }) => {
  const [ada] = await Visitor.couple(browser);
  const { keyboard } = ada.page;
  const presses = async (role: "button" | "link", name: string) => {
    await ada.reaches(role, name);
    await keyboard.press("Enter");
  };
  await ada.page.goto("/review");
  await ada.page.getByText("Begin a review").focus();
  await keyboard.press("Enter");
  await presses("button", "Begin");
  await expect(heading(ada.page, "Arriving")).toBeVisible();
  await ada.reaches("radio", "Leave out", group(ada.page, "How do I come in"));
  await keyboard.press("ArrowRight");
  await ada.reaches("textbox", "In a word");
  await keyboard.type("Here.");
  await presses("button", "Say it");
  await expect(ada.page.getByRole("article")).toContainText("0 of 10");
  for (const step of ["Appreciation", "What was promised, and what was seen", "One hard thing"]) {
    await presses("button", `On to: ${step}`);
    await expect(heading(ada.page, step)).toBeVisible();
  }
  await presses("button", "Ben begins");
  await expect(heading(ada.page, "Ben speaks")).toBeVisible();
  // Ben has no device of his own here, and says it on hers.
  await ada.page.getByText("We share this device").focus();
  await keyboard.press("Enter");
  await presses("button", "Ben has said it");
  await expect(heading(ada.page, "You say back what you heard")).toBeVisible();
  await expect(ada.page.getByText("Ben answers:")).toBeVisible();
  await presses("button", "Yes");
  await expect(heading(ada.page, "You speak")).toBeVisible();
  await presses("button", "Stop");
  await expect(ada.page.getByText("The review was stopped")).toBeVisible();
  await presses("link", "Ask for space");
  await expect(ada.page).toHaveURL(/\/space$/);
});

test("a review is gone through without script", async ({ browser }) => {
  const [ada] = await Visitor.couple(browser, { javaScriptEnabled: false });
  await begins(ada);
  await ada.page.getByLabel("In a word").fill("Here.");
  await ada.page.getByRole("button", { name: "Say it" }).click();
  await expect(ada.page.getByRole("article")).toContainText("Here.");
  await ada.page.getByRole("button", { name: "On to: Appreciation" }).click();
  await expect(heading(ada.page, "Appreciation")).toBeVisible();
  await ada.page.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(ada.page.getByText("The review was stopped")).toBeVisible();
});
