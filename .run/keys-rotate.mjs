// npm run keys:rotate: a new key for words, every word sealed anew under it, and the old key out of use; beside a running
// Keel or without one.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { endInOrder } from "./children.mjs";
import { reachDatabase, rotateKeys } from "./database.mjs";
import { ROOT, tell } from "./root.mjs";

const { onEnd, end, isEnding } = endInOrder();
try {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const keysDir = resolve(ROOT, process.env.KEYS_DIR || ".keys");
  const ownerUrl = await reachDatabase({ home: join(ROOT, ".data"), onEnd });
  const since = Date.now();
  const { key, resealed, retired } = await rotateKeys({ ownerUrl, keysDir, say: console.log });
  console.log(whatNow({ keysDir, key, resealed, retired, seconds: (Date.now() - since) / 1000 }));
  await end(0);
} catch (error) {
  if (!isEnding()) tell(error);
  await end(1);
}

function whatNow({ keysDir, key, resealed, retired, seconds }) {
  const file = join(keysDir, "words.key");
  return `
Done in ${seconds.toFixed(1)} s. Every word is under key ${key}; ${resealed.toLocaleString("en")} were sealed anew just now.
A running Keel has followed and needs no restart.

Out of use: ${retired.join(", ")}

What to do now:
1. Copy ${file} anew to where you keep your copy, apart from the data. The copy you have
   opens backups from before this moment, and nothing in the database as it is now.
2. Those backups still need the old key. Move the file named above to where the copies of your keys are, apart from
   the data and its backups, and delete it when the last of them is gone: now, if there is none. Should somebody else
   know the old key, they can read those backups, so delete them too.
3. To restore such a backup: add the line in that file as the last line of words.key, start Keel, and run this again.`;
}
