import words from "@/lib/i18n/en.json";
import { Visitor } from "@/tests/support/visitor";
import { camera, LOOKS_LIKE, named, type Studio, sends } from "./studio";

const BETWEEN = ["/feelings", "/questions", "/care", "/space", "/unsent", "/commitments"] as const;
const TRENDS = ["/trends", "/trends/feelings", "/trends/acts", "/trends/year"] as const;
const ROOMS = [
  "/today",
  ...BETWEEN,
  "/review",
  "/struggles",
  "/therapy",
  "/therapy/marks",
  "/therapy/packets",
  "/timeline",
  "/timeline/mine",
  ...TRENDS,
  "/settings/partner",
] as const;

/** Someone who begins alone, and two with nothing written yet. */
export async function fromTheFirstDay(studio: Studio): Promise<void> {
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
  for (const path of ROOMS) await shootAlma(path, named(path));
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
    for (const path of ROOMS) await shoot(path, named(path));
    await page.context().close();
  }
}
