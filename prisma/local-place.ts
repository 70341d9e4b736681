import { execFileSync, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readlinkSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { LocalPostgresUnusable } from "./local-errors";

/** Who Postgres runs as. Undefined means: as whoever started us. */
export type Account = { readonly uid: number; readonly gid: number } | undefined;

/** A link is still to be made once the database in the folder is whole: after that, a link without a folder means loss. */
export type Place = { readonly folder: string; readonly account: Account; readonly link?: string };

/** Where root keeps what another account must be able to reach. */
export const SHARED_PLACE = "/var/lib/keel";

/**
 * Where the data lives. Postgres refuses to run as root, so under root it runs as another account; when that one
 * cannot enter this folder, the data lives beside it and a link says where.
 */
export function placeIn(home: string, say: (sentence: string) => void): Place {
  const folder = join(home, "postgres");
  if (process.getuid?.() !== 0) return { folder, account: undefined };
  chmodSync(home, 0o711);
  if (isLink(folder)) return linkedPlace(folder);
  if (existsSync(folder)) return existingPlace(folder);
  const account = postgresAccount();
  if (canReach(account, home)) return { folder, account };
  return { folder: makeRoomElsewhere(account, say), account, link: folder };
}

function linkedPlace(folder: string): Place {
  const target = readlinkSync(folder);
  if (existsSync(target)) return existingPlace(target);
  throw new LocalPostgresUnusable(
    `The database belongs in ${target}, which is gone. Put it back, or remove the link ${folder} to begin with an empty one.`,
  );
}

function existingPlace(folder: string): Place {
  const { uid, gid } = statSync(folder);
  const account = uid === 0 ? postgresAccount() : { uid, gid };
  if (canReach(account, dirname(folder))) return { folder, account };
  throw new LocalPostgresUnusable(
    `The account that owns the database (${uid}) cannot enter ${dirname(folder)}. Start Keel as that account, or open the folders above it to others (chmod o+x).`,
  );
}

function makeRoomElsewhere(account: NonNullable<Account>, say: (sentence: string) => void): string {
  const room = join(SHARED_PLACE, randomBytes(6).toString("hex"));
  mkdirSync(SHARED_PLACE, { recursive: true, mode: 0o755 });
  mkdirSync(room);
  chownSync(room, account.uid, account.gid);
  const target = join(room, "postgres");
  say(
    `Postgres does not run as root and its own account cannot enter this folder, so the database is kept in ${target}.`,
  );
  return target;
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function postgresAccount(): NonNullable<Account> {
  const known = accountNamed("postgres");
  if (known) return known;
  spawnSync("useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"]);
  const made = accountNamed("postgres");
  if (made) return made;
  throw new LocalPostgresUnusable(
    "Postgres does not run as root, and an account named postgres could not be made. Start Keel as an ordinary user, or set DATABASE_URL to a Postgres of your own.",
  );
}

function accountNamed(name: string): Account {
  try {
    const id = (flag: string) =>
      Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return undefined;
  }
}

/** Whether the account may enter the folder, judged by the system and not by reading modes. */
export function canReach(account: Account, folder: string): boolean {
  if (!account) return true;
  return spawnSync("/bin/sh", ["-c", 'test -x "$0"', folder], { ...account, cwd: "/" }).status === 0;
}
