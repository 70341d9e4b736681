import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freshDatabase } from "@/tests/support/database";
import { startMailbox } from "@/tests/support/mail";
import { startServer } from "@/tests/support/server";

/** One server for all stories; every story brings its own people. */
export default async function setup() {
  const database = await freshDatabase();
  const mails = mkdtempSync(join(tmpdir(), "keel-mails-"));
  const mailbox = await startMailbox(mails);
  const server = await startServer(database, {
    SMTP_URL: mailbox.url,
    OPERATOR_NAME: "The Harbour Practice",
    TRUSTED_PROXIES: "127.0.0.1, ::1",
  });
  process.env.E2E_URL = server.url;
  process.env.E2E_OWNER_URL = database.ownerUrl;
  process.env.E2E_MAILS = mails;
  return async () => {
    await server.stop();
    await mailbox.stop();
    await database.drop();
    rmSync(mails, { recursive: true });
  };
}
