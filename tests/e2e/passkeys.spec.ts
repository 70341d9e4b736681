import { expect, type Page } from "@playwright/test";
import { startServerAt } from "@/tests/support/clock";
import { test } from "@/tests/support/story";
import { PASSPHRASE, Visitor } from "@/tests/support/visitor";

/** Gives a browser a device that keeps passkeys, and says whether it is unlocked when one is asked for. */
async function deviceOf(page: Page): Promise<(unlocked: boolean) => Promise<void>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return async (unlocked) => {
    await devtools.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: unlocked });
  };
}

const ADDED = "Added. It can confirm from now on that it is you.";

test("a passkey is added by keyboard, under a name of one's own", async ({ browser }) => {
  const ada = await Visitor.atHome(browser, "Ada");
  const { page } = ada;
  const isUnlocked = await deviceOf(page);
  await page.goto("/settings/passkeys");
  await expect(page.getByText("You have none.")).toBeVisible();

  await ada.reaches("textbox", "What to call it");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("The phone in my coat");
  await ada.reaches("textbox", "Your passphrase");
  await page.keyboard.type("not the right passphrase");
  await page.keyboard.press("Enter");
  await expect(page.getByText("That is not your passphrase.")).toBeVisible();
  await page.getByLabel("Your passphrase").fill(PASSPHRASE);

  await isUnlocked(false);
  await ada.reaches("button", "Add a passkey");
  await page.keyboard.press("Enter");
  await expect(page.getByText("This device made no passkey.", { exact: false })).toBeVisible();
  await ada.hasNoBarriersHere();
  await isUnlocked(true);
  await page.keyboard.press("Enter");
  await expect(page.getByText(ADDED)).toBeVisible();
  await expect(page.getByText("The phone in my coat", { exact: true })).toBeVisible();
  await ada.hasNoBarriersHere();

  // The same device makes no second one.
  await page.getByLabel("Your passphrase").fill(PASSPHRASE);
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByText("There is a passkey for you on this device already.")).toBeVisible();
});

test("a passkey stands in for the passphrase, for five minutes, until it is removed", async ({ browser }) => {
  const server = await startServerAt("2031-03-10T12:00");
  try {
    const ada = await Visitor.atHome(browser, "Ada", { baseURL: server.url });
    // Whoever has just signed in is not asked.
    await server.itIs("2031-03-10T12:06");
    const { page } = ada;
    const isUnlocked = await deviceOf(page);
    const passphrase = page.getByLabel("Your passphrase");
    const bypasskey = page.getByRole("button", { name: "Use a passkey instead" });
    const pin = page.getByLabel(/^(New )?PIN$/);
    const sets = page.getByRole("button", { name: /^(Set|Change) the PIN$/ });
    const confirmed = page.getByText("This device has confirmed that it is you.", { exact: false });
    const isSet = page.getByText("The PIN is set.", { exact: false });

    await test.step("who has none is asked for the passphrase alone", async () => {
      await page.goto("/settings/devices");
      await expect(passphrase).toBeVisible();
      await expect(bypasskey).toBeHidden();
      await page.goto("/settings/passkeys");
      await page.getByLabel("What to call it").fill("My phone");
      await passphrase.fill(PASSPHRASE);
      await page.getByRole("button", { name: "Add a passkey" }).click();
      await expect(page.getByText(ADDED)).toBeVisible();
    });

    await test.step("a device that is not unlocked signs nothing, and the passphrase is still there", async () => {
      await page.goto("/settings/devices");
      await isUnlocked(false);
      await bypasskey.click();
      await expect(page.getByText("Nothing was confirmed.", { exact: false })).toBeVisible();
      await expect(passphrase).toBeVisible();
      await ada.hasNoBarriersHere();
      await isUnlocked(true);
    });

    await test.step("by keyboard, with what stands in the form left as it is", async () => {
      await pin.fill("2580");
      await ada.reaches("button", "Use a passkey instead");
      await page.keyboard.press("Enter");
      await expect(confirmed).toBeVisible();
      await expect(passphrase).toBeHidden();
      await ada.hasNoBarriersHere();
      await page.keyboard.press("Tab");
      await expect(sets).toBeFocused();
      await page.keyboard.press("Enter");
      await expect(isSet).toBeVisible();
    });

    await test.step("it makes no recovery code, which opens the account from anywhere", async () => {
      await page.goto("/settings/passphrase");
      await expect(passphrase).toBeVisible();
      await expect(bypasskey).toBeHidden();
      await page.getByRole("button", { name: "Make a new recovery code" }).click();
      await expect(page.getByText("Some of this needs another look.", { exact: false })).toBeVisible();
      await expect(page.getByRole("heading", { name: "Keep this code" })).toBeHidden();
    });

    await test.step("it is not asked again for five minutes, and then it is, on a page that did not ask", async () => {
      await server.itIs("2031-03-10T12:10");
      await page.goto("/settings/devices");
      await expect(sets).toBeVisible();
      await expect(passphrase).toBeHidden();
      await server.itIs("2031-03-10T12:20");
      await pin.fill("9021");
      await sets.click();
      await expect(page.getByText("Enter your passphrase to go on.")).toBeVisible();
      await expect(passphrase).toBeVisible();
      await bypasskey.click();
      await expect(confirmed).toBeVisible();
      await server.itIs("2031-03-10T12:30");
      await sets.click();
      await expect(passphrase).toBeVisible();
      await bypasskey.click();
      await expect(confirmed).toBeVisible();
      await sets.click();
      await expect(isSet).toBeVisible();
    });

    await test.step("removing it asks who is there too, and from then on nobody is offered it", async () => {
      await server.itIs("2031-03-10T12:40");
      await page.goto("/settings/passkeys");
      await page.getByText("Remove: My phone").click();
      const removes = page.getByRole("button", { name: "Remove this passkey" });
      await removes.click();
      await expect(page.getByText("Enter your passphrase to go on.")).toBeVisible();
      await ada.hasNoBarriersHere();
      await bypasskey.click();
      await expect(confirmed).toBeVisible();
      await removes.click();
      await expect(page.getByText("You have none.")).toBeVisible();
      await server.itIs("2031-03-10T12:50");
      await page.goto("/settings/devices");
      await expect(passphrase).toBeVisible();
      await expect(bypasskey).toBeHidden();
    });
  } finally {
    await server.stop();
  }
});

test("where a browser makes no passkeys it is said, and the passphrase does everything", async ({
  browser,
}) => {
  const ada = await Visitor.atHome(browser, "Ada");
  await ada.page.addInitScript(() => Reflect.deleteProperty(window, "PublicKeyCredential"));
  await ada.page.goto("/settings/passkeys");
  await expect(ada.page.getByText("This browser cannot make passkeys.", { exact: false })).toBeVisible();
  await expect(ada.page.getByRole("button", { name: "Add a passkey" })).toBeHidden();
});

test("without JavaScript it is said too, and a step that reaches far takes the passphrase", async ({
  browser,
}) => {
  const server = await startServerAt("2031-03-10T12:00");
  try {
    const ada = await Visitor.atHome(browser, "Ada", { baseURL: server.url, javaScriptEnabled: false });
    await server.itIs("2031-03-10T12:06");
    const { page } = ada;
    await page.goto("/settings/passkeys");
    const add = page.getByRole("region", { name: "Add a passkey" });
    // What is drawn: of what is for no script alone, Playwright otherwise sees nothing.
    await expect(add).toContainText("Without JavaScript a browser cannot make", { useInnerText: true });
    await expect(page.getByRole("button", { name: "Add a passkey" })).toBeHidden();
    await page.goto("/settings/devices");
    const pin = page.getByLabel("PIN", { exact: true });
    const sets = page.getByRole("button", { name: "Set the PIN" });
    await pin.fill("2580");
    await sets.click();
    await expect(page.getByText("Enter your passphrase to go on.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Use a passkey instead" })).toBeHidden();
    await pin.fill("2580");
    await page.getByLabel("Your passphrase").fill(PASSPHRASE);
    await sets.click();
    await expect(page.getByText("The PIN is set.", { exact: false })).toBeVisible();
    await page.goto("/settings/passphrase");
    await page.getByLabel("Your passphrase").fill(PASSPHRASE);
    await page.getByRole("button", { name: "Make a new recovery code" }).click();
    await expect(page.getByRole("heading", { name: "Keep this code" })).toBeVisible();
  } finally {
    await server.stop();
  }
});

test("a locked device opens with its passkey, where its owner unlocks it", async ({ browser }) => {
  const ada = await Visitor.atHome(browser, "Ada");
  const { page } = ada;
  const isUnlocked = await deviceOf(page);
  await page.goto("/settings/passkeys");
  await page.getByLabel("Your passphrase").fill(PASSPHRASE);
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByText(ADDED)).toBeVisible();

  await page.getByRole("button", { name: "Lock", exact: true }).click();
  const locked = page.getByRole("heading", { name: "This device is locked" });
  await expect(locked).toBeVisible();
  await isUnlocked(false);
  await page.getByRole("button", { name: "Use a passkey instead" }).click();
  await expect(page.getByText("Nothing was confirmed.", { exact: false })).toBeVisible();
  await ada.hasNoBarriersHere();
  await page.goto("/today");
  await expect(locked).toBeVisible();
  await isUnlocked(true);
  await page.getByRole("button", { name: "Use a passkey instead" }).click();
  await expect(page.getByRole("heading", { name: "Today", exact: true })).toBeVisible();
});
