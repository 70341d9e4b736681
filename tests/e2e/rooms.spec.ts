import { expect, type Page } from "@playwright/test";
import { test } from "@/tests/support/story";
import { Visitor } from "@/tests/support/visitor";

const question = (page: Page, words: string) => page.getByRole("listitem").filter({ hasText: words });

test("a question is kept until it is asked, and then found again with how it stands", async ({ browser }) => {
  const [ada, ben] = await Visitor.couple(browser);

  await test.step("Ada keeps it for herself, and Ben finds nothing", async () => {
    await ada.page.goto("/questions");
    await ada.page.getByText("Write down a question").click();
    await ada.page.getByRole("button", { name: "Save the question" }).click();
    await expect(ada.page.getByText("There is nothing in it yet.", { exact: false })).toBeVisible();
    await ada.page.getByLabel("What I want to know").fill("Did you think of us?");
    await ada.hasNoBarriersHere();
    await ada.page.getByRole("button", { name: "Save the question" }).click();
    await ada.page.getByText("Kept for me").click();
    await ben.page.goto("/questions");
    await expect(ben.page.getByText("No questions yet")).toBeVisible();
  });

  await test.step("she asks it after all", async () => {
    await question(ada.page, "Did you think of us?").getByRole("link").click();
    await expect(ada.page.getByText("Will knowing this help me?")).toBeVisible();
    await ada.page.getByRole("button", { name: "Ask Ben" }).click();
    await expect(ada.page.getByText("What Ben says appears here.")).toBeVisible();
  });

  await test.step("Ben cannot answer yet, and both read so", async () => {
    await ben.page.reload();
    await question(ben.page, "Did you think of us?").getByRole("link").click();
    await expect(ben.page.getByRole("heading", { name: "Ada asks" })).toBeVisible();
    await ben.hasNoBarriersHere();
    await ben.page.getByRole("button", { name: "Send it to Ada" }).click();
    await expect(ben.page.getByText("There is nothing in it yet.", { exact: false })).toBeVisible();
    await ben.page.getByRole("radio", { name: "Not yet" }).check();
    await ben.page.getByRole("button", { name: "Send it to Ada" }).click();
    await expect(ben.page.getByRole("article").getByText("Not yet")).toBeVisible();
    await ada.page.goto("/questions");
    await expect(question(ada.page, "Did you think of us?")).toContainText("Not yet");
  });

  await test.step("and then does, in his own words", async () => {
    await ben.page.getByText("Say something more").click();
    await ben.page.getByRole("radio", { name: "I answer it here" }).check();
    await ben.page.getByLabel("In my words").fill("Every day, and I put it away every day.");
    await ben.page.getByRole("button", { name: "Send it to Ada" }).click();
    await expect(ben.page.getByRole("article").getByText("I put it away every day.")).toBeVisible();
    for (const { page } of [ada, ben]) {
      await page.goto("/questions");
      await expect(page.getByRole("heading", { name: "With an answer" })).toBeVisible();
      await expect(question(page, "Did you think of us?")).toContainText("Answered");
    }
    await ada.page.goto("/timeline");
    await expect(ada.page.getByText("I put it away every day.")).toBeVisible();
  });
});

test("space is asked for with words both chose, and ends when its author is back", async ({ browser }) => {
  const [ada, ben] = await Visitor.couple(browser);

  await test.step("Ada proposes a sentence and Ben agrees", async () => {
    await ada.page.goto("/space");
    await ada.page.getByText("Propose a sentence").click();
    await ada.page.getByLabel("The sentence").fill("I go for a walk, and I come back.");
    await ada.page.getByRole("button", { name: "Propose it to Ben" }).click();
    await expect(ada.page.getByText("It holds once Ben agrees.", { exact: false })).toBeVisible();
    await ben.page.goto("/space");
    await ben.hasNoBarriersHere();
    await ben.page.getByText("Ada proposes a sentence").click();
    await ben.page.getByRole("button", { name: "Agree" }).click();
    await expect(ben.page.getByText("You both chose this.")).toBeVisible();
  });

  await test.step("less than twenty minutes are refused, and the time stays in the form", async () => {
    await ben.page.getByRole("radio", { name: "Until a time I choose" }).check();
    await ben.page.getByRole("button", { name: "Ask for space" }).click();
    await expect(ben.page.getByText("Enter a time as hours:minutes.")).toBeVisible();
    await expect(ben.page.getByRole("radio", { name: "Until a time I choose" })).toBeChecked();
  });

  await test.step("Ada has the conversations open and reads it without a reload", async () => {
    await ada.page.goto("/feelings");
    await ben.page.getByRole("radio", { name: "An hour" }).check();
    await ben.page.getByRole("button", { name: "Ask for space" }).click();
    await expect(ben.page.getByRole("heading", { name: /You asked for space until/ })).toBeVisible();
    await expect(ada.page.getByRole("heading", { name: /Ben needs space until/ })).toBeVisible();
    await expect(ada.page.getByText("I go for a walk, and I come back.")).toBeVisible();
    await ada.hasNoBarriersHere();
    await ben.page.goto("/today");
    await expect(ben.page.getByRole("heading", { name: /You asked for space until/ })).toBeVisible();
    await ben.hasNoBarriersHere();
  });

  await test.step("Ben is back before the time, and nothing more is said of it", async () => {
    await ben.page.getByRole("button", { name: "I am back" }).click();
    await expect(ben.page.getByRole("heading", { name: /You asked for space until/ })).toBeHidden();
    await expect(ada.page.getByRole("heading", { name: /Ben needs space until/ })).toBeHidden();
  });
});

test("something of the day is kept or shown by the button it is sent with", async ({ browser }) => {
  const [ada, ben] = await Visitor.couple(browser);
  await ada.page.goto("/care");
  await ada.page.getByLabel("Something kind I noticed").fill("You filled the tank.");
  await ada.page.getByRole("button", { name: "Show it to Ben" }).last().click();
  await expect(ada.page.getByRole("article").getByText("You filled the tank.")).toBeVisible();
  await ada.page.getByLabel("One thing from my day").fill("I sang in the car.");
  await ada.page.getByRole("button", { name: "Keep it for me" }).first().click();
  await expect(ada.page.getByRole("article").getByText("I sang in the car.")).toBeVisible();
  await ada.hasNoBarriersHere();
  await ben.page.goto("/care");
  await expect(ben.page.getByText("You filled the tank.")).toBeVisible();
  expect(await ben.page.content()).not.toContain("I sang in the car.");
});

test("what is typed before the page has its script is kept as well", async ({ browser }) => {
  const [ada] = await Visitor.couple(browser);
  let scriptMayCome = () => {};
  const typed = new Promise<void>((resolve) => {
    scriptMayCome = resolve;
  });
  await ada.page.route("**/*.js", async (route) => {
    await typed;
    await route.continue();
  });
  await ada.page.goto("/feelings/new", { waitUntil: "commit" });
  await ada.page.getByLabel("In my own words").fill("It came back in the shop.");
  scriptMayCome();
  await expect(ada.page.getByText("Kept as you type.")).toBeVisible();
});

test("a half-written answer is there again in another window, and gone once it is sent", async ({
  browser,
}) => {
  const [ada, ben] = await Visitor.couple(browser);
  await ada.page.goto("/feelings/new");
  await ada.page.getByLabel("In my own words").fill("It came back in the shop.");
  await expect(ada.page.getByText("Kept as you type.")).toBeVisible();
  await ada.page.goto("/feelings/new");
  await expect(ada.page.getByLabel("In my own words")).toHaveValue("It came back in the shop.");
  await ada.page.getByRole("button", { name: "Show it to Ben" }).click();
  await expect(ada.page.getByRole("heading", { name: "Answers" })).toBeVisible();
  const address = ada.page.url();

  await ben.page.goto(address);
  await ben.page.getByLabel("My answer").fill("I read that twice, and");
  await expect(ben.page.getByText("Kept as you type.")).toBeVisible();
  const window = await ben.context.newPage();
  await window.goto(address);
  await expect(window.getByLabel("My answer")).toHaveValue("I read that twice, and");
  await window.getByRole("button", { name: "Send the answer" }).click();
  await expect(window.getByRole("article").getByText("I read that twice, and")).toBeVisible();
  await window.goto(address);
  await window.getByText("Write another answer").click();
  await expect(window.getByLabel("My answer")).toHaveValue("");
  await ada.page.goto("/feelings/new");
  await expect(ada.page.getByLabel("In my own words")).toHaveValue("");
});

test("questions, space and everyday care need no script", async ({ browser }) => {
  const [ada, ben] = await Visitor.couple(browser, { javaScriptEnabled: false });
  await ada.page.goto("/questions");
  await ada.page.getByText("Write down a question").click();
  await ada.page.getByRole("radio", { name: "Ask Ben" }).check();
  await ada.page.getByRole("button", { name: "Save the question" }).click();
  // Refused: the form is open again, with what was chosen.
  await expect(ada.page.getByRole("radio", { name: "Ask Ben" })).toBeChecked();
  await ada.page.getByLabel("What I want to know").fill("Who else knows?");
  await ada.page.getByRole("button", { name: "Save the question" }).click();
  await expect(question(ada.page, "Who else knows?")).toBeVisible();
  await ben.page.goto("/questions");
  await question(ben.page, "Who else knows?").getByRole("link").click();
  await ben.page.getByLabel("In my words").fill("My brother.");
  await ben.page.getByRole("button", { name: "Send it to Ada" }).click();
  await expect(ben.page.getByRole("article").getByText("My brother.")).toBeVisible();

  await ben.page.goto("/care");
  await ben.page.getByLabel("One thing from my day").fill("The harbour.");
  await ben.page.getByRole("button", { name: "Show it to Ada" }).first().click();
  await expect(ben.page.getByRole("article").getByText("The harbour.")).toBeVisible();
  await ben.page.goto("/space");
  await ben.page.getByRole("radio", { name: "20 minutes" }).check();
  await ben.page.getByRole("button", { name: "Ask for space" }).click();
  await expect(ben.page.getByRole("heading", { name: /You asked for space until/ })).toBeVisible();
  await ada.page.goto("/care");
  await expect(ada.page.getByText("The harbour.")).toBeVisible();
  await expect(ada.page.getByRole("heading", { name: /Ben needs space until/ })).toBeVisible();
  await ben.page.getByRole("button", { name: "I am back" }).click();
  await expect(ben.page.getByRole("heading", { name: /You asked for space until/ })).toBeHidden();
  await ada.page.reload();
  await expect(ada.page.getByRole("heading", { name: /Ben needs space until/ })).toBeHidden();
});

test("of two windows with the same form the older one says so and overwrites nothing", async ({
  browser,
}) => {
  const ada = await Visitor.atHome(browser, "Ada");
  const older = await ada.context.newPage();
  for (const page of [ada.page, older]) {
    await page.goto("/questions");
    await page.getByText("Write down a question").click();
  }
  await ada.page.getByLabel("What I want to know").fill("Did you think of us?");
  await expect(ada.page.getByText("Kept as you type.")).toBeVisible();
  await older.getByLabel("What I want to know").fill("Something else");
  await expect(older.getByText("There is newer text of this form", { exact: false })).toBeVisible();
  await expect(older.getByLabel("What I want to know")).toHaveValue("Something else");
  await ada.page.getByLabel("What I want to know").fill("Did you think of us, then?");
  await ada.page.waitForTimeout(2_500);
  await ada.page.reload();
  await expect(ada.page.getByLabel("What I want to know")).toHaveValue("Did you think of us, then?");
});

test("a note of the day is there again, and is not once it is kept", async ({ browser }) => {
  const ada = await Visitor.atHome(browser, "Ada");
  const { page } = ada;
  const note = page.getByRole("textbox").first();
  await page.goto("/care");
  await note.fill("a heron on the roof");
  await expect(page.getByText("Kept as you type.")).toBeVisible();
  await page.reload();
  await expect(note).toHaveValue("a heron on the roof");
  await page.getByRole("button", { name: "Keep it for me" }).first().click();
  await expect(page.getByRole("article").getByText("a heron on the roof")).toBeVisible();
  await page.waitForTimeout(2_500);
  await page.reload();
  await expect(note).toHaveValue("");
});
