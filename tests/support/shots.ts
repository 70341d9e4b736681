import type { Browser, Page } from "@playwright/test";
import words from "@/lib/i18n/en.json";
import type { DemoPerson } from "@/prisma/seed/people";
import type { Album } from "@/tests/support/album";
import { Visitor } from "@/tests/support/visitor";

const LOOKS_LIKE = { locale: "en-GB", timezoneId: "Europe/Berlin", viewport: { width: 390, height: 844 } };
const SETTINGS = ["", "/sharing", "/partner", "/devices", "/passphrase", "/reminder", "/safety"] as const;
const LONG_AGO = "/today?day=2020-12-24";

type Studio = { readonly browser: Browser; readonly album: Album };
type Shoot = (path: string, name: string, before?: () => Promise<unknown>) => Promise<void>;

/** Every screen: as nobody, as someone who begins alone, as two with nothing written yet, as Maren and as Jonas. */
export async function takeShots(studio: Studio, people: readonly DemoPerson[]): Promise<void> {
  await signedOut(studio);
  await fromTheFirstDay(studio);
  for (const person of people) await inTheMiddle(studio, person);
}

/** Goes to an address and takes its picture; `before` brings the page into the state that is wanted. */
const camera =
  ({ album }: Studio, page: Page, who: string): Shoot =>
  async (path, name, before) => {
    await page.goto(path, { waitUntil: "networkidle" });
    await before?.();
    await album.take(page, `${who}/${name}`);
  };

async function signedOut(studio: Studio): Promise<void> {
  const { page } = await Visitor.arrives(studio.browser, "Somebody", LOOKS_LIKE);
  const shoot = camera(studio, page, "signed-out");
  const fill = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);
  const { accounts, join } = words;

  await shoot("/", "home");
  await shoot("/help", "help");
  await shoot("/help", "help-one-country", () => unfolds(page, "Germany"));
  await shoot("/nowhere", "nothing-here");
  await shoot("/sign-up", "sign-up");
  await shoot("/sign-up", "sign-up-refused", () => sends(page, accounts.sign_up));
  await shoot("/sign-in", "sign-in");
  await shoot("/sign-in", "sign-in-refused", async () => {
    await fill(accounts.email, "nobody@example.org");
    await fill(accounts.passphrase, "not the passphrase at all");
    await sends(page, accounts.sign_in);
  });
  await shoot("/recover", "recover");
  await shoot("/recover", "recover-refused", () => sends(page, accounts.recover));
  await shoot("/reset", "reset");
  await shoot("/reset", "reset-sent", async () => {
    await fill(accounts.email, "nobody@example.org");
    await sends(page, accounts.send_reset);
  });
  await shoot("/reset/an-old-link", "reset-by-mail");
  await shoot("/reset/an-old-link", "reset-by-mail-refused", async () => {
    await fill(accounts.new_passphrase, "copper orchard winter ferry");
    await sends(page, accounts.recover);
  });
  await shoot("/join", "join");
  await shoot("/join", "join-refused", () => sends(page, join.open));
  await shoot("/join/no-such-invitation", "invitation-gone");
  await page.context().close();
}

async function fromTheFirstDay(studio: Studio): Promise<void> {
  const alma = await Visitor.arrives(studio.browser, "Alma", LOOKS_LIKE);
  const bruno = await Visitor.arrives(studio.browser, "Bruno", LOOKS_LIKE);
  const shootAlma = camera(studio, alma.page, "alone");
  const shootBruno = camera(studio, bruno.page, "invited");

  await shootAlma("/sign-up", "recovery-code", async () => {
    await alma.fillsSignUp();
    await sends(alma.page, words.accounts.sign_up);
  });
  await alma.signsIn();
  await alma.page.waitForURL("**/notice");
  await shootAlma("/notice", "notice");
  await alma.readsTheNotice();
  for (const path of ["/today", "/feelings", "/timeline", "/timeline/mine", "/settings/partner"])
    await shootAlma(path, named(path));
  await shootAlma("/settings/partner", "invitation-made", () => sends(alma.page, words.partner.invite));
  await shootAlma("/settings/partner", "invitation-open");

  const { link } = await alma.makesAnInvitation();
  await shootBruno(link, "invitation-signed-out");
  await bruno.movesIn();
  await shootBruno(link, "invitation");
  await bruno.page.getByRole("button", { name: words.join.accept.replace("{name}", alma.name) }).click();
  await bruno.page.waitForURL("**/today");

  for (const { page, name } of [alma, bruno]) {
    const shoot = camera(studio, page, `empty/${name.toLowerCase()}`);
    for (const path of ["/today", "/feelings", "/timeline", "/timeline/mine", "/settings/partner"])
      await shoot(path, named(path));
    await page.context().close();
  }
}

async function inTheMiddle(studio: Studio, { name, email, passphrase }: DemoPerson): Promise<void> {
  const { page } = await Visitor.arrives(studio.browser, name, LOOKS_LIKE);
  const shoot = camera(studio, page, name.toLowerCase());
  await page.goto("/sign-in");
  await page.getByLabel(words.accounts.email).fill(email);
  await page.getByLabel(words.accounts.passphrase, { exact: true }).fill(passphrase);
  await page.getByRole("button", { name: words.accounts.sign_in }).click();
  await page.waitForURL("**/today");

  await shoot("/today", "today");
  await settings(page, shoot);
  await shoot(LONG_AGO, "today-earlier-day");
  await shoot(LONG_AGO, "today-nothing-entered", () => sends(page, words.check_in.save));
  await shoot(LONG_AGO, "today-filled-in", () => fillsIn(page));
  await feelings(page, shoot);
  await timelines(page, shoot);
  await entries(page, shoot);
  await page.context().close();
}

async function settings(page: Page, shoot: Shoot): Promise<void> {
  for (const path of SETTINGS) await shoot(`/settings${path}`, named(`/settings${path}`));
  await shoot("/settings/passphrase", "settings-new-recovery-code", () => sends(page, words.settings.renew));
  await shoot("/settings/passphrase", "settings-passphrase-refused", () =>
    sends(page, words.settings.change_passphrase),
  );
  await shoot("/settings/partner", "settings-leaving", () => unfolds(page, words.partner.leave_title));
  await shoot("/settings/safety", "settings-safety-answered", async () => {
    await page.getByRole("radio", { name: words.settings.safety_unsure }).check();
    await sends(page, words.settings.save);
  });
}

async function feelings(page: Page, shoot: Shoot): Promise<void> {
  const { between } = words;
  await shoot("/feelings", "feelings");
  await shoot("/feelings/new", "feelings-new");
  await shoot("/feelings/new", "feelings-new-filled-in", async () => {
    await page.getByRole("checkbox", { name: words.feelings.hurt }).check();
    await page.getByRole("checkbox", { name: words.feelings.angry }).check();
    await page.getByLabel(`${between.strength_unsaid}: ${words.feelings.hurt}`).selectOption("8");
  });
  await page.goto("/feelings");
  const conversations = await page
    .getByRole("link", { name: between.conversation, exact: true })
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  for (const [at, address] of conversations.slice(0, 5).entries())
    await shoot(address, `feelings-conversation-${at + 1}`);
  await shoot(conversations[0] ?? "", "feelings-everything-open", async () => {
    await page.locator("main details").evaluateAll((all) => {
      for (const details of all) details.setAttribute("open", "");
    });
  });
}

async function timelines(page: Page, shoot: Shoot): Promise<void> {
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
    await page.getByRole("link", { name: timeline.earlier, exact: true }).click();
    await page.getByRole("link", { name: timeline.newest }).waitFor();
    await unfolds(page, timeline.earlier_versions);
  });
  await shoot("/timeline/mine", "timeline-mine");
}

async function entries(page: Page, shoot: Shoot): Promise<void> {
  const links = page.getByRole("article").getByRole("link", { name: words.timeline.open });
  await page.goto("/timeline?who=me&kind=check_in");
  const own = (await links.first().getAttribute("href")) ?? "";
  await shoot(own, "entry");
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
  await page.getByText(check_in.draft_kept).waitFor();
}

/** `/settings/partner` is called settings-partner. */
const named = (path: string) => path.slice(1).replaceAll("/", "-");

const unfolds = (page: Page, summary: string) =>
  page.locator("summary", { hasText: summary }).first().click();

/** Presses a button of a form and waits until it has answered. */
async function sends(page: Page, name: string): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name, exact: true }).first().click();
  await answered;
  await page.locator("[aria-disabled=true]").first().waitFor({ state: "detached" });
}
