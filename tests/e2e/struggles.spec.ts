import { expect } from "@playwright/test";
import { test } from "@/tests/support/story";
import { Visitor } from "@/tests/support/visitor";

/** A struggle with all that belongs to it, as somebody finds it. */
const struggle = ({ page }: Visitor, words: string) =>
  page.getByRole("main").getByRole("listitem").filter({ hasText: words });

/** Opens the form and names a struggle; answers once it is said to be there. */
async function names(visitor: Visitor, words: string, button: string): Promise<void> {
  const { page } = visitor;
  await page.goto("/struggles");
  await page.getByText("Name something that stays hard").click();
  await page.getByLabel("What is hard").fill(words);
  await page.getByRole("button", { name: button }).click();
}

async function writesPart(visitor: Visitor, of: string, words: string, button: string): Promise<void> {
  const one = struggle(visitor, of);
  await one
    .getByText(/^(My part in it|Change my part)$/)
    .first()
    .click();
  await one.getByRole("textbox", { name: "My part in it" }).fill(words);
  await one.getByRole("button", { name: button }).click();
}

test("what stays hard is named, each writes their own part, and it rests when both say so", async ({
  browser,
}) => {
  const [ada, ben] = await Visitor.couple(browser);
  const evenings = "Evenings. We tidy up until it is too late to talk.";

  await test.step("Ada finds an empty list that says what it is for", async () => {
    await ada.page.goto("/trends");
    await ada.page.getByRole("link", { name: "Struggles" }).click();
    await expect(ada.page.getByRole("heading", { name: "Nothing on your list" })).toBeVisible();
    await expect(ada.page.getByText("Nothing here is an excuse for what broke the trust.")).toBeVisible();
    await ada.hasNoBarriersHere();
    await ada.hasNoBarriersInTheDark();
  });

  await test.step("a form with nothing in it is refused, open and in words", async () => {
    await ada.page.getByText("Name something that stays hard").click();
    await ada.page.getByRole("button", { name: "Put it on our list" }).click();
    await expect(ada.page.getByText("There is nothing in it yet.", { exact: false })).toBeVisible();
    await ada.hasNoBarriersHere();
  });

  await test.step("Ada puts one on the list, and Ben finds it", async () => {
    await ada.page.getByLabel("What is hard").fill(evenings);
    await ada.page.getByRole("button", { name: "Put it on our list" }).click();
    await expect(ada.page.getByText("It is on your list.")).toBeVisible();
    await expect(struggle(ada, evenings)).toBeVisible();
    await ben.page.goto("/struggles");
    await expect(struggle(ben, evenings)).toContainText("Ada");
  });

  await test.step("Ben's part is his: kept first, and then shown", async () => {
    await writesPart(ben, evenings, "I hide in the hall.", "Keep it for me");
    await expect(struggle(ben, evenings).getByText("Saved.")).toBeVisible();
    await ada.page.goto("/struggles");
    await expect(struggle(ada, evenings)).not.toContainText("Ben’s part in it");
    await ben.page.goto("/struggles");
    // Whoever looks over his shoulder does not see that there is one.
    await expect(ben.page.getByText("I hide in the hall.")).toBeHidden();
    await writesPart(ben, evenings, "I hide in the hall, and I know it.", "Show it to Ada");
    await expect(struggle(ben, evenings)).toContainText("Your part in it");
    await ada.page.reload();
    await expect(struggle(ada, evenings)).toContainText("Ben’s part in it");
    await expect(struggle(ada, evenings)).toContainText("I hide in the hall, and I know it.");
  });

  await test.step("Ada writes hers beside it, and nobody has a field for the other's", async () => {
    await writesPart(ada, evenings, "I wait and do not say so.", "Show it to Ben");
    await expect(struggle(ada, evenings)).toContainText("Your part in it");
    await expect(struggle(ada, evenings).getByRole("textbox", { includeHidden: true })).toHaveCount(1);
    await ada.hasNoBarriersHere();
    await ada.hasNoBarriersInTheDark();
    await ben.page.goto("/struggles");
    await expect(struggle(ben, evenings)).toContainText("I wait and do not say so.");
  });

  await test.step("one alone puts nothing to rest, and nothing presses the other", async () => {
    await struggle(ben, evenings).getByRole("button", { name: "This can rest for me" }).click();
    await expect(ben.page.getByText("You have said that this can rest for you.")).toBeVisible();
    await ada.page.goto("/struggles");
    await expect(struggle(ada, evenings)).toContainText("Ben has said that this can rest for them.");
    await expect(ada.page.getByText("At rest", { exact: true })).toHaveCount(0);
    await ada.hasNoBarriersHere();
  });

  await test.step("it rests when both have said so, and either takes it up again", async () => {
    await expect(ada.page.getByRole("status").getByText("One thing on your list.")).toBeVisible();
    await struggle(ada, evenings).getByRole("button", { name: "This can rest for me" }).click();
    await expect(
      ada.page.getByRole("status").getByText("Nothing open on your list, 1 at rest."),
    ).toBeVisible();
    await ada.page.getByText("At rest", { exact: true }).click();
    await expect(struggle(ada, evenings)).toContainText("Both of you have said that this can rest.");
    await ada.hasNoBarriersHere();
    await ben.page.goto("/struggles");
    await expect(struggle(ben, evenings)).toBeHidden();
    await ben.page.getByText("At rest", { exact: true }).click();
    await struggle(ben, evenings).getByRole("button", { name: "Take it up again" }).click();
    await expect(ben.page.getByText("At rest", { exact: true })).toHaveCount(0);
    await expect(struggle(ben, evenings)).toBeVisible();
    await ada.page.reload();
    await expect(struggle(ada, evenings)).toContainText("You have said that this can rest for you.");
  });

  await test.step("taken back it is gone for Ben, with Ada's part in it, and his own stays his", async () => {
    await struggle(ada, evenings).getByRole("link", { name: "Who sees this, or delete" }).click();
    await ada.page.getByRole("button", { name: "Only you" }).click();
    await expect(ada.page.getByText("Done. This holds from now on.")).toBeVisible();
    await ben.page.goto("/struggles");
    await expect(ben.page.getByRole("heading", { name: "Nothing on your list" })).toBeVisible();
    await ben.page.goto("/timeline");
    await expect(ben.page.getByText("I hide in the hall, and I know it.")).toBeVisible();
    await expect(ben.page.getByText("I wait and do not say so.")).toHaveCount(0);
  });

  await test.step("what is kept is folded, and put on the list when its author wants to", async () => {
    await ada.page.goto("/struggles");
    await expect(struggle(ada, evenings)).toBeHidden();
    await ada.page.getByText("Kept for me").click();
    await expect(struggle(ada, evenings).getByRole("button", { name: "This can rest for me" })).toHaveCount(
      0,
    );
    await ada.hasNoBarriersHere();
    await struggle(ada, evenings).getByRole("button", { name: "Put it on our list" }).click();
    await expect(ada.page.getByText("Kept for me")).toHaveCount(0);
    await ben.page.goto("/struggles");
    await expect(struggle(ben, evenings)).toBeVisible();
    // Her part comes back when she shows it, and not by itself.
    await expect(struggle(ben, evenings)).not.toContainText("I wait and do not say so.");
  });
});

test("a part that is half typed is there again", async ({ browser }) => {
  const [ada] = await Visitor.couple(browser);
  await names(ada, "Money.", "Put it on our list");
  await expect(struggle(ada, "Money.")).toBeVisible();
  await struggle(ada, "Money.").getByText("My part in it", { exact: true }).first().click();
  await struggle(ada, "Money.").getByRole("textbox", { name: "My part in it" }).fill("I look aw");
  await expect(struggle(ada, "Money.").getByText("Kept", { exact: false }).first()).toBeVisible();
  await ada.page.goto("/struggles");
  await struggle(ada, "Money.").getByText("Go on with my part").click();
  await expect(struggle(ada, "Money.").getByRole("textbox", { name: "My part in it" })).toHaveValue(
    "I look aw",
  );
});

test("a struggle is named, added to and put to rest without script", async ({ browser }) => {
  const [ada, ben] = await Visitor.couple(browser, { javaScriptEnabled: false });
  await names(ada, "", "Keep it for me");
  await expect(ada.page.getByText("There is nothing in it yet.", { exact: false })).toBeVisible();
  await ada.page.getByLabel("What is hard").fill("Sundays.");
  await ada.page.getByRole("button", { name: "Put it on our list" }).click();
  await expect(struggle(ada, "Sundays.")).toBeVisible();
  await writesPart(ada, "Sundays.", "I smile.", "Show it to Ben");
  await expect(struggle(ada, "Sundays.")).toContainText("Your part in it");
  for (const one of [ada, ben]) {
    await one.page.goto("/struggles");
    await struggle(one, "Sundays.").getByRole("button", { name: "This can rest for me" }).click();
  }
  await ben.page.getByText("At rest", { exact: true }).click();
  await expect(struggle(ben, "Sundays.")).toContainText("I smile.");
  await struggle(ben, "Sundays.").getByRole("button", { name: "Take it up again" }).click();
  await expect(struggle(ben, "Sundays.")).toContainText("Ada has said that this can rest for them.");
});

test("a struggle is named and put to rest by keyboard alone", async ({ browser }) => {
  const [ada, ben] = await Visitor.couple(browser);
  const { keyboard } = ada.page;
  await names(ben, "Money.", "Put it on our list");
  await expect(struggle(ben, "Money.")).toBeVisible();
  await ada.page.goto("/struggles");
  await ada.page.getByText("Name something that stays hard").press("Enter");
  await ada.reaches("textbox", "What is hard");
  await keyboard.type("Sundays.");
  await ada.reaches("button", "Put it on our list");
  await keyboard.press("Enter");
  await expect(struggle(ada, "Sundays.")).toBeVisible();
  await struggle(ada, "Money.").getByText("My part in it").first().press("Enter");
  await ada.reaches("textbox", "My part in it", struggle(ada, "Money."));
  await keyboard.type("I look away.");
  await ada.reaches("button", "Show it to Ben", struggle(ada, "Money."));
  await keyboard.press("Enter");
  await expect(struggle(ada, "Money.")).toContainText("Your part in it");
  await ada.reaches("button", "This can rest for me", struggle(ada, "Money."));
  await keyboard.press("Enter");
  await expect(struggle(ada, "Money.")).toContainText("You have said that this can rest for you.");
  await ada.reaches("button", "Take it up again", struggle(ada, "Money."));
});
