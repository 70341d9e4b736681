import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { test } from "@/tests/support/story";
import { Visitor } from "@/tests/support/visitor";

const NEXT_YEAR = `${new Date().getFullYear() + 1}-03-19`;

/** Opens the form and notes a session; answers once it was sent. */
async function notes({ page }: Visitor, whom: string | null, where: string): Promise<void> {
  await page.goto("/therapy");
  await page.getByText("Note a session").click();
  if (whom) await page.getByRole("radio", { name: whom }).check();
  await page.getByLabel("Day").fill(NEXT_YEAR);
  await page.getByLabel("Time").fill("17:30");
  await page.getByLabel("With whom or where").fill(where);
  await page.getByRole("button", { name: "Save the session" }).click();
}

const session = ({ page }: Visitor, where: string) =>
  page.getByRole("main").getByRole("listitem").filter({ hasText: where });

async function opens(visitor: Visitor, where: string): Promise<void> {
  await visitor.page.goto("/therapy");
  await session(visitor, where).getByRole("link", { name: "Open" }).click();
  await expect(visitor.page.getByRole("heading", { name: "To speak of" })).toBeVisible();
}

async function says({ page }: Visitor, add: string, field: string, words: string, button: string) {
  await page.getByText(add).click();
  await page.getByRole("textbox", { name: field }).fill(words);
  await page.getByRole("button", { name: button }).click();
}

test("a session is noted, prepared by both, and something of it becomes a commitment", async ({
  browser,
}) => {
  const [ada, ben] = await Visitor.couple(browser);

  await test.step("Ada finds an empty room that says what it is for", async () => {
    await ada.page.goto("/trends");
    await ada.page.getByRole("link", { name: "Therapy" }).click();
    await expect(ada.page.getByRole("heading", { name: "No session noted" })).toBeVisible();
    await ada.hasNoBarriersHere();
    await ada.hasNoBarriersInTheDark();
  });

  await test.step("who is in it is chosen and not assumed; what was typed is still there", async () => {
    await notes(ada, null, "Marktgasse 4");
    await expect(ada.page.getByText("Choose who is in it.")).toBeVisible();
    await expect(ada.page.getByLabel("With whom or where")).toHaveValue("Marktgasse 4");
    await ada.hasNoBarriersHere();
    await ada.page.getByRole("radio", { name: "For both of us" }).check();
    await ada.page.getByRole("button", { name: "Save the session" }).click();
    await expect(session(ada, "Marktgasse 4")).toContainText("17:30");
    await expect(ada.page.getByRole("heading", { name: "Coming up" })).toBeVisible();
  });

  await test.step("Ben finds it, and brings something: kept, and shown", async () => {
    await opens(ben, "Marktgasse 4");
    await expect(ben.page.getByText("Noted by Ada", { exact: false })).toBeVisible();
    const [add, field] = ["Add something to speak of", "What I want to speak of"];
    await says(ben, add, field, "What I never say.", "Keep it for me");
    await expect(session(ben, "What I never say.")).toBeHidden();
    await ben.page.getByText("Kept for me").click();
    await expect(session(ben, "What I never say.")).toContainText("Only you");
    await says(ben, add, field, "The invoice.", "Show it to Ada");
    await expect(session(ben, "The invoice.")).toContainText("Ada sees this");
    await ben.hasNoBarriersHere();
    await ben.hasNoBarriersInTheDark();
  });

  await test.step("Ada reads what he shows and nothing of what he keeps", async () => {
    await opens(ada, "Marktgasse 4");
    await expect(session(ada, "The invoice.")).toContainText("Ben");
    await expect(ada.page.getByText("What I never say.")).toHaveCount(0);
  });

  await test.step("the file for a calendar says when, and of what nothing", async () => {
    const saving = ada.page.waitForEvent("download");
    await ada.page.getByRole("link", { name: "Save to a calendar" }).click();
    const file = await saving;
    expect(file.suggestedFilename()).toBe("appointment.ics");
    const text = readFileSync(await file.path(), "utf8");
    expect(text).toContain(`DTSTART:${NEXT_YEAR.replaceAll("-", "")}T173000`);
    expect(text).toContain("SUMMARY:Appointment");
    expect(text).not.toMatch(/Marktgasse|Ada|Ben|therap|session|keel/i);
  });

  await test.step("homework of hers becomes a request, with its words", async () => {
    await says(ada, "Add something to try", "What I want to try", "A walk on Sundays.", "Show it to Ben");
    await session(ada, "A walk on Sundays.").getByRole("link", { name: "Ask Ben for it" }).click();
    await expect(ada.page.getByRole("textbox", { name: /^What/ }).first()).toHaveValue("A walk on Sundays.");
  });

  await test.step("a session of her own is folded away, and nothing of it is Ben's", async () => {
    await notes(ada, "For me alone", "Frau Adler");
    await expect(session(ada, "Frau Adler")).toBeHidden();
    await ada.page.getByText("Sessions of my own").click();
    await session(ada, "Frau Adler").getByRole("link", { name: "Open" }).click();
    await expect(ada.page.getByText("Only you see this session and what you write for it.")).toBeVisible();
    await says(ada, "Add something to speak of", "What I want to speak of", "Whether I stay.", "Save");
    await expect(session(ada, "Whether I stay.")).toBeVisible();
    await expect(ada.page.getByRole("button", { name: /Show it/ })).toHaveCount(0);
    await ada.hasNoBarriersHere();
    await ada.hasNoBarriersInTheDark();
    for (const room of ["/therapy", "/timeline"]) {
      await ben.page.goto(room);
      await expect(ben.page.getByText("Marktgasse 4")).toBeVisible();
      await expect(ben.page.getByText(/Adler|Whether I stay/)).toHaveCount(0);
    }
  });

  await test.step("taken back it is gone for Ben, and what he wrote stays his", async () => {
    await opens(ada, "Marktgasse 4");
    await ada.page.getByRole("link", { name: "Who sees this, or delete" }).first().click();
    await ada.page.getByRole("button", { name: "Only you" }).click();
    await expect(ada.page.getByText("Done. This holds from now on.")).toBeVisible();
    await ben.page.goto("/therapy");
    await expect(ben.page.getByRole("heading", { name: "No session noted" })).toBeVisible();
    await ben.page.goto("/timeline");
    await expect(ben.page.getByText("The invoice.")).toBeVisible();
    await expect(ben.page.getByText(/Marktgasse|A walk on Sundays/)).toHaveCount(0);
  });
});

test("a session is noted and prepared without script", async ({ browser }) => {
  const [ada, ben] = await Visitor.couple(browser, { javaScriptEnabled: false });
  await notes(ada, null, "Marktgasse 4");
  await expect(ada.page.getByText("Choose who is in it.")).toBeVisible();
  await expect(ada.page.getByLabel("With whom or where")).toHaveValue("Marktgasse 4");
  await ada.page.getByRole("radio", { name: "For both of us" }).check();
  await ada.page.getByRole("button", { name: "Save the session" }).click();
  await opens(ben, "Marktgasse 4");
  await says(ben, "Add something to keep", "What I take along", "", "Show it to Ada");
  await expect(ben.page.getByText("There is nothing in it yet.", { exact: false })).toBeVisible();
  await ben.page.getByRole("textbox", { name: "What I take along" }).fill("To ask once more.");
  await ben.page.getByRole("button", { name: "Show it to Ada" }).click();
  await opens(ada, "Marktgasse 4");
  await expect(session(ada, "To ask once more.")).toContainText("Ben");
});

test("a session is noted and prepared by keyboard alone, by somebody without a partner", async ({
  browser,
}) => {
  const eve = await Visitor.atHome(browser, "Eve");
  const { page } = eve;
  await page.goto("/therapy");
  await page.getByText("Note a session").press("Enter");
  await eve.reaches("textbox", "With whom or where");
  await page.keyboard.type("Frau Adler");
  await eve.reaches("button", "Save the session");
  await page.keyboard.press("Enter");
  await expect(session(eve, "Frau Adler")).toBeVisible();
  await eve.reaches("link", "Open", session(eve, "Frau Adler"));
  await page.keyboard.press("Enter");
  await page.getByText("Add something to speak of").press("Enter");
  await eve.reaches("textbox", "What I want to speak of");
  await page.keyboard.type("Whether I stay.");
  await expect(page.getByText("Kept", { exact: false }).first()).toBeVisible();
  await page.reload();
  await page.getByText("Go on with what you began").press("Enter");
  await expect(page.getByRole("textbox", { name: "What I want to speak of" })).toHaveValue("Whether I stay.");
  await eve.reaches("button", "Save");
  await page.keyboard.press("Enter");
  await expect(session(eve, "Whether I stay.")).toBeVisible();
  await eve.hasNoBarriersHere();
});
