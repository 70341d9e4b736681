import { expect, type Page } from "@playwright/test";
import { type ClockedServer, startServerAt } from "@/tests/support/clock";
import { test } from "@/tests/support/story";
import { Visitor } from "@/tests/support/visitor";

/** A Monday. Four weeks back is the 11th of February. */
const TODAY = "2031-03-10";
const shown = { shown: "numbers" };

let server: ClockedServer;
test.beforeAll(async () => {
  server = await startServerAt(`${TODAY}T20:30`);
});
test.afterAll(() => server.stop());

/** Ada showed six days of a fortnight and kept one, Ben showed one; each of them felt something. */
async function aFortnight(ada: Visitor, ben: Visitor): Promise<void> {
  const trust = { "02-25": 2, "03-03": 3, "03-05": 4, "03-06": 5, "03-07": 4, "03-10": 6 };
  for (const [day, number] of Object.entries(trust))
    await ada.hasCheckedIn(`2031-${day}`, { trust: String(number), feelings: "hurt", ...shown });
  await ada.hasCheckedIn("2031-03-09", { trust: "0", feelings: "numb", shown: "only_me" });
  await ben.hasCheckedIn("2031-03-08", { trust: "8", feelings: "hopeful", need: "rest", ...shown });
}

/** When its sliders have heard of the script. */
const AWAKE = { waitUntil: "networkidle" } as const;

const reading = (page: Page, name: string) => page.getByRole("slider", { name, exact: true });
const picture = (page: Page, of: string, whose: string) =>
  page.getByRole("region", { name: of }).getByRole("figure").filter({ hasText: whose });

/** What a picture is drawn with, and what it says of itself. */
async function drawnIn(page: Page, of: string, whose: string): Promise<string> {
  const figure = picture(page, of, whose);
  const paths = await figure.evaluate((drawn) =>
    [...drawn.querySelectorAll("path")].map((path) => path.getAttribute("d")).join("\n"),
  );
  return `${paths}\n${(await figure.innerText()).replace(whose, "")}`;
}

test("both look at the same pictures, and what one takes back leaves them both at once", async ({
  browser,
}) => {
  const [ada, ben] = await Visitor.couple(browser, { baseURL: server.url });
  await aFortnight(ada, ben);

  await test.step("they are the same, whoever looks", async () => {
    for (const [address, of] of [
      ["/trends", "Trust"],
      ["/trends?range=12m", "Trust"],
      ["/trends/feelings", "Feelings day by day"],
      ["/trends/feelings?feeling=hurt", "Hurt"],
      ["/trends/year", "Trust in 2031"],
    ] as const) {
      await ada.page.goto(address);
      await ben.page.goto(address);
      expect(await drawnIn(ada.page, of, "You")).toBe(await drawnIn(ben.page, of, "Ada"));
      expect(await drawnIn(ada.page, of, "Ben")).toBe(await drawnIn(ben.page, of, "You"));
    }
  });

  await test.step("what Ada kept is in all of hers, for her alone", async () => {
    await ada.page.goto("/trends?table=trust");
    const kept = { name: "Mar 9, 2031 0" };
    await expect(ada.page.getByRole("row", kept)).toHaveCount(0);
    await ada.page.getByRole("link", { name: "All of mine, for me alone" }).click();
    await expect(ada.page.getByText("Only you see this page.")).toBeVisible();
    await expect(ada.page.getByRole("row", kept)).toHaveCount(1);
    await expect(ada.page.getByRole("table")).toHaveCount(1);
    await ada.page.getByRole("link", { name: "What we both show" }).click();
    await expect(ada.page.getByRole("row", kept)).toHaveCount(0);
  });

  await test.step("what she hides is in neither any more", async () => {
    await ben.page.goto("/trends?table=trust");
    const today = { name: "Mar 10, 2031 6" };
    await expect(ben.page.getByRole("row", today)).toHaveCount(1);
    await ada.page.goto("/timeline");
    await ada.page.getByRole("article").first().getByText("Who sees this").click();
    await ada.page.getByRole("button", { name: "Only you", exact: true }).click();
    await expect(ada.page.getByText("Done. This holds from now on.")).toBeVisible();
    await ben.page.reload();
    await expect(ben.page.getByRole("row", { name: "Mar 10, 2031 –" })).toHaveCount(2);
    await ada.page.goto("/trends?table=trust");
    await expect(ada.page.getByRole("row", { name: "Mar 10, 2031 –" })).toHaveCount(2);
  });
});

test("a day is marked, for both or for oneself, and taken back again", async ({ browser }) => {
  const [ada, ben] = await Visitor.couple(browser, { baseURL: server.url });
  const { page } = ada;
  const marks = (of: Page) => of.getByRole("list", { name: "Marked days" }).getByRole("listitem");
  await page.goto("/trends", AWAKE);
  await expect(page.getByRole("heading", { name: "Nothing here in this time" })).toBeVisible();
  await ada.hasNoBarriersHere();

  await test.step("what says nothing is refused, and what was typed stays", async () => {
    await page.getByText("Mark a day").click();
    await page.getByLabel("Day", { exact: true }).fill("2031-03-05");
    await page.getByLabel("In a few words").fill("The letter");
    await page.getByRole("button", { name: "Show Ben" }).click();
    await expect(page.getByText("Choose what it was.")).toBeVisible();
    await expect(page.getByLabel("Day", { exact: true })).toHaveValue("2031-03-05");
    await expect(page.getByLabel("In a few words")).toHaveValue("The letter");
    await page.getByRole("radio", { name: "Something else" }).check();
    await page.getByLabel("In a few words").fill("");
    await page.getByRole("button", { name: "Show Ben" }).click();
    await expect(page.getByText("There is nothing in it yet.")).toBeVisible();
    await expect(page.getByRole("radio", { name: "Something else" })).toBeChecked();
    await ada.hasNoBarriersHere();
    await ada.hasNoBarriersInTheDark();
  });

  await test.step("one that is shown stands beside the pictures of both", async () => {
    await page.getByLabel("In a few words").fill("The letter");
    await page.getByRole("button", { name: "Show Ben" }).click();
    await expect(page.getByText("Marked. It stands beside the pictures of you both.")).toBeVisible();
    await expect(marks(page)).toHaveText(["Mar 5, 2031 The letter Change"], { useInnerText: true });
    await ben.page.goto("/trends");
    await expect(marks(ben.page)).toHaveText(["Mar 5, 2031 The letter Ada"], { useInnerText: true });
  });

  await test.step("one that is kept is beside her own alone", async () => {
    await page.getByText("Mark a day").click();
    await page.getByRole("radio", { name: "Hard day" }).check();
    await page.getByRole("button", { name: "Keep it for me" }).click();
    await expect(page.getByText("Marked for you alone.")).toBeVisible();
    await expect(marks(page)).toHaveCount(1);
    await ada.page.goto("/trends?whose=mine");
    await expect(marks(page)).toHaveText(["Mar 5, 2031 The letter Change", "Mar 10, 2031 Hard day Change"], {
      useInnerText: true,
    });
    await ben.page.reload();
    await expect(marks(ben.page)).toHaveCount(1);
  });

  await test.step("the shown one is kept, and the other deleted", async () => {
    await marks(page).first().getByRole("link", { name: "Change" }).click();
    await page.getByRole("button", { name: "Only you", exact: true }).click();
    await expect(page.getByText("Done. This holds from now on.")).toBeVisible();
    await ben.page.reload();
    await expect(marks(ben.page)).toHaveCount(0);
    await page.getByRole("link", { name: "Together" }).first().click();
    await page.getByRole("link", { name: "All of mine, for me alone" }).click();
    await marks(page).last().getByRole("link", { name: "Change" }).click();
    await page.getByText("Delete", { exact: true }).click();
    await page.getByRole("button", { name: "Delete for good" }).click();
    await expect(page).not.toHaveURL(/entries/);
    await ada.page.goto("/trends?whose=mine");
    await expect(marks(page)).toHaveText(["Mar 5, 2031 The letter Change"], { useInnerText: true });
  });
});

test("pictures are read point by point, with keys, a mouse and a finger", async ({ browser }) => {
  const [ada, ben] = await Visitor.couple(browser, { baseURL: server.url, hasTouch: true });
  await aFortnight(ada, ben);
  const { page } = ada;
  await page.goto("/trends", AWAKE);
  const trust = reading(page, "You, Trust, day by day");
  const says = (words: string) => expect(trust).toHaveAttribute("aria-valuetext", words);

  await test.step("with keys, from the last day that says something to either end", async () => {
    await trust.focus();
    await says("Mar 10, 2031: 6 · mean of seven days 4.8");
    await page.keyboard.press("ArrowLeft");
    await says("Mar 9, 2031: mean of seven days 4");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await says("Mar 7, 2031: 4 · mean of seven days 4");
    for (const [key, words] of [
      ["Home", "Feb 11, 2031: nothing"],
      ["End", "Mar 10, 2031: 6 · mean of seven days 4.8"],
    ] as const) {
      await page.keyboard.press(key);
      await says(words);
      const said = page.getByText(words, { exact: true });
      await expect(said).toBeVisible();
      const box = await said.boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= 390).toBe(true);
    }
    await page.keyboard.press("Tab");
    await expect(page.getByText("Mar 10, 2031: 6 ·")).toBeHidden();
  });

  await test.step("with a mouse that rests on it, where the day is drawn", async () => {
    const box = await trust.boundingBox();
    if (!box) throw new Error("there is a picture");
    // The 3rd of March is the 21st of 28 days.
    await page.mouse.move(box.x + (box.width * 20) / 27, box.y + 20);
    await expect(page.getByText("Mar 3, 2031: 3", { exact: true })).toBeVisible();
    await page.mouse.move(0, 0);
    await expect(page.getByText("Mar 3, 2031: 3", { exact: true })).toBeHidden();
  });

  await test.step("with a finger, until it touches something else", async () => {
    const box = await trust.boundingBox();
    if (!box) throw new Error("there is a picture");
    await page.touchscreen.tap(box.x + (box.width * 20) / 27, box.y + 20);
    await expect(page.getByText("Mar 3, 2031: 3", { exact: true })).toBeVisible();
    await page.getByRole("heading", { name: "Trust" }).tap();
    await expect(page.getByText("Mar 3, 2031: 3", { exact: true })).toBeHidden();
  });

  await test.step("week by week, feelings and the year too", async () => {
    const last = async (address: string, name: string, words: string) => {
      await page.goto(address, AWAKE);
      await expect(reading(page, name)).toHaveAttribute("aria-valuetext", words);
    };
    await last(
      "/trends?range=12m",
      "You, Trust, week by week",
      "Week from Mar 3, 2031: mean of seven days 4",
    );
    await last("/trends/feelings", "You, feelings day by day", "Mar 10, 2031: Hurt");
    await last(
      "/trends/feelings?range=12m",
      "Ben, feelings week by week",
      "Week from Mar 3, 2031: Hopeful 1",
    );
    await last("/trends/year", "You, Trust, day by day", "Mar 10, 2031: 6");
    await expect(page.getByText("Mar 10, 2031: 6", { exact: true })).toBeVisible();
  });
});

test("every picture has its range, its table and its way to print, by keyboard and for everybody", async ({
  browser,
}) => {
  const [ada, ben] = await Visitor.couple(browser, { baseURL: server.url });
  await aFortnight(ada, ben);
  const { page } = ada;

  await test.step("a range, a table and back", async () => {
    await ada.page.goto("/trends");
    await ada.reaches("link", "3 months");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/trends\?range=3m$/);
    await expect(page.getByRole("link", { name: "3 months" })).toHaveAttribute("aria-current", "true");
    await ada.reaches("link", "As a table", page.getByRole("region", { name: "Safety" }));
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/range=3m&table=safety$/);
    await expect(page.getByRole("table", { name: "You" })).toBeVisible();
    await expect(page.getByRole("region", { name: "Trust" })).toHaveCount(0);
    await ada.reaches("link", "As pictures");
    await page.keyboard.press("Enter");
    await expect(picture(page, "Trust", "You")).toBeVisible();
  });

  await test.step("one feeling, and its table", async () => {
    await ada.page.goto("/trends/feelings");
    await picture(page, "Feelings day by day", "You").getByRole("link", { name: /^Hurt/ }).click();
    await expect(page.getByText("There on 6 of 6 days with a check-in.")).toBeVisible();
    await page.getByRole("region", { name: "Hurt" }).getByRole("link", { name: "As a table" }).click();
    await expect(page.getByRole("table", { name: "You" })).toBeVisible();
    await page.getByRole("link", { name: "All feelings" }).click();
    await expect(page.getByRole("region", { name: "Hurt" })).toHaveCount(0);
  });

  await test.step("no barriers, by day and by night", async () => {
    for (const address of [
      "/trends",
      "/trends?range=12m",
      "/trends?table=trust",
      "/trends?whose=mine",
      "/trends/feelings?feeling=hurt",
      "/trends/feelings?table=feelings",
      "/trends/acts",
      "/trends/acts?table=felt_heard",
      "/trends/year",
      "/trends/year?table=year",
    ]) {
      await ada.page.goto(address);
      await ada.hasNoBarriersHere();
      await ada.hasNoBarriersInTheDark();
    }
  });

  await test.step("on paper it says whose and when, and leads nowhere", async () => {
    await ada.page.goto("/trends");
    await page.emulateMedia({ media: "print" });
    await expect(
      page.getByText(
        "Ada (“You”) and Ben: what both show. Feb 11, 2031 to Mar 10, 2031. Printed Mar 10, 2031.",
      ),
    ).toBeVisible();
    await expect(picture(page, "Trust", "Ben")).toBeVisible();
    for (const role of ["navigation", "slider", "button"] as const)
      await expect(page.getByRole(role)).toHaveCount(0);
    await expect(page.getByRole("main").getByRole("link")).toHaveCount(0);
  });
});

test("without script there are the same pictures, tables and marks", async ({ browser }) => {
  const [ada, ben] = await Visitor.couple(browser, { baseURL: server.url, javaScriptEnabled: false });
  await aFortnight(ada, ben);
  const { page } = ada;
  await page.goto("/trends");
  await expect(page.getByText("Trust over these four weeks: 6 days.")).toBeVisible();
  await expect(page.getByRole("slider")).toHaveCount(0);
  await page.getByRole("link", { name: "6 months" }).click();
  await page.getByRole("region", { name: "Trust" }).getByRole("link", { name: "As a table" }).click();
  await expect(page.getByRole("row", { name: "Mar 7, 2031 4 4" })).toBeVisible();

  await page.goto("/trends");
  await page.getByText("Mark a day").click();
  await page.getByLabel("In a few words").fill("With both of us");
  await page.getByRole("button", { name: "Show Ben" }).click();
  await expect(page.getByText("Choose what it was.")).toBeVisible();
  await expect(page.getByLabel("In a few words")).toHaveValue("With both of us");
  await page.getByRole("radio", { name: "Therapy" }).check();
  await page.getByRole("button", { name: "Show Ben" }).click();
  await expect(page.getByText("Therapy: With both of us")).toBeVisible();
  await ben.page.goto("/trends");
  await expect(ben.page.getByText("Therapy: With both of us")).toBeVisible();
});
