import { expect, test } from 'vitest';
import { openMigrated } from '../support/engine.js';

const db = openMigrated();

const put = (to: typeof db, what: string) =>
  to.insertInto('reckonings').values({ what, version: '1' }).execute();
const all = async (of = db) =>
  (await of.selectFrom('reckonings').select('what').orderBy('what').execute()).map(({ what }) => what);

const MEANT_TRX = /sent by `db`, not by the `trx`/;

test.each<[string, () => Promise<unknown>]>([
  ['a read', () => all()],
  ['a write', () => put(db, 'lost')],
  ['a transaction', () => db.transaction().execute((trx) => put(trx, 'lost'))],
  ['a write after a wait', () => new Promise((resolve) => setImmediate(resolve)).then(() => put(db, 'lost'))],
])(
  'Inside a transaction %s by `db` throws at once, and nothing of the transaction stays',
  async (_what, work) => {
    const before = await all();
    const outer = db.transaction().execute(async (trx) => {
      await put(trx, 'half');
      await work();
    });
    await expect(outer).rejects.toThrow(MEANT_TRX);
    expect(await all()).toEqual(before);
    await put(db, `after ${_what}`);
    expect(await all()).toContain(`after ${_what}`);
  },
);

test('What is begun beside a transaction, or goes on after it, is no part of it', async () => {
  let goOn = () => {};
  const waiting = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  let after: Promise<unknown> = Promise.resolve();
  const outer = db.transaction().execute(async (trx) => {
    await put(trx, 'in it');
    await waiting;
    after = new Promise((resolve) => setTimeout(resolve, 20)).then(() => put(db, 'after it'));
  });
  await new Promise((resolve) => setImmediate(resolve));
  // A page that is asked for meanwhile reads what was there before, and does not wait.
  expect(await all()).not.toContain('in it');
  const beside = put(db, 'beside it');
  goOn();
  await Promise.all([outer, beside]);
  await after;
  expect(await all()).toEqual(expect.arrayContaining(['after it', 'beside it', 'in it']));
});

test('In a transaction of another database, begun in one of this, reads of both by their `db` throw', async () => {
  const other = openMigrated();
  await db.transaction().execute(async (trx) => {
    await put(trx, 'outer');
    expect(await all(other)).toEqual([]);
    await other.transaction().execute(async (inner) => {
      await put(inner, 'inner');
      await expect(all(other)).rejects.toThrow(MEANT_TRX);
      await expect(all()).rejects.toThrow(MEANT_TRX);
    });
    expect(await all(other)).toEqual(['inner']);
    await expect(all()).rejects.toThrow(MEANT_TRX);
  });
  expect(await all()).toContain('outer');
});

test('Changes come one after another, whichever fails', async () => {
  const results = await Promise.allSettled(
    Array.from({ length: 30 }, (_, n) =>
      db.transaction().execute(async (trx) => {
        await put(trx, `n ${n}`);
        await new Promise((resolve) => setImmediate(resolve));
        if (n % 3 === 0) throw new Error('given up');
      }),
    ),
  );
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
  expect((await all()).filter((what) => what.startsWith('n '))).toHaveLength(20);
});
