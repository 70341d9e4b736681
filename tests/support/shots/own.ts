import type { Page } from "@playwright/test";
import words from "@/lib/i18n/en.json";
import { named, type Shoot, sends, unfolds } from "./studio";

const SETTINGS = [
  "",
  "/sharing",
  "/partner",
  "/devices",
  "/passphrase",
  "/passkeys",
  "/writing",
  "/reminder",
  "/safety",
  "/export",
  "/import",
  "/leave",
  "/erase",
] as const;
const PIN = "2580";
const LONG_AGO = "/today?day=2020-12-24";

export async function today(page: Page, shoot: Shoot): Promise<void> {
  await shoot("/today", "today");
  await shoot(LONG_AGO, "today-earlier-day");
  await shoot(LONG_AGO, "today-nothing-entered", () => sends(page, words.check_in.save));
  await shoot(LONG_AGO, "today-filled-in", () => fillsIn(page));
}

async function fillsIn(page: Page): Promise<void> {
  const { check_in, feelings, needs } = words;
  const numbers = { [check_in.trust]: 3, [check_in.safety]: 5, [check_in.love]: 8, [check_in.pain]: 6 };
  for (const [name, number] of Object.entries(numbers))
    await page
      .getByRole("group", { name, exact: true })
      .getByRole("radio", { name: `${number}`, exact: true })
      .check();
  await unfolds(page, check_in.more_feelings);
  for (const name of [feelings.hurt, feelings.torn, feelings.hopeful])
    await page.getByRole("checkbox", { name, exact: true }).check();
  await page.getByRole("radio", { name: needs.honesty }).check();
  await page
    .getByLabel(check_in.note)
    .fill("A walk after dinner. We talked about the summer, and then about the other summer.");
  await page.getByText(words.drafts.kept).waitFor();
}

export async function reflections(_page: Page, shoot: Shoot): Promise<void> {
  await shoot("/mine", "pages-of-ones-own");
}

export async function settings(page: Page, shoot: Shoot, passphrase: string): Promise<void> {
  for (const path of SETTINGS) await shoot(`/settings${path}`, named(`/settings${path}`));
  await shoot("/settings/sharing/earlier", "settings-sharing-earlier");
  await shoot("/settings/passphrase", "settings-new-recovery-code", async () => {
    await page.getByLabel(words.settings.confirm, { exact: true }).fill(passphrase);
    await sends(page, words.settings.renew);
  });
  await shoot("/settings/passphrase", "settings-passphrase-refused", () =>
    sends(page, words.settings.change_passphrase),
  );
  await shoot("/settings/leave", "settings-leave-refused", () => sends(page, words.leaving.now_yes));
  await shoot("/settings/devices", "settings-devices-pin-set", async () => {
    await page.getByLabel(words.lock.pin, { exact: true }).fill(PIN);
    await sends(page, words.lock.set_pin);
  });
  await shoot("/settings/safety", "settings-safety-answered", async () => {
    await page.getByRole("radio", { name: words.settings.safety_unsure }).check();
    await sends(page, words.settings.save);
  });
}

export async function timelines(page: Page, shoot: Shoot): Promise<void> {
  const { timeline } = words;
  const searches = async (text: string) => {
    await unfolds(page, timeline.filter);
    await page.getByLabel(timeline.find, { exact: true }).fill(text);
    await page.getByRole("button", { name: timeline.apply, exact: true }).click();
    await page.waitForURL("**find=**");
  };
  await shoot("/timeline", "timeline");
  await shoot("/timeline", "timeline-choosing", async () => {
    await unfolds(page, timeline.filter);
    await page.getByRole("article").getByText(timeline.change_shown, { exact: true }).first().click();
  });
  await shoot("/timeline", "timeline-found", () => searches("dinner"));
  await shoot("/timeline", "timeline-nothing-found", () => searches("submarine"));
  await shoot("/timeline", "timeline-earlier", async () => {
    for (const earlier = page.getByRole("link", { name: timeline.earlier, exact: true }); ; ) {
      await page.goto((await earlier.getAttribute("href")) ?? "");
      if (await page.getByText(timeline.earlier_versions).first().isVisible()) break;
    }
    await unfolds(page, timeline.earlier_versions);
  });
  await shoot("/timeline/mine", "timeline-mine");
  await shoot("/timeline/seen", "timeline-seen");
  await shoot("/later", "later-nothing");
}

export async function entries(page: Page, shoot: Shoot): Promise<void> {
  const links = page.getByRole("article").getByRole("link", { name: words.timeline.open });
  await page.goto("/timeline?who=me&kind=check_in");
  const own = (await links.first().getAttribute("href")) ?? "";
  await shoot(own, "entry");
  await shoot(`${own}/seen`, "entry-seen");
  await shoot(own, "entry-deleting", () => unfolds(page, words.timeline.delete));
  await shoot(own, "entry-changed-meanwhile", async () => {
    const otherTab = await page.context().newPage();
    await otherTab.goto(own);
    await rewrites(otherTab, "Said in the other window.");
    await otherTab.close();
    await rewrites(page, "Said in this window, which was open before the other one was saved.");
  });
  await shoot("/entries/00000000-0000-4000-8000-000000000000", "entry-nothing-here");

  await page.goto("/timeline/mine");
  const earlier = page.getByRole("link", { name: words.timeline.earlier, exact: true });
  if (await earlier.isVisible()) await page.goto((await earlier.getAttribute("href")) ?? "");
  if (await page.getByText(words.timeline.elsewhere).last().isVisible())
    await shoot((await links.last().getAttribute("href")) ?? "", "entry-from-an-earlier-space");
}

async function rewrites(page: Page, text: string): Promise<void> {
  await page.getByLabel(words.check_in.note).fill(text);
  await sends(page, words.entry.save);
}

/** Last: the page before is left locked, and opened again. */
export async function locked(page: Page, shoot: Shoot): Promise<void> {
  await page.goto("/settings");
  await page.getByRole("button", { name: words.shell.lock, exact: true }).click();
  await page.waitForURL("**/locked");
  await shoot("/locked", "locked");
  await shoot("/locked", "locked-wrong-pin", () => unlocks(page, "9021"));
  await shoot("/locked/check-in", "locked-check-in");
  await shoot("/locked/check-in", "locked-check-in-left", async () => {
    await page.getByLabel(words.check_in.note).fill("A thought on the way home.");
    await sends(page, words.check_in.save);
  });
  await page.goto("/locked");
  await unlocks(page, PIN);
  await page.waitForURL("**/today");
  await shoot("/today", "today-left-while-locked");
}

async function unlocks(page: Page, pin: string): Promise<void> {
  await page.getByLabel(words.lock.pin, { exact: true }).fill(pin);
  await sends(page, words.lock.unlock);
}
