import { randomInt, randomUUID } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContext, expect, type Locator, type Page } from "@playwright/test";
import { formWith } from "@/tests/support/scriptless";

export const PASSPHRASE = "lantern harbour velvet tuesday";
const ZONE = "Europe/Berlin";
type Options = Parameters<Browser["newContext"]>[0];

/** One person in one browser, in the words of the product. */
export class Visitor {
  recoveryCode = "";
  readonly email = `${randomUUID()}@example.org`;

  private constructor(
    readonly name: string,
    readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  static async arrives(browser: Browser, name: string, options: Options = {}): Promise<Visitor> {
    const context = await browser.newContext({
      baseURL: process.env.E2E_URL,
      // Everyone comes from an address of their own, as they would through a proxy.
      extraHTTPHeaders: { "x-forwarded-for": `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}` },
      ...options,
    });
    return new Visitor(name, context, await context.newPage());
  }

  /** Someone who moved in before the story begins, by the same forms, sent as a browser without script sends them. */
  static async atHome(browser: Browser, name: string, options?: Options): Promise<Visitor> {
    const visitor = await Visitor.arrives(browser, name, options);
    const { email } = visitor;
    const account = { name, email, passphrase: PASSPHRASE, time_zone: ZONE };
    const signedUp = await visitor.#sends("/sign-up", "Create the account", account);
    visitor.recoveryCode = />([a-z]+(?: [a-z]+){7})</.exec(signedUp)?.[1] ?? "";
    await visitor.#sends("/sign-in", "Sign in", { email, passphrase: PASSPHRASE });
    await visitor.#sends("/notice", "I have read this");
    return visitor;
  }

  /** Two people at home who share a space. */
  static async couple(browser: Browser, options?: Options): Promise<[Visitor, Visitor]> {
    const arriving = ["Ada", "Ben"].map((name) => Visitor.atHome(browser, name, options));
    const [ada, ben] = (await Promise.all(arriving)) as [Visitor, Visitor];
    const invited = await ada.#sends("/settings/partner", "Make an invitation");
    await ben.#sends(/\/join\/[\w-]+/.exec(invited)?.[0] ?? "", "Join Ada");
    return [ada, ben];
  }

  /** Has said something of a day before the story begins. */
  async hasCheckedIn(day: string, says: Record<string, string>): Promise<void> {
    await this.#sends(`/today?day=${day}`, "Save", says);
  }

  /** Sends a form of a page without opening it in the browser, and answers what it led to. Throws where it was refused. */
  async #sends(address: string, button: string, filled: Record<string, string> = {}): Promise<string> {
    const { request } = this.context;
    const page = await request.get(address);
    const { fields } = formWith({ address, status: page.status(), body: await page.text() }, button);
    const answer = await request.post(address, {
      headers: { origin: new URL(page.url()).origin },
      multipart: { ...Object.fromEntries(fields), ...filled },
      maxRedirects: 0,
    });
    const body = await answer.text();
    if (answer.status() >= 400 || body.includes('role="alert"'))
      throw new Error(`“${button}” on ${address} was answered ${answer.status()}`);
    return body;
  }

  async signsUp(): Promise<void> {
    await this.page.goto("/sign-up");
    await this.fillsSignUp();
    await this.page.getByRole("button", { name: "Create the account" }).click();
    this.recoveryCode = (await this.page.getByRole("status").locator("p").last().textContent()) ?? "";
    expect(this.recoveryCode.split(" ")).toHaveLength(8);
    await this.page.getByRole("link", { name: "I have kept it. Sign in" }).click();
    await this.fillsSignIn();
  }

  async fillsSignUp(): Promise<void> {
    await this.page.getByLabel("Name").fill(this.name);
    await this.page.getByLabel("E-mail").fill(this.email);
    await this.page.getByLabel("Passphrase", { exact: true }).fill(PASSPHRASE);
  }

  async fillsSignIn(passphrase = PASSPHRASE): Promise<void> {
    await this.page.getByLabel("E-mail").fill(this.email);
    await this.page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
    await this.page.getByRole("button", { name: "Sign in" }).click();
  }

  async signsIn(passphrase = PASSPHRASE): Promise<void> {
    await this.page.goto("/sign-in");
    await this.fillsSignIn(passphrase);
  }

  async readsTheNotice(): Promise<void> {
    await expect(this.page.getByRole("heading", { name: "Before you write" })).toBeVisible();
    await this.page.getByRole("button", { name: "I have read this" }).click();
    await expect(this.page.getByRole("heading", { name: "Today", exact: true })).toBeVisible();
  }

  /** Signs up, signs in and is ready to write. */
  async movesIn(): Promise<void> {
    await this.signsUp();
    await this.readsTheNotice();
  }

  async chooses(dimension: string, number: number): Promise<void> {
    await this.page
      .getByRole("group", { name: dimension, exact: true })
      .getByRole("radio", { name: String(number), exact: true })
      .check();
  }

  /** Shows a feeling as its form asks for it, and answers the address of the conversation. */
  async showsHurt(words: string): Promise<string> {
    await this.page.goto("/feelings");
    await this.page.getByRole("link", { name: "Show a feeling" }).click();
    await this.page.getByRole("checkbox", { name: "Hurt" }).check();
    await this.page.getByLabel("How strong: Hurt").selectOption("8");
    await this.page.getByLabel("In my own words").fill(words);
    await this.page.getByRole("radio", { name: "To be heard" }).check();
    await this.page.getByRole("button", { name: /^Show it to/ }).click();
    await expect(this.page.getByRole("heading", { name: "Answers" })).toBeVisible();
    return this.page.url();
  }

  async makesAnInvitation(): Promise<{ link: string; words: string }> {
    await this.page.goto("/settings/partner");
    await this.page.getByRole("button", { name: /invitation/ }).click();
    const shown = this.page.getByRole("status").filter({ hasText: "Six words" });
    const text = (await shown.locator("p").last().innerText()).split("\n").filter(Boolean);
    return { words: text[0] ?? "", link: text.at(-1) ?? "" };
  }

  async leavesNow(): Promise<void> {
    await this.page.goto("/settings/leave");
    await this.page.getByRole("checkbox", { name: "I want this space to end, for good" }).check();
    await this.page.getByRole("button", { name: "Leave now" }).click();
    await expect(this.page.getByText("The space you shared has ended")).toBeVisible();
  }

  /** Goes on with Tab until the focus is there, as somebody without a pointer does. */
  async reaches(
    role: "link" | "button" | "checkbox" | "radio" | "textbox" | "combobox",
    name: string,
    within?: Locator,
  ): Promise<void> {
    const wanted = (within ?? this.page).getByRole(role, { name, exact: true }).first();
    await wanted.waitFor();
    for (let pressed = 0; pressed < 80; pressed++) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press("Tab");
    }
    throw new Error(`Tab does not reach the ${role} “${name}”`);
  }

  async hasNoBarriersHere(): Promise<void> {
    const values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    await this.#findsNothing({ type: "tag", values });
  }

  /** What alone is different there: the colours. */
  async hasNoBarriersInTheDark(): Promise<void> {
    await this.#looksAtItIn("dark");
    await this.#findsNothing({ type: "rule", values: ["color-contrast"] });
    await this.#looksAtItIn("light");
  }

  async #looksAtItIn(colorScheme: "light" | "dark"): Promise<void> {
    await this.page.emulateMedia({ colorScheme });
    // Colours on their way from one scheme to the other are of neither.
    await this.page.evaluate(() => {
      for (let moving = document.getAnimations(); moving.length > 0; moving = document.getAnimations())
        for (const one of moving) one.finish();
    });
  }

  async #findsNothing(runOnly: { type: "tag" | "rule"; values: string[] }): Promise<void> {
    // A page without frames is looked at in place: to put frames together, axe opens a page of its own each time.
    expect(this.page.frames()).toHaveLength(1);
    // While a page is drawn anew its title is away for a moment.
    await expect(this.page).toHaveTitle(/./);
    const axe = new AxeBuilder({ page: this.page }).setLegacyMode();
    const { violations } = await axe.options({ runOnly, resultTypes: ["violations"] }).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`),
    ).toEqual([]);
  }
}
