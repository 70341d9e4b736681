// npm run soak: breaks what can break while people write, and holds Keel to what it promised. Twelve minutes at most.
// npm run soak -- crowd: only the faults that are named.
import { endInOrder, endOf, start, stopChild } from "./children.mjs";
import { prepare } from "./prepare.mjs";
import { Stopped, tell } from "./root.mjs";

/** Each a file in tests/load/soak, with the seconds it may take. */
const FAULTS = { "postgres-killed": 120, "server-killed": 330, crowd: 120, "pool-fuzz": 150 };
const AS_SERVER = new URL("./as-server.mjs", import.meta.url).href;

const { end, isEnding } = endInOrder();
try {
  const named = process.argv.slice(2);
  const unknown = named.filter((name) => !(name in FAULTS));
  if (unknown.length > 0)
    throw new Stopped(
      `There is no fault named ${unknown.join(", ")}. There are ${Object.keys(FAULTS).join(", ")}.`,
    );
  await prepare({ build: true });
  let failed = 0;
  for (const name of named.length > 0 ? named : Object.keys(FAULTS)) if (!(await survives(name))) failed++;
  await end(failed > 0 ? 1 : 0);
} catch (error) {
  if (!isEnding()) tell(error);
  await end(1);
}

/** In a process of its own, which brings what it breaks. */
async function survives(name) {
  const child = start(
    process.execPath,
    ["--import", "tsx", "--import", AS_SERVER, `tests/load/soak/${name}.ts`],
    { stdio: ["ignore", "inherit", "inherit"], env: ownSettings() },
  );
  let late = false;
  const limit = setTimeout(() => {
    late = true;
    console.log(`FAILED  ${name}: not done after ${FAULTS[name]} s`);
    stopChild(child, 20_000);
  }, FAULTS[name] * 1000);
  const code = await endOf(child);
  clearTimeout(limit);
  return code === 0 && !late;
}

/** What is broken here must be ours alone. */
function ownSettings() {
  const env = { ...process.env };
  for (const name of [
    "DATABASE_URL",
    "SERVING_DATABASE_URL",
    "SMTP_URL",
    "APP_URL",
    "PORT",
    "KEYS_DIR",
    "POOL_SIZE",
  ])
    delete env[name];
  return env;
}
