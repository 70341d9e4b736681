import words from "@/lib/i18n/en.json";
import { Visitor } from "@/tests/support/visitor";
import { camera, LOOKS_LIKE, type Studio, sends, unfolds } from "./studio";

/** Every screen as nobody. */
export async function signedOut(studio: Studio): Promise<void> {
  const { page } = await Visitor.arrives(studio.browser, "Somebody", LOOKS_LIKE);
  const shoot = camera(studio, page, "signed-out");
  const fill = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);
  const { accounts, guests, join } = words;

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
  await shoot("/notes/open/no-such-link", "notes-to-open");
  await shoot("/notes/open/no-such-link", "notes-refused", async () => {
    await fill(guests.open.words, "zoo zoo zoo zoo");
    await sends(page, guests.open.open);
  });
  await shoot("/notes/closed", "notes-closed");
  await page.context().close();
}
