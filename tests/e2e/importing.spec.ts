import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { test } from "@/tests/support/story";
import { PASSPHRASE, Visitor } from "@/tests/support/visitor";

/** Saves the copy as data and answers the file. */
async function savesACopy({ page }: Visitor): Promise<string> {
  await page.goto("/settings/export");
  await confirms(page);
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save it as data" }).click();
  return (await saving).path();
}

/** Says again who is there, where that is asked. */
async function confirms(page: Page): Promise<void> {
  const passphrase = page.getByLabel("Your passphrase", { exact: true });
  if (!(await passphrase.isVisible())) return;
  await passphrase.fill(PASSPHRASE);
  await page.getByRole("button", { name: "Go on" }).click();
}

async function sends({ page }: Visitor, file: Parameters<Page["setInputFiles"]>[1]): Promise<void> {
  await page.goto("/settings/import");
  await confirms(page);
  await page.getByLabel("The copy, as data").setInputFiles(file);
  await page.getByRole("button", { name: "See what is in it" }).click();
}

const named = (text: string) => ({ name: "x.json", mimeType: "application/json", buffer: Buffer.from(text) });

for (const javaScriptEnabled of [true, false]) {
  test(`a copy is taken along and taken in, ${javaScriptEnabled ? "with" : "without"} script`, async ({
    browser,
  }) => {
    const [ada] = await Visitor.couple(browser);
    await ada.hasCheckedIn("2026-03-01", {
      trust: "4",
      note: "The bench by the water",
      shown: "numbers_and_words",
    });
    await ada.hasCheckedIn("2026-03-02", { trust: "6", shown: "only_me" });
    const file = await savesACopy(ada);
    const gus = await Visitor.atHome(browser, "Gus", { javaScriptEnabled });

    await test.step("Gus finds where, and what becomes of it", async () => {
      await gus.page.goto("/settings");
      await gus.page.getByRole("link", { name: "Take in a copy" }).click();
      await expect(gus.page.getByRole("heading", { name: "What is left out" })).toBeVisible();
      await confirms(gus.page);
      if (javaScriptEnabled) await gus.hasNoBarriersHere();
    });

    await test.step("and reads what is in it, before anything is taken in", async () => {
      await sends(gus, file);
      await expect(gus.page.getByRole("heading", { name: "What is in the file" })).toBeVisible();
      await expect(gus.page.getByText("A copy that Ada saved on", { exact: false })).toBeVisible();
      await expect(gus.page.getByText("March 1, 2026 to March 2, 2026", { exact: false })).toBeVisible();
      await expect(gus.page.getByText("Check-in", { exact: true })).toBeVisible();
      if (javaScriptEnabled) {
        await gus.hasNoBarriersHere();
        await gus.hasNoBarriersInTheDark();
      }
      await gus.page.goto("/timeline/mine");
      await expect(gus.page.getByText("Nothing here yet")).toBeVisible();
    });

    await test.step("takes it in, and reads it", async () => {
      await gus.page.goto("/settings/import");
      await gus.page.getByRole("button", { name: "Take it in" }).first().click();
      await expect(gus.page.getByText("It has been taken in", { exact: false })).toBeVisible();
      await gus.page.getByRole("link", { name: "Everything of yours" }).click();
      await expect(gus.page.getByText("The bench by the water")).toBeVisible();
      await gus.page.getByRole("link", { name: "Change or delete" }).first().click();
      await expect(gus.page.getByRole("main")).toBeVisible();
    });

    await test.step("is told when it is the same file, and stops", async () => {
      await sends(gus, file);
      await expect(gus.page.getByText("This file was taken in before")).toBeVisible();
      await gus.page.getByRole("button", { name: "Take it in", exact: true }).click();
      await expect(gus.page.getByText("Choose this as well", { exact: false })).toBeVisible();
      await gus.page.getByRole("button", { name: "Do not take it in" }).click();
      await expect(gus.page.getByRole("heading", { name: "Choose the file" })).toBeVisible();
    });

    await test.step("and takes the same along again", async () => {
      const content = async (path: string) => {
        const { spaces } = JSON.parse(await readFile(path, "utf8"));
        return spaces.flatMap(({ entries }: { entries: { words: object[]; check_ins: object[] }[] }) =>
          entries.map(({ words, check_ins }) => ({ words, check_ins })),
        );
      };
      expect(await content(await savesACopy(gus))).toEqual(await content(file));
    });
  });
}

test("a file that is none of Keel's is said to be one, and one that is too long", async ({ browser }) => {
  const gus = await Visitor.atHome(browser, "Gus");
  const isTold = (sentence: string) =>
    expect(gus.page.getByRole("alert").filter({ hasText: sentence })).toBeVisible();
  await sends(gus, named('{"format":"another","version":1}'));
  await isTold("This is a file of another program.");
  await gus.hasNoBarriersHere();
  await sends(gus, named('{"format":"keel-export","version":1,"spaces":['));
  await isTold("This file is not whole");
  await sends(gus, named('{"format":"keel-export","version":7}'));
  await isTold("This file is of another version");
  for (const megabytes of [8.5, 12]) {
    await sends(gus, named("x".repeat(megabytes * 1024 * 1024)));
    await isTold("This file is larger than 8 MB");
  }
  await gus.page.getByRole("button", { name: "See what is in it" }).waitFor();
  await gus.page.goto("/settings/import/file");
  await expect(gus.page.getByRole("main")).toHaveCount(0);
});
