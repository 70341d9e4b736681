// npm run dev: Next's development server on the same database as npm start.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { endInOrder, endOf, start } from "./children.mjs";
import { migrate, openDatabase } from "./database.mjs";
import { prepare } from "./prepare.mjs";
import { ROOT, tell } from "./root.mjs";
import { refuseTakenPort, wantedHost, wantedPort } from "./server.mjs";

const { onEnd, end, isEnding } = endInOrder();
try {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const port = wantedPort();
  await refuseTakenPort(port);
  await prepare({ build: false });
  const keysDir = resolve(ROOT, process.env.KEYS_DIR || ".keys");
  const { servingUrl } = await migrate(await openDatabase({ home: join(ROOT, ".data"), onEnd }), keysDir);
  const { DATABASE_URL: _ownersOnly, ...env } = process.env;
  const next = start(
    process.execPath,
    ["node_modules/next/dist/bin/next", "dev", "-p", String(port), "-H", wantedHost()],
    {
      stdio: "inherit",
      env: {
        ...env,
        NEXT_TELEMETRY_DISABLED: "1",
        PORT: String(port),
        KEYS_DIR: keysDir,
        SERVING_DATABASE_URL: servingUrl,
      },
    },
  );
  await end(await endOf(next));
} catch (error) {
  if (!isEnding()) tell(error);
  await end(1);
}
