import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keepSession, type Proven } from "@/lib/auth/sessions";
import { hashToken, newToken } from "@/lib/crypto/tokens";
import { asSystem } from "@/lib/db/system";
import { thisDatabase } from "@/tests/support/own-database";
import { aPerson, type Person } from "@/tests/support/people";

let owner: pg.Client;
let inTheWay: pg.Client;
beforeAll(async () => {
  [owner, inTheWay] = [1, 2].map(() => new pg.Client({ connectionString: thisDatabase() })) as [
    pg.Client,
    pg.Client,
  ];
  await Promise.all([owner.connect(), inTheWay.connect()]);
});
afterAll(() => Promise.all([owner.end(), inTheWay.end()]));

const aSession = () => ({ tokenHash: hashToken(newToken()), deviceLabel: "A test", shared: false });
const provenOf = ({ email }: Person): Promise<Proven> =>
  asSystem([email], (db) =>
    db.account.findUniqueOrThrow({ where: { email }, select: { id: true, passphraseHash: true } }),
  );
const liveOf = ({ viewer: { id } }: Person) =>
  asSystem([id], (db) => db.session.count({ where: { accountId: id, revokedAt: null } }));
/** As a new passphrase does: the hash, and everybody out. */
const changes = ({ viewer: { id } }: Person) =>
  asSystem([id], async (db) => {
    await db.account.updateMany({ where: { id }, data: { passphraseHash: "another" } });
    await db.session.updateMany({ where: { accountId: id }, data: { revokedAt: new Date() } });
  });
const waiting = async () => {
  const { rowCount } = await owner.query(
    "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
  );
  return rowCount ?? 0;
};

describe("whoever signs in while the passphrase is changed", () => {
  it("is signed out with all others, where the passphrase had been judged before", async () => {
    const ada = await aPerson("Ada");
    const proven = await provenOf(ada);
    const session = aSession();
    // Holds the sign-in up in its last step.
    await inTheWay.query("begin");
    await inTheWay.query(
      "insert into sessions (account_id, token_hash, device_label) values ($1, $2, 'In the way')",
      [proven.id, session.tokenHash],
    );
    const opening = keepSession(proven, session);
    await expect.poll(waiting).toBe(1);
    let changed = false;
    const changing = changes(ada).then(() => {
      changed = true;
    });
    await expect.poll(async () => changed || (await waiting()) === 2).toBe(true);
    await inTheWay.query("rollback");
    await Promise.all([opening, changing]);
    expect(await liveOf(ada)).toBe(0);
  });

  it("opens nothing with the one that was, and all with the one that is", async () => {
    const ada = await aPerson("Ada");
    const before = await provenOf(ada);
    await changes(ada);
    expect(await keepSession(before, aSession())).toBe(false);
    expect(await liveOf(ada)).toBe(0);
    expect(await keepSession(await provenOf(ada), aSession())).toBe(true);
    expect(await liveOf(ada)).toBe(1);
  });
});
