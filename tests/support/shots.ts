import type { Browser, Page } from "@playwright/test";
import type { DemoPerson } from "@/prisma/seed/people";
import type { Album } from "@/tests/support/album";
import { Visitor } from "@/tests/support/visitor";

const LOOKS_LIKE = { locale: "en-GB", timezoneId: "Europe/Berlin", viewport: { width: 390, height: 844 } };
const SETTINGS = ["", "/sharing", "/partner", "/devices", "/passphrase", "/reminder", "/safety"] as const;

type Studio = { readonly browser: Browser; readonly album: Album };

/** Every screen there is: as nobody, as someone who begins alone, as two with nothing written yet, as Maren and as Jonas. */
export async function takeShots(studio: Studio, people: readonly [DemoPerson, DemoPerson]): Promise<void> {
  await signedOut(studio);
  await fromTheFirstDay(studio);
  for (const person of people) await inTheMiddle(studio, person);
}

/** Goes to an address and takes its picture; `before` brings the page into the state that is wanted. */
function camera({ album }: Studio, page: Page, who: string) {
  return async (path: string, name: string, before?: () => Promise<unknown>) => {
    await page.goto(path, { waitUntil: "networkidle" });
    await before?.();
    await album.take(page, `${who}/${name}`);
  };
}

async function signedOut(studio: Studio): Promise<void> {
  const { page } = await Visitor.arrives(studio.browser, "Somebody", LOOKS_LIKE);
  const shoot = camera(studio, page, "signed-out");
  const send = (button: string) => () => sends(page, button);

  await shoot("/", "home");
  await shoot("/help", "help");
  await shoot("/help", "help-one-country", () => unfolds(page, "Germany"));
  await shoot("/nowhere", "nothing-here");
  await shoot("/sign-up", "sign-up");
  await shoot("/sign-up", "sign-up-refused", send("Create the account"));
  await shoot("/sign-in", "sign-in");
  await shoot("/sign-in", "sign-in-refused", async () => {
    await page.getByLabel("E-mail").fill("nobody@example.org");
    await page.getByLabel("Passphrase", { exact: true }).fill("not the passphrase at all");
    await sends(page, "Sign in");
  });
  await shoot("/recover", "recover");
  await shoot("/recover", "recover-refused", send("Set the passphrase"));
  await shoot("/reset", "reset");
  await shoot("/reset", "reset-sent", async () => {
    await page.getByLabel("E-mail").fill("nobody@example.org");
    await sends(page, "Send the mail");
  });
  await shoot("/reset/an-old-link", "reset-by-mail");
  await shoot("/reset/an-old-link", "reset-by-mail-refused", async () => {
    await page.getByLabel("New passphrase").fill("copper orchard winter ferry");
    await sends(page, "Set the passphrase");
  });
  await shoot("/join", "join");
  await shoot("/join", "join-refused", send("Go on"));
  await shoot("/join/no-such-invitation", "invitation-gone");
  await page.context().close();
}

async function fromTheFirstDay(studio: Studio): Promise<void> {
  const alma = await Visitor.arrives(studio.browser, "Alma", LOOKS_LIKE);
  const shootAlma = camera(studio, alma.page, "alone");

  await shootAlma("/sign-up", "recovery-code", async () => {
    await alma.fillsSignUp();
    await sends(alma.page, "Create the account");
  });
  await alma.signsIn();
  await alma.page.waitForURL("**/notice");
  await shootAlma("/notice", "notice");
  await alma.readsTheNotice();
  await shootAlma("/today", "today");
  await shootAlma("/timeline", "timeline");
  await shootAlma("/timeline/mine", "timeline-mine");
  await shootAlma("/settings/partner", "settings-partner");
  await shootAlma("/settings/partner", "invitation-made", () => sends(alma.page, "Make an invitation"));
  await shootAlma("/settings/partner", "invitation-open");
  const { link } = await alma.makesAnInvitation();

  const bruno = await Visitor.arrives(studio.browser, "Bruno", LOOKS_LIKE);
  const shootBruno = camera(studio, bruno.page, "invited");
  await shootBruno(link, "invitation-signed-out");
  await bruno.movesIn();
  await shootBruno(link, "invitation");
  await bruno.page.getByRole("button", { name: "Join Alma" }).click();
  await bruno.page.waitForURL("**/today");

  for (const { page, name } of [alma, bruno]) {
    const shoot = camera(studio, page, `empty/${name.toLowerCase()}`);
    for (const path of ["/today", "/timeline", "/timeline/mine", "/settings/partner"]) {
      await shoot(path, path.slice(1).replaceAll("/", "-"));
    }
    await page.context().close();
  }
}

async function inTheMiddle(studio: Studio, person: DemoPerson): Promise<void> {
  const { page } = await Visitor.arrives(studio.browser, person.name, LOOKS_LIKE);
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Passphrase", { exact: true }).fill(person.passphrase);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/today");
  const shoot = camera(studio, page, person.name.toLowerCase());

  await shoot("/today", "today");
  await shoot(`/today?day=${new Date().getFullYear() - 1}-12-24`, "today-earlier-day");
  await shoot(`/today?day=${new Date().getFullYear() - 1}-12-24`, "today-nothing-entered", () =>
    sends(page, "Save"),
  );
  await shoot(`/today?day=${new Date().getFullYear() - 1}-12-24`, "today-filled-in", () => fillsIn(page));
  await shoot("/timeline", "timeline");
  await shoot("/timeline", "timeline-choosing", async () => {
    await unfolds(page, "Filter and search");
    await unfolds(page, "Who sees this");
  });
  await shoot("/timeline", "timeline-found", () => searches(page, "dinner"));
  await shoot("/timeline", "timeline-nothing-found", () => searches(page, "submarine"));
  await shoot("/timeline", "timeline-earlier", async () => {
    await page.getByRole("link", { name: "Earlier", exact: true }).click();
    await page.getByRole("link", { name: "Back to the newest" }).waitFor();
    await unfolds(page, "Earlier versions");
  });
  await shoot("/timeline/mine", "timeline-mine");
  await entries(page, shoot);
  for (const path of SETTINGS) await shoot(`/settings${path}`, `settings${path.replace("/", "-")}`);
  await shoot("/settings/passphrase", "settings-new-recovery-code", () =>
    sends(page, "Make a new recovery code"),
  );
  await shoot("/settings/passphrase", "settings-passphrase-refused", () =>
    sends(page, "Change the passphrase"),
  );
  await shoot("/settings/partner", "settings-leaving", () =>
    unfolds(page, "Leave"),
  );
  await shoot("/settings/safety", "settings-safety-answered", async () => {
    await page.getByRole("radio", { name: "Yes" }).check();
    await sends(page, "Save");
  });
  await shoot("/entries/00000000-0000-4000-8000-000000000000", "entry-nothing-here");
  await page.context().close();
}

async function entries(page: Page, shoot: ReturnType<typeof camera>): Promise<void> {
  await page.goto("/timeline?who=me");
  const own =
    (await page.getByRole("link", { name: "Change", exact: true }).first().getAttribute("href")) ?? "";
  await shoot(own, "entry");
  await shoot(own, "entry-deleting", () => unfolds(page, "Delete"));
  await shoot(own, "entry-changed-meanwhile", async () => {
    const otherTab = await page.context().newPage();
    await otherTab.goto(own, { waitUntil: "networkidle" });
    await otherTab.getByLabel("In my own words").fill("Said in the other window.");
    await sends(otherTab, "Save the change");
    await otherTab.close();
    await page.getByLabel("In my own words").fill("Said in this window, begun before the other was saved.");
    await sends(page, "Save the change");
  });

  await page.goto("/timeline/mine");
  for (let further = page.getByRole("link", { name: "Earlier", exact: true }); await further.isVisible(); )
    await further.click({ noWaitAfter: false });
  const oldest = page.getByRole("article").last();
  if (await oldest.getByText("From an earlier space").isVisible()) {
    await shoot(
      (await oldest.getByRole("link", { name: "Change" }).getAttribute("href")) ?? "",
      "entry-from-an-earlier-space",
    );
  }
}

async function fillsIn(page: Page): Promise<void> {
  for (const [dimension, number] of [
    ["Trust", 3],
    ["Safety", 5],
    ["Love", 8],
    ["Pain", 6],
  ] as const) {
    await page
      .getByRole("group", { name: dimension, exact: true })
      .getByRole("radio", { name: String(number), exact: true })
      .check();
  }
  await unfolds(page, "More feelings");
  for (const feeling of ["Hurt", "Torn", "Hopeful"])
    await page.getByRole("checkbox", { name: feeling, exact: true }).check();
  await page.getByRole("radio", { name: "Honesty" }).check();
  await page
    .getByLabel("In my own words")
    .fill("A walk after dinner. We talked about the summer, and then about the other summer.");
  await page.getByText("Kept as you type.").waitFor();
}

async function searches(page: Page, text: string): Promise<void> {
  await unfolds(page, "Filter and search");
  await page.getByLabel("Words", { exact: true }).fill(text);
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await page.waitForURL("**find=**");
}

const unfolds = (page: Page, summary: string) => page.locator("summary", { hasText: summary }).first().click();

/** Presses a button of a form and waits for what it answers. */
async function sends(page: Page, button: string): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: button, exact: true }).click();
  await answered;
  await page.locator("[aria-disabled=true]").first().waitFor({ state: "detached" });
}
