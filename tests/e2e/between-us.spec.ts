import { expect } from "@playwright/test";
import { test } from "@/tests/support/story";
import { Visitor } from "@/tests/support/visitor";

test("pain is shown, answered, and whether it was heard is told to whom one chooses", async ({ browser }) => {
  const [ada, ben] = await Visitor.couple(browser);
  const address = await ada.showsHurt("The song came on in the shop.");

  await test.step("Ben reads what was shown, and what would be welcome", async () => {
    await ben.page.goto("/feelings");
    await expect(ben.page.getByText("Hurt 8")).toBeVisible();
    await ben.page.getByRole("link", { name: "Open" }).click();
    await expect(ben.page.getByText("Ada would like to be heard", { exact: false })).toBeVisible();
    await ben.page.getByText("When there is anger in it").click();
    await expect(ben.page.getByText("Then safety comes first.", { exact: false })).toBeVisible();
    await ben.hasNoBarriersHere();
  });

  await test.step("Ben asks for time, once, and both see it", async () => {
    await ben.page.getByText("I need time to answer well").click();
    await ben.page.getByLabel("Until").fill("20:15");
    await ben.page.getByRole("button", { name: "Tell Ada" }).click();
    await expect(ben.page.getByText(/You said that you need until .*20:15 to answer well/)).toBeVisible();
    await expect(ben.page.getByText("I need time to answer well")).toBeHidden();
    // No reload from here on: both have it open.
    await expect(ada.page.getByText(/Ben needs until .*20:15 to answer well/)).toBeVisible();
  });

  await test.step("Ben answers, with a promise", async () => {
    await ben.page.getByText("Ways to begin").click();
    await expect(ben.page.getByText("After what I did, of course …")).toBeVisible();
    await ben.page.getByRole("button", { name: "Send the answer" }).click();
    await expect(ben.page.getByText("There is nothing in it yet.", { exact: false })).toBeVisible();
    await ben.page.getByLabel("My answer").fill("After what I did, of course it did.");
    await ben.page.getByLabel("A promise, if you make one").fill("I will turn it off when it comes.");
    await ben.page.getByRole("button", { name: "Send the answer" }).click();
    await expect(
      ben.page.getByRole("article").getByText("After what I did, of course it did."),
    ).toBeVisible();
  });

  await test.step("Ada says for herself that it did not quite reach her", async () => {
    await expect(ada.page.getByText("I will turn it off when it comes.")).toBeVisible();
    await ada.page.getByText("Did this reach you?").click();
    await ada.page.getByRole("group", { name: "I felt understood" }).getByLabel("Yes").check();
    await ada.page.getByRole("group", { name: "I felt cared for" }).getByLabel("Not yet").check();
    await ada.page.getByLabel("What would help").fill("Say it without looking at the clock.");
    await ada.hasNoBarriersHere();
    await ada.page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(ada.page.getByText("What you said of this answer")).toBeVisible();
    await ben.page.reload();
    expect(await ben.page.content()).not.toContain("looking at the clock");
    await expect(ben.page.getByText("What Ada says of this answer")).toBeHidden();
  });

  await test.step("and then lets Ben see it, who tries once more", async () => {
    await ada.page.getByText("Say it anew").click();
    await ada.page.getByRole("radio", { name: "Ben sees this" }).check();
    await ada.page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(ben.page.getByText("Say it without looking at the clock.")).toBeVisible();
    await ben.page.getByText("Write another answer").click();
    await ben.page.getByLabel("My answer").fill("I hear that I hurried. I am here now.");
    await ben.page.getByRole("button", { name: "Send the answer" }).click();
    await expect(ada.page.getByText("I am here now.", { exact: false })).toBeVisible();
  });

  await test.step("again is one tap, and nothing is said of it", async () => {
    await ada.page.getByRole("button", { name: "Show it again today" }).click();
    await expect(ada.page).not.toHaveURL(address);
    await expect(ada.page.getByText("Hurt 8")).toBeVisible();
    await expect(ada.page.getByText("The song came on in the shop.")).toBeHidden();
  });

  await test.step("all of it is on the timeline, by day", async () => {
    await ben.page.goto("/timeline");
    await expect(ben.page.getByText("The song came on in the shop.")).toBeVisible();
    await expect(ben.page.getByText("I will turn it off when it comes.")).toBeVisible();
    await ben.hasNoBarriersHere();
  });
});

test("taken back while the other is answering: their text stays, and they are told kindly", async ({
  browser,
}) => {
  const [ada, ben] = await Visitor.couple(browser);
  const address = await ada.showsHurt("I take this back in a moment.");
  await ben.page.goto(address);
  await ben.page.getByLabel("My answer").fill("Half of what I want to say");

  await ada.page.getByText("Take it back", { exact: true }).first().click();
  await ada.page.getByRole("button", { name: "Take it back" }).click();
  await expect(ada.page.getByText("Only you can read this now.")).toBeVisible();

  const told = ben.page.getByText("This can no longer be read here.", { exact: false });
  await expect(told).toHaveCount(1);
  await ben.page.getByRole("button", { name: "Send the answer" }).click();
  await expect(told).toHaveCount(2);
  await expect(ben.page.getByLabel("My answer")).toHaveValue("Half of what I want to say");
  await ben.page.goto("/feelings");
  await expect(ben.page.getByRole("link", { name: "Words I could not send" })).toBeVisible();
  await ben.page.goto(address);
  await ben.page.getByRole("link", { name: "Words I could not send" }).click();
  await expect(ben.page.getByRole("heading", { name: "Not sent" })).toBeVisible();
  await expect(ben.page.getByText("Half of what I want to say")).toBeVisible();
  await ben.hasNoBarriersHere();
  await ben.page.getByText("Delete these words").click();
  await ben.page.getByRole("button", { name: "Delete them for good" }).click();
  await expect(ben.page.getByText("Half of what I want to say")).toBeHidden();
  await ben.page.goto("/feelings");
  await expect(ben.page.getByRole("heading", { name: "Between us" })).toBeVisible();
  await expect(ben.page.getByRole("link", { name: "Words I could not send" })).toHaveCount(0);
  await ben.page.goto(address);
  await expect(ben.page.getByText("There is nothing here")).toBeVisible();
});

test("taken back while the other is answering without script: the words are kept for them", async ({
  browser,
}) => {
  const [ada, ben] = await Visitor.couple(browser, { javaScriptEnabled: false });
  const address = await ada.showsHurt("I take this back in a moment.");
  await ben.page.goto(address);
  await ben.page.getByLabel("My answer").fill("All of what I want to say");
  await ada.page.getByText("Take it back", { exact: true }).first().click();
  await ada.page.getByRole("button", { name: "Take it back" }).click();
  await expect(ada.page.getByText("Only you can read this now.")).toBeVisible();
  await ben.page.getByRole("button", { name: "Send the answer" }).click();
  await expect(ben.page.getByRole("heading", { name: "Not sent" })).toBeVisible();
  await expect(ben.page.getByText("All of what I want to say")).toBeVisible();
});

test("a feeling sent without script after the couple has ended is kept, and in no form for somebody else", async ({
  browser,
}) => {
  const [ada, ben] = await Visitor.couple(browser, { javaScriptEnabled: false });
  await ada.page.goto("/feelings/new");
  await ada.page.getByLabel("In my own words").fill("Meant for Ben alone.");
  await ben.leavesNow();
  await ada.page.getByRole("button", { name: "Show it to Ben" }).click();
  await expect(ada.page.getByRole("heading", { name: "Not sent" })).toBeVisible();
  await expect(ada.page.getByText("Meant for Ben alone.")).toBeVisible();
});

test("what would help is there again when it was not sent", async ({ browser }) => {
  const [ada, ben] = await Visitor.couple(browser);
  const address = await ada.showsHurt("It came back today.");
  await ben.page.goto(address);
  await ben.page.getByLabel("My answer").fill("I read it.");
  await ben.page.getByRole("button", { name: "Send the answer" }).click();
  await expect(ben.page.getByRole("article").getByText("I read it.")).toBeVisible();
  await ada.page.goto(address);
  await ada.page.getByText("Did this reach you?").click();
  await ada.page.getByRole("group", { name: "I felt understood" }).getByLabel("Partly").check();
  await ada.page.getByLabel("What would help").fill("To sit down for it.");
  // Left before the pause has passed: what was typed goes at once, also where an earlier save is under way.
  await ada.page.getByRole("link", { name: "Today" }).first().click();
  await expect(ada.page.getByRole("heading", { name: "Today", exact: true })).toBeVisible();
  const other = await ada.context.newPage();
  await expect(async () => {
    await other.goto(address);
    await expect(other.getByLabel("What would help")).toHaveValue("To sit down for it.", { timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await other.close();
  await ada.page.goto(address);
  await expect(ada.page.getByRole("group", { name: "I felt understood" }).getByLabel("Partly")).toBeChecked();
  await ada.page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(ada.page.getByText("What you said of this answer")).toBeVisible();
  await ada.page.reload();
  await expect(ada.page.getByText("This is what you had typed before.")).toHaveCount(0);
});

test("showing and answering need no script", async ({ browser }) => {
  const [ada, ben] = await Visitor.couple(browser, { javaScriptEnabled: false });
  const address = await ada.showsHurt("Without any script.");
  await ben.page.goto(address);
  await ben.page.getByLabel("My answer").fill("I read it.");
  await ben.page.getByRole("button", { name: "Send the answer" }).click();
  await expect(ben.page.getByRole("article").getByText("I read it.")).toBeVisible();
  await ada.page.goto(address);
  await expect(ada.page.getByText("I read it.")).toBeVisible();
});

test("pain is shown, answered and heard by keyboard alone", async ({ browser }) => {
  const [ada, ben] = await Visitor.couple(browser);
  await ada.page.goto("/feelings");
  await ada.reaches("link", "Show a feeling");
  await ada.page.keyboard.press("Enter");
  await ada.reaches("checkbox", "Hurt");
  await ada.page.keyboard.press("Space");
  await ada.reaches("combobox", "How strong: Hurt");
  await ada.page.keyboard.press("7");
  await ada.reaches("textbox", "In my own words");
  await ada.page.keyboard.type("By keyboard.");
  await ada.reaches("radio", "To be heard");
  await ada.page.keyboard.press("ArrowDown");
  await ada.reaches("button", "Show it to Ben");
  await ada.page.keyboard.press("Enter");
  await expect(ada.page.getByRole("heading", { name: "Answers" })).toBeVisible();

  await ben.page.goto(ada.page.url());
  await expect(ben.page.getByText("Hurt 7")).toBeVisible();
  await expect(ben.page.getByText("Ada would like comfort.")).toBeVisible();
  await ben.reaches("textbox", "My answer");
  await ben.page.keyboard.type("I am with you.");
  await ben.reaches("button", "Send the answer");
  await ben.page.keyboard.press("Enter");
  await expect(ben.page.getByRole("article").getByText("I am with you.")).toBeVisible();

  await expect(ada.page.getByText("I am with you.")).toBeVisible();
  const fold = ada.page.getByText("Did this reach you?");
  await fold.focus();
  await ada.page.keyboard.press("Enter");
  const understood = ada.page.getByRole("group", { name: "I felt understood" });
  await ada.reaches("radio", "Leave out", understood);
  await ada.page.keyboard.press("ArrowRight");
  await expect(understood.getByRole("radio", { name: "Yes" })).toBeChecked();
  await ada.reaches("button", "Save");
  await ada.page.keyboard.press("Enter");
  await expect(ada.page.getByText("What you said of this answer")).toBeVisible();
});

test("an answer taken back while its reader says whether it reached her: what she types stays", async ({
  browser,
}) => {
  const [ada, ben] = await Visitor.couple(browser);
  const address = await ada.showsHurt("It came back today.");
  await ben.page.goto(address);
  await ben.page.getByLabel("My answer").fill("I am here.");
  await ben.page.getByRole("button", { name: "Send the answer" }).click();
  await ada.page.getByText("Did this reach you?").click();
  await ada.page.getByLabel("What would help").fill("That you ask first");

  await ben.page.getByRole("link", { name: "Who sees this" }).click();
  await ben.page.getByRole("button", { name: "Only you" }).click();
  await expect(ben.page.getByText("Done. This holds from now on.")).toBeVisible();
  await expect(ada.page.getByRole("button", { name: "Look at it" })).toBeVisible();
  await expect(ada.page.getByLabel("What would help")).toHaveValue("That you ask first");
  await ada.page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(ada.page.getByText("This can no longer be read here.", { exact: false })).toBeVisible();
  await expect(ada.page.getByLabel("What would help")).toHaveValue("That you ask first");
});
