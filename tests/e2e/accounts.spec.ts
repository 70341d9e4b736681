import { expect } from "@playwright/test";
import { lastMailTo, mailsTo } from "@/tests/support/mail";
import { test } from "@/tests/support/story";
import { PASSPHRASE, Visitor } from "@/tests/support/visitor";

const NEXT_PASSPHRASE = "pebble orchard quiet thursday";

test("a device can be signed out from another, at once", async ({ browser }) => {
  const ada = await Visitor.atHome(browser, "Ada");
  const phone = await browser.newContext({ baseURL: process.env.E2E_URL });
  const onPhone = await phone.newPage();
  await onPhone.goto("/sign-in");
  await onPhone.getByLabel("E-mail").fill(ada.email);
  await onPhone.getByLabel("Passphrase", { exact: true }).fill(PASSPHRASE);
  await onPhone.getByRole("button", { name: "Sign in" }).click();
  await expect(onPhone.getByRole("heading", { name: "Today", exact: true })).toBeVisible();

  await ada.page.goto("/settings/devices");
  await expect(ada.page.getByText("This device", { exact: true })).toBeVisible();
  await ada.page.getByRole("button", { name: /^Sign out: / }).click();
  await expect(ada.page.getByRole("button", { name: /^Sign out: / })).toBeHidden();
  await onPhone.reload();
  await expect(onPhone).toHaveURL(/\/sign-in$/);
  await phone.close();
});

test("changing the passphrase signs the other devices out and keeps this one", async ({ browser }) => {
  const ada = await Visitor.atHome(browser, "Ada");
  await ada.page.goto("/settings/passphrase");
  await ada.page.getByLabel("Passphrase now").fill("not the right passphrase");
  await ada.page.getByLabel("New passphrase").fill(NEXT_PASSPHRASE);
  await ada.page.getByRole("button", { name: "Change the passphrase" }).click();
  await expect(ada.page.getByText("That is not your passphrase.")).toBeVisible();
  await ada.page.getByLabel("Passphrase now").fill(PASSPHRASE);
  await ada.page.getByLabel("New passphrase").fill("aaaaaaaaaaaaaaaaaaaa");
  await ada.page.getByRole("button", { name: "Change the passphrase" }).click();
  await expect(
    ada.page.getByText("This passphrase would be guessed quickly.", { exact: false }),
  ).toBeVisible();
  await ada.page.getByLabel("New passphrase").fill(NEXT_PASSPHRASE);
  await ada.page.getByRole("button", { name: "Change the passphrase" }).click();
  await expect(ada.page.getByText("Your passphrase is changed", { exact: false })).toBeVisible();

  await ada.page.getByRole("button", { name: "Sign out" }).click();
  await expect(ada.page.getByRole("heading", { name: "A quiet place for two" })).toBeVisible();
  await ada.signsIn(PASSPHRASE);
  await expect(
    ada.page.getByText("The address and the passphrase do not go together.", { exact: false }),
  ).toBeVisible();
  await ada.signsIn(NEXT_PASSPHRASE);
  await expect(ada.page.getByRole("heading", { name: "Today", exact: true })).toBeVisible();
});

test("the recovery code opens the way back once, and everything else is signed out", async ({ browser }) => {
  const ada = await Visitor.arrives(browser, "Ada");
  await ada.movesIn();
  const elsewhere = await Visitor.arrives(browser, "Ada elsewhere");
  await elsewhere.page.goto("/recover");
  const recover = async (code: string) => {
    await elsewhere.page.getByLabel("E-mail").fill(ada.email);
    await elsewhere.page.getByLabel("Recovery code").fill(code);
    await elsewhere.page.getByLabel("New passphrase").fill(NEXT_PASSPHRASE);
    await elsewhere.page.getByRole("button", { name: "Set the passphrase" }).click();
  };
  await recover("abandon abandon abandon abandon abandon abandon abandon abandon");
  await expect(
    elsewhere.page.getByText("The address and the code do not go together.", { exact: false }),
  ).toBeVisible();
  await recover(ada.recoveryCode.toUpperCase().replaceAll(" ", "  "));
  await expect(elsewhere.page.getByRole("heading", { name: "Keep this code" })).toBeVisible();
  await ada.page.reload();
  await expect(ada.page).toHaveURL(/\/sign-in$/);
  await elsewhere.page.goto("/recover");
  await recover(ada.recoveryCode);
  await expect(
    elsewhere.page.getByText("The address and the code do not go together.", { exact: false }),
  ).toBeVisible();
});

test("signing up with an address that is taken answers the same and changes nothing", async ({ browser }) => {
  const ada = await Visitor.atHome(browser, "Ada");
  const mallory = await Visitor.arrives(browser, "Mallory");
  await mallory.page.goto("/sign-up");
  await mallory.page.getByLabel("Name").fill("Mallory");
  await mallory.page.getByLabel("E-mail").fill(ada.email.toUpperCase());
  await mallory.page.getByLabel("Passphrase", { exact: true }).fill(NEXT_PASSPHRASE);
  await mallory.page.getByRole("button", { name: "Create the account" }).click();
  await expect(mallory.page.getByRole("heading", { name: "Keep this code" })).toBeVisible();
  await mallory.page.goto("/sign-in");
  await mallory.page.getByLabel("E-mail").fill(ada.email);
  await mallory.page.getByLabel("Passphrase", { exact: true }).fill(NEXT_PASSPHRASE);
  await mallory.page.getByRole("button", { name: "Sign in" }).click();
  await expect(
    mallory.page.getByText("The address and the passphrase do not go together.", { exact: false }),
  ).toBeVisible();
});

test("too many tries have to wait, and the owner's own device does not", async ({ browser }) => {
  const ada = await Visitor.atHome(browser, "Ada");
  const mallory = await Visitor.arrives(browser, "Mallory");
  const waiting = mallory.page.getByText("There were too many tries.", { exact: false });
  for (let tries = 0; tries < 12 && !(await waiting.isVisible()); tries++) {
    await mallory.page.goto("/sign-in");
    await mallory.page.getByLabel("E-mail").fill(ada.email);
    await mallory.page.getByLabel("Passphrase", { exact: true }).fill(`guess number ${tries} of many`);
    await mallory.page.getByRole("button", { name: "Sign in" }).click();
    await expect(mallory.page.getByText("and try again.", { exact: false })).toBeVisible();
  }
  await expect(waiting).toBeVisible();
  await ada.page.goto("/today");
  await ada.page.getByRole("button", { name: "Sign out" }).click();
  await ada.signsIn();
  await expect(ada.page.getByRole("heading", { name: "Today", exact: true })).toBeVisible();
});

test("settings hold: name, time zone, what new entries start with, the private question", async ({
  browser,
}) => {
  const ada = await Visitor.arrives(browser, "Ada");
  await ada.movesIn();
  const { page } = ada;
  await page.goto("/settings");
  await expect(page.getByLabel("Time zone")).toHaveValue("Europe/Berlin");
  await page.getByLabel("Time zone").selectOption("Pacific/Kiritimati");
  await page.getByRole("button", { name: "Save" }).nth(1).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Time zone")).toHaveValue("Pacific/Kiritimati");

  await page.goto("/settings/safety");
  await page.getByRole("radio", { name: "Yes" }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("You are not alone with this.", { exact: false })).toBeVisible();
  await page.goto("/today");
  await expect(page.getByText("You are here by yourself")).toBeHidden();
  await page.goto("/settings/safety");
  await page.getByRole("button", { name: "Take my answer back" }).click();
  await expect(page.getByRole("radio", { name: "Yes" })).not.toBeChecked();
});

test("a mail brings a way back, is said in every live session, and works once", async ({ browser }) => {
  const ada = await Visitor.atHome(browser, "Ada");
  await ada.page.goto("/today");
  const lost = await Visitor.arrives(browser, "Ada, locked out");
  await lost.page.goto("/recover");
  await lost.page.getByRole("link", { name: "I do not have the code: send me a mail" }).click();
  // Both pages ask for an address.
  await expect(lost.page.getByRole("heading", { name: "A way back in by mail" })).toBeVisible();
  await lost.page.getByLabel("E-mail").fill(ada.email);
  await lost.page.getByRole("button", { name: "Send the mail" }).click();
  await expect(
    lost.page.getByText("If there is an account with this address", { exact: false }),
  ).toBeVisible();

  await ada.page.reload();
  await expect(
    ada.page.getByText("A way back into your account was asked for by mail.", { exact: false }),
  ).toBeVisible();

  const mail = await lastMailTo(ada.email);
  expect(mail.subject).toBe("Your Keel account");
  const link = mail.text.match(/http\S+\/reset\/\S+/)?.[0] ?? "";
  await lost.page.goto(link);
  await lost.page.reload();
  await lost.page.getByLabel("New passphrase").fill(NEXT_PASSPHRASE);
  await lost.page.getByRole("button", { name: "Set the passphrase" }).click();
  await expect(lost.page.getByRole("heading", { name: "Keep this code" })).toBeVisible();
  await ada.page.reload();
  await expect(ada.page).toHaveURL(/\/sign-in$/);
  await lost.page.goto(link);
  await lost.page.getByLabel("New passphrase").fill("another orchard quiet thursday");
  await lost.page.getByRole("button", { name: "Set the passphrase" }).click();
  await expect(lost.page.getByText("This link has been used", { exact: false })).toBeVisible();
});

test("a new passphrase closes a way back that somebody else asked for", async ({ browser }) => {
  const ada = await Visitor.atHome(browser, "Ada");
  const other = await Visitor.arrives(browser, "Who reads her mail");
  await other.page.goto("/reset");
  await other.page.getByLabel("E-mail").fill(ada.email);
  await other.page.getByRole("button", { name: "Send the mail" }).click();
  await expect(
    other.page.getByText("If there is an account with this address", { exact: false }),
  ).toBeVisible();
  const link = (await lastMailTo(ada.email)).text.match(/http\S+\/reset\/\S+/)?.[0] ?? "";

  await ada.page.goto("/today");
  await ada.page.getByRole("link", { name: "Look at it in Settings" }).click();
  await ada.page.getByLabel("Passphrase now").fill(PASSPHRASE);
  await ada.page.getByLabel("New passphrase").fill(NEXT_PASSPHRASE);
  await ada.page.getByRole("button", { name: "Change the passphrase" }).click();
  await expect(ada.page.getByText("Your passphrase is changed", { exact: false })).toBeVisible();

  await other.page.goto(link);
  await other.page.getByLabel("New passphrase").fill("another orchard quiet thursday");
  await other.page.getByRole("button", { name: "Set the passphrase" }).click();
  await expect(other.page.getByText("This link has been used", { exact: false })).toBeVisible();
  await ada.page.goto("/today");
  await expect(ada.page.getByRole("heading", { name: "Today", exact: true })).toBeVisible();
  await expect(ada.page.getByText("A way back into your account was asked for by mail.")).toHaveCount(0);
});

test("whoever wants no way back by mail gets none, with the same answer", async ({ browser }) => {
  const ada = await Visitor.atHome(browser, "Ada");
  await ada.page.goto("/settings/passphrase");
  await ada.page.getByRole("radio", { name: "Never send one" }).check();
  await ada.page.getByRole("button", { name: "Save" }).click();
  await expect(ada.page.getByText("Saved.")).toBeVisible();
  await ada.page.goto("/reset");
  await ada.page.getByLabel("E-mail").fill(ada.email);
  await ada.page.getByRole("button", { name: "Send the mail" }).click();
  await expect(
    ada.page.getByText("If there is an account with this address", { exact: false }),
  ).toBeVisible();
  expect(await mailsTo(ada.email)).toEqual([]);
});

test("after signing out, Back and Forward show nothing of what was there", async ({ browser }) => {
  const ada = await Visitor.atHome(browser, "Ada");
  await ada.page.goto("/today");
  await ada.page.getByLabel("In my own words").fill("Nobody else should read this.");
  await ada.page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(ada.page.getByText("Nobody else should read this.")).toBeVisible();
  await ada.page.getByRole("link", { name: "Timeline" }).click();
  await expect(ada.page.getByRole("heading", { name: "Timeline" })).toBeVisible();
  await expect(ada.page.getByText("Nobody else should read this.")).toBeVisible();
  await ada.page.getByRole("button", { name: "Sign out" }).click();
  await expect(ada.page.getByRole("heading", { name: "A quiet place for two" })).toBeVisible();
  for (const step of ["goBack", "goBack", "goForward"] as const) {
    await ada.page[step]();
    await expect(ada.page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(ada.page.getByText("Nobody else should read this.")).toHaveCount(0);
  }
});
