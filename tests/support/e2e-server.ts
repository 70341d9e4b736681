import { freshDatabase } from "@/tests/support/database";
import { startMailbox } from "@/tests/support/mail";
import { startServer } from "@/tests/support/server";

/** One server for all stories; every story brings its own people. */
export default async function setup() {
  const database = await freshDatabase();
  const mailbox = await startMailbox();
  const server = await startServer(database, {
    SMTP_URL: mailbox.url,
    OPERATOR_NAME: "The Harbour Practice",
  });
  process.env.E2E_URL = server.url;
  return async () => {
    await server.stop();
    await mailbox.stop();
    await database.drop();
  };
}
