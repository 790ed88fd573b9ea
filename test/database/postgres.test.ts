import { sql } from 'kysely';
import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.js';
import { inAccount, inHousehold, inHouseholds } from '../../src/database/locks.js';
import { migrate } from '../../src/database/migrate.js';
import { OutcomeUnknown } from '../../src/database/postgres/errors.js';
import { isBusy } from '../../src/database/when-free.js';
import type { Member } from '../../src/members/member.js';
import { newcomer } from '../stock/households.js';
import { newPostgres, openAt, openMigrated } from '../support/engine.js';

const put = (to: Database, what: string) =>
  to.insertInto('reckonings').values({ what, version: '1' }).execute();
const has = async (db: Database, what: string) =>
  (await db.selectFrom('reckonings').select('what').where('what', '=', what).execute()).length;

/** The connection that a transaction has, as the server names it. */
async function connectionOf(trx: Database): Promise<number> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
  return rows[0]?.pid ?? 0;
}

describe('On PostgreSQL', () => {
  let db: Database;
  /** Another process's. */
  let other: Database;
  let [ada, ben]: Member[] = [];

  beforeAll(async () => {
    const { url, made } = newPostgres();
    db = openAt(url, made);
    other = openAt(url, made);
    ada = await newcomer(db, 'ada');
    ben = await newcomer(db, 'ben');
  });

  const cut = (pid: number) => sql`select pg_terminate_backend(${pid})`.execute(other);

  test('what a lost connection took back is done again, once', async () => {
    let times = 0;
    await inHousehold(db, ada as Member, async (trx) => {
      times += 1;
      await put(trx, 'again');
      if (times > 1) return;
      await cut(await connectionOf(trx));
      await has(trx, 'again');
    });
    expect([times, await has(db, 'again')]).toEqual([2, 1]);
  });

  test('what may have been committed is not done again: that its outcome is unknown is said', async () => {
    let times = 0;
    const cutAtTheEnd = db.transaction().execute(async (trx) => {
      times += 1;
      await put(trx, 'at the end');
      await cut(await connectionOf(trx));
    });
    const error = await cutAtTheEnd.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(OutcomeUnknown);
    expect([times, isBusy(error)]).toEqual([1, false]);
    await put(db, 'and the next one goes through');
  });

  test('an error in a transaction is told as it is, and the connection serves on', async () => {
    const twice = db.transaction().execute(async (trx) => {
      await put(trx, 'twice');
      await put(trx, 'twice');
    });
    await expect(twice).rejects.toThrow(/unique/);
    expect(await has(db, 'twice')).toBe(0);
  });

  test('two that wait for each other both get through', async () => {
    const [one, two] = [ada, ben].map((member) => member?.household.id ?? 0) as [number, number];
    const crossing = (first: number, second: number, what: string) =>
      db.transaction().execute(async (trx) => {
        await inHouseholds(trx, [first], async () => {});
        await new Promise((resolve) => setTimeout(resolve, 100));
        await inHouseholds(trx, [second], async () => {});
        await put(trx, what);
      });
    await Promise.all([crossing(one, two, 'one way'), crossing(two, one, 'the other way')]);
    expect([await has(db, 'one way'), await has(db, 'the other way')]).toEqual([1, 1]);
  });

  test('changes of one household overlap with none of it, and do overlap with another’s', async () => {
    const events: string[] = [];
    const change = (who: Member | undefined, name: string, until: Promise<unknown>) =>
      inHousehold(db, who as Member, async () => {
        events.push(`${name} begins`);
        await until;
        events.push(`${name} ends`);
      });
    let go = () => {};
    const waiting = new Promise<void>((resolve) => {
      go = resolve;
    });
    const first = change(ada, 'hers', waiting);
    await expect.poll(() => events).toEqual(['hers begins']);
    const second = change(ada, 'hers too', Promise.resolve());
    await change(ben, 'his', Promise.resolve());
    expect(events).toEqual(['hers begins', 'his begins', 'his ends']);
    go();
    await Promise.all([first, second]);
    expect(events.slice(3)).toEqual(['hers ends', 'hers too begins', 'hers too ends']);
  });

  test('what belongs to an account waits for its other changes alone', async () => {
    const counts = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        inAccount(db, ada?.user.id ?? 0, async (trx) => {
          const { rows } = await sql<{ n: number }>`select count(*) as n from reckonings`.execute(trx);
          await put(trx, `account ${n}`);
          return rows[0]?.n;
        }),
      ),
    );
    expect(new Set(counts).size).toBe(8);
  });

  test('ids, counts and sums are numbers, and nothing changes for others who use the driver', async () => {
    const { rows } = await sql`select 9007199254740991::bigint as id, count(*) as n, sum(2.5) as s`.execute(
      db,
    );
    expect(rows).toEqual([{ id: Number.MAX_SAFE_INTEGER, n: 1, s: 2.5 }]);
    expect(pg.types.getTypeParser(20)('7')).toBe('7');
  });

  test('tables that a newer Larder made are left alone, with a sentence that says so', async () => {
    const newer = openMigrated();
    await sql`insert into kysely_migration values ('9001_recipes', '2030-01-01T00:00:00Z')`.execute(newer);
    await expect(migrate(newer)).rejects.toThrow(/newer Larder, which made 9001_recipes of it/);
  });
});
