import { expect } from "@playwright/test";
import { test } from "@/tests/support/story";
import { Visitor } from "@/tests/support/visitor";

const DID = "I met her for a year and told you I was at work.";
const announced = "There is an acknowledgement from Ben, when you choose to read it";

test("an acknowledgement is written with help, announced and nothing more, and read when its reader wants to", async ({
  browser,
}) => {
  const [ada, ben] = await Visitor.couple(browser);

  await test.step("Ben turns on help with wording", async () => {
    await ben.page.goto("/settings/writing");
    await ben.page.getByRole("radio", { name: "On" }).check();
    await ben.page.getByRole("button", { name: "Save" }).click();
    await expect(ben.page.getByText("Saved.")).toBeVisible();
  });

  await test.step("Ben writes it, is told what is needed, and loses nothing", async () => {
    await ben.page.goto("/commitments");
    await ben.page.getByRole("link", { name: "Acknowledgements" }).click();
    await expect(ben.page.getByText("Nothing asks for one.", { exact: false })).toBeVisible();
    await ben.hasNoBarriersHere();
    await ben.page.getByRole("link", { name: "Write an acknowledgement" }).click();
    await expect(ben.page.getByText("Asking to be forgiven is left out", { exact: false })).toBeVisible();
    await ben.hasNoBarriersHere();
    await ben.page
      .getByLabel("What it cost you, as I understand it")
      .fill("A year that you cannot look back on.");
    await ben.page.getByRole("button", { name: "Give it to Ada" }).click();
    await expect(ben.page.getByText("Write what you did. It can be short.")).toBeVisible();
    await expect(ben.page.getByText("Write what you will do. One thing is enough.")).toBeVisible();
    await expect(ben.page.getByLabel("What it cost you")).toHaveValue("A year that you cannot look back on.");
    const did = ben.page.getByLabel("What I did");
    await did.fill("I met her for a year. It was only a few times and it meant nothing.");
    await expect(ben.page.getByText("How this may land", { exact: true })).toBeVisible();
    await did.fill(DID);
    await expect(ben.page.getByText("How this may land", { exact: true })).toHaveCount(0);
    await ben.page.getByLabel("What I will do").fill("I say where I am.\nI keep Thursdays free.");
    await ben.page.getByRole("button", { name: "Give it to Ada" }).click();
    await expect(ben.page.getByRole("heading", { name: "What you took responsibility for" })).toBeVisible();
    await ben.hasNoBarriersHere();
  });

  await test.step("Ada finds that it is there, and none of its words before she opens it", async () => {
    for (const path of ["/today", "/commitments", "/timeline", "/acknowledgements"]) {
      await ada.page.goto(path);
      expect(await ada.page.content(), path).not.toContain(DID);
    }
    await ada.page.goto("/today");
    await expect(ada.page.getByText(announced)).toBeVisible();
    await expect(ada.page.getByText("correction", { exact: false })).toHaveCount(0);
    await ada.page.getByRole("link", { name: "Look at it" }).click();
    await expect(ada.page.getByRole("heading", { name: "An acknowledgement from Ben" })).toBeVisible();
    await ada.hasNoBarriersHere();
    expect(await ada.page.content()).not.toContain(DID);
    const before = await readsOf(ben);
    await ada.page.getByRole("button", { name: "Open it now" }).press("Enter");
    await expect(ada.page.getByText(DID)).toBeVisible();
    await ada.hasNoBarriersHere();
    expect(await readsOf(ben)).toBe(before);
    await ada.page.goto("/today");
    await expect(ada.page.getByText(announced)).toHaveCount(0);
  });

  await test.step("Ada says that something is missing, for herself first and then to be seen", async () => {
    await ada.page.goto("/acknowledgements");
    await ada.page.getByRole("main").getByRole("link", { name: "Open" }).click();
    await ada.page.locator("summary", { hasText: "What this is to me" }).click();
    await ada.page.getByRole("button", { name: "Keep it for me" }).click();
    await expect(ada.page.getByText("Choose one of the three.")).toBeVisible();
    await ada.page.getByRole("radio", { name: "Something is missing" }).check();
    await ada.page.getByLabel("What is missing").fill("The money.");
    await ada.page.getByRole("button", { name: "Keep it for me" }).click();
    await expect(ada.page.getByRole("heading", { name: "What you said of it" })).toBeVisible();
    expect(await readsOf(ben)).not.toContain("The money.");
    await ada.page.locator("summary", { hasText: "Say it anew" }).click();
    await ada.page.getByRole("button", { name: "Show it to Ben" }).click();
    await expect(ada.page.getByRole("link", { name: "Take it back or delete it" })).toBeVisible();
    await ada.hasNoBarriersHere();
    expect(await readsOf(ben)).toContain("The money.");
  });

  await test.step("Ben makes a commitment of one line, and brings another version to therapy first", async () => {
    await ben.page.getByRole("link", { name: "Make it a commitment" }).nth(1).click();
    await expect(ben.page.getByLabel("What I will do")).toHaveValue("I keep Thursdays free.");
    await ben.page.goBack();
    await ben.page.getByRole("link", { name: "Write another version" }).click();
    await expect(ben.page.getByLabel("What I did")).toHaveValue(DID);
    await ben.page.getByLabel("What I did").fill(`${DID} It was our money.`);
    await ben.page.getByRole("button", { name: "Keep it, for therapy first" }).click();
    await expect(ben.page.getByText("It was not given yet.", { exact: false })).toBeVisible();
    await ada.page.reload();
    expect(await ada.page.content()).not.toContain("It was our money.");
    await ben.page.goto("/therapy/marks");
    await expect(ben.page.getByText("It was our money.", { exact: false })).toBeVisible();
    await ben.page.goBack();
    await ben.page.getByRole("button", { name: "Give it to Ada" }).click();
    await expect(ben.page.getByText("Ada can read it, whenever Ada chooses to.")).toBeVisible();
    await ada.page.goto("/today");
    await expect(ada.page.getByText(announced)).toBeVisible();
    expect(await ada.page.content()).not.toContain("It was our money.");
  });

  async function readsOf({ page }: Visitor): Promise<string> {
    await page.reload();
    return page.locator("main").innerText();
  }
});
