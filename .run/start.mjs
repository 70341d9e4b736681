// npm start: everything from a fresh clone to a served page. Plain Node until the packages are there.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { endInOrder } from "./children.mjs";
import { migrate, openDatabase } from "./database.mjs";
import { prepare } from "./prepare.mjs";
import { during } from "./progress.mjs";
import { ROOT, Stopped, tell } from "./root.mjs";
import { refuseTakenPort, serve, wantedPort } from "./server.mjs";

const { onEnd, end, isEnding } = endInOrder("Keel has stopped.");
try {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const port = wantedPort();
  await refuseTakenPort(port);
  // In the container everything was prepared when the image was built.
  const asBuilt = process.argv.includes("--as-built");
  if (!asBuilt) await prepare({ build: true });
  if (asBuilt && !process.env.DATABASE_URL)
    throw new Stopped("DATABASE_URL is not set. It names the Postgres that Keel keeps its data in.");

  const keysDir = resolve(ROOT, process.env.KEYS_DIR || ".keys");
  const server = await during("Starting", async () => {
    const onLost = () => isEnding() || stopped("The database ended on its own. .data/postgres.log says why.");
    const ownerUrl = await openDatabase({ home: join(ROOT, ".data"), onEnd, onLost });
    const { servingUrl } = await migrate(ownerUrl, keysDir);
    return serve({ servingUrl, keysDir, port });
  });
  server.once(
    "close",
    () => isEnding() || stopped("Keel's server ended on its own. What it said stands above."),
  );
  console.log(`Keel is ready at ${process.env.APP_URL ?? `http://localhost:${port}`} and stops with Ctrl-C.`);
} catch (error) {
  if (!isEnding()) tell(error);
  await end(1);
}

function stopped(sentence) {
  tell(new Stopped(sentence));
  end(1);
}
