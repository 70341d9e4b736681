import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import pg from "pg";
import { exportFile } from "@/lib/export/schema";
import { test } from "@/tests/support/story";
import { Visitor } from "@/tests/support/visitor";

/** Saves a file by the button that is named, and answers what is in it and what it is called. */
async function saves(page: Page, button: string): Promise<{ name: string; path: string; text: string }> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button }).click(),
  ]);
  const path = await file.path();
  return { name: file.suggestedFilename(), path, text: readFileSync(path, "utf8") };
}

async function writes(who: Visitor, note: string, shown: string): Promise<void> {
  await who.page.goto("/today");
  await who.chooses("Trust", 4);
  await who.page.getByLabel("In my own words").fill(note);
  await who.page.getByRole("radio", { name: shown, exact: true }).check();
  await who.page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(who.page.getByRole("heading", { name: "Noted" })).toBeVisible();
}

/** The moment that somebody chose comes. */
async function itComes(email: string): Promise<void> {
  const owner = new pg.Client({ connectionString: process.env.E2E_OWNER_URL });
  await owner.connect();
  const { rowCount } = await owner.query(
    "update departures set leave_at = now() where author_id = (select id from accounts where email = $1)",
    [email],
  );
  await owner.end();
  expect(rowCount).toBe(1);
}

test("somebody takes their own copy, leaves, and both find what is whose", async ({ browser }) => {
  const [ada, ben] = await Visitor.couple(browser);
  await writes(ada, "<b>Mine</b>, & kept.", "Only me");
  await writes(ben, "His, and shown.", "Ada sees numbers and words");

  await test.step("Ada reads what leaving means, and takes a copy of what is hers", async () => {
    await ada.page.goto("/settings/partner");
    await ada.page.getByRole("link", { name: "Read what leaving means" }).click();
    await expect(ada.page.getByRole("heading", { name: "What stays with whom" })).toBeVisible();
    await ada.hasNoBarriersHere();
    await ada.page.getByRole("link", { name: "Get a copy" }).click();
    await expect(ada.page).toHaveURL(/\/settings\/export$/);
    await ada.hasNoBarriersHere();

    const data = await saves(ada.page, "Save it as data");
    expect(data.name).toMatch(/^export-\d{4}-\d\d-\d\d\.json$/);
    const { me, spaces } = exportFile.parse(JSON.parse(data.text));
    expect(me.name).toBe("Ada");
    expect(
      spaces.flatMap(({ entries }) => entries.flatMap(({ words }) => words.map(({ text }) => text))),
    ).toEqual(["<b>Mine</b>, & kept."]);
    const paper = await saves(ada.page, "Save it as a document");
    expect(paper.name).toMatch(/\.html$/);
    const tables = await saves(ada.page, "Save it as tables");
    expect(tables.name).toMatch(/\.zip$/);
    const { "entries.csv": entries } = unzipSync(readFileSync(tables.path));
    const rows = entries ? strFromU8(entries) : "";
    expect(rows).toContain(',"<b>Mine</b>, & kept.",');
    expect(data.text + paper.text + rows).not.toContain("His, and shown.");

    const schema = await ada.page.request.get("/export-schema");
    expect((await schema.json()).$id).toBe(JSON.parse(data.text).$schema);

    const reading = await ada.context.newPage();
    const asked: string[] = [];
    reading.on("request", (request) => asked.push(request.url()));
    await reading.setContent(paper.text);
    await expect(reading.getByText("<b>Mine</b>, & kept.")).toBeVisible();
    await expect(reading.getByRole("heading", { name: "The space you are in now" })).toBeVisible();
    expect(asked).toEqual([]);
    await reading.close();
  });

  await test.step("Ada leaves", async () => {
    await ada.page.goto("/settings/leave");
    await ada.page.getByRole("button", { name: "Leave now" }).click();
    await expect(ada.page.getByText("Choose this as well, if you mean it.")).toBeVisible();
    await ada.leavesNow();
    await expect(ada.page).toHaveURL(/\/settings\/partner$/);
    await ada.hasNoBarriersHere();
    await ada.page.getByRole("link", { name: "Mine, everywhere" }).click();
    await expect(ada.page.getByText("<b>Mine</b>, & kept.")).toBeVisible();
    await ada.page.goto("/settings/leave");
    await expect(ada.page.getByRole("heading", { name: "Nobody to leave" })).toBeVisible();
    await ada.hasNoBarriersHere();
  });

  await test.step("Ben finds it ended, and keeps his own", async () => {
    await ben.page.goto("/timeline");
    await expect(ben.page.getByText("Nothing here yet")).toBeVisible();
    await ben.page.goto("/settings/partner");
    await expect(ben.page.getByText("The space you shared has ended")).toBeVisible();
    await ben.page.goto("/settings/export");
    const { text } = await saves(ben.page, "Save it as data");
    expect(text).toContain("His, and shown.");
    expect(text).not.toContain("Mine");
  });
});

test("somebody leaves at a moment they chose, and nothing tells the other before", async ({ browser }) => {
  const [ada, ben] = await Visitor.couple(browser);
  const chosen = ada.page.getByText(/^You leave on /);
  const inAWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  const chooses = async (time: string, button: string) => {
    await ada.page.getByLabel("Day").fill(inAWeek);
    await ada.page.getByLabel("Time", { exact: true }).fill(time);
    await ada.page.getByRole("button", { name: button }).click();
    await expect(ada.page.getByText("Chosen. Only you can see it.")).toBeVisible();
    await expect(chosen).toContainText(time);
  };
  const bensSettings = async () => {
    await ben.page.goto("/settings/partner");
    return ben.page.getByRole("main").innerText();
  };

  const before = await bensSettings();
  await ada.page.goto("/settings/leave");
  await ada.page.getByLabel("Day").fill("2020-01-01");
  await ada.page.getByLabel("Time", { exact: true }).fill("10:00");
  await ada.page.getByRole("button", { name: "Choose this moment" }).click();
  await expect(ada.page.getByText("Choose a moment that is still to come", { exact: false })).toBeVisible();
  await expect(ada.page.getByLabel("Time", { exact: true })).toHaveValue("10:00");

  await chooses("20:30", "Choose this moment");
  await ada.hasNoBarriersHere();
  await chooses("21:15", "Change the moment");
  await ada.page.goto("/settings/partner");
  await expect(chosen).toBeVisible();
  await ada.page.goto("/today");
  await expect(chosen).toBeHidden();
  expect(await bensSettings()).toBe(before);

  await ada.page.goto("/settings/leave");
  await ada.page.getByRole("button", { name: "Take it back" }).click();
  await expect(chosen).toBeHidden();
  await chooses("09:00", "Choose this moment");
  await itComes(ada.email);
  await ben.page.goto("/settings/partner");
  await expect(ben.page.getByText("The space you shared has ended")).toBeVisible();
  await ada.page.goto("/settings/partner");
  await expect(ada.page.getByText("The space you shared has ended")).toBeVisible();
});

test("without script: a copy, a moment, taking it back, and leaving", async ({ browser }) => {
  const [ada, ben] = await Visitor.couple(browser, { javaScriptEnabled: false });
  await ada.page.goto("/settings/export");
  expect((await saves(ada.page, "Save it as a document")).text).toContain("</html>");
  expect((await saves(ada.page, "Save it as data")).text).toContain('"keel-export"');
  expect((await saves(ada.page, "Save it as tables")).name).toMatch(/\.zip$/);

  await ada.page.goto("/settings/leave");
  await ada.page.getByLabel("Day").fill(new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10));
  await ada.page.getByLabel("Time", { exact: true }).fill("20:30");
  await ada.page.getByRole("button", { name: "Choose this moment" }).click();
  await expect(ada.page.getByText(/^You leave on /)).toBeVisible();
  await ada.page.getByRole("button", { name: "Take it back" }).click();
  await expect(ada.page.getByText(/^You leave on /)).toBeHidden();
  await ada.leavesNow();
  await ben.page.goto("/timeline");
  await expect(ben.page.getByText("Nothing here yet")).toBeVisible();
});
