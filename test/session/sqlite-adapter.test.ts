import SqliteDatabase from 'better-sqlite3';
import { expect, it, vi } from 'vitest';
import { SqliteAdapter } from '../../src/session/store/sqlite/sqlite-adapter.js';

function adapterOverMemory() {
  const connection = new SqliteDatabase(':memory:');
  connection.exec('create table jars (name text primary key) strict');
  const report = vi.fn();
  return { connection, report, adapter: new SqliteAdapter(connection, report) };
}

it('has called back, once, by the time each method returns', () => {
  const { adapter } = adapterOverMemory();
  const exec = vi.fn();
  const run = vi.fn();
  const get = vi.fn();
  const all = vi.fn();
  adapter.exec('create table lids (size integer)', exec);
  adapter.run('insert into jars values (?)', ['plum'], run);
  adapter.get('select name from jars where name = ?', ['plum'], get);
  adapter.all('select name from jars', all);
  expect(exec.mock.calls).toEqual([[null, undefined]]);
  expect(run.mock.calls).toEqual([[null, undefined]]);
  expect(get.mock.calls).toEqual([[null, { name: 'plum' }]]);
  expect(all.mock.calls).toEqual([[null, [{ name: 'plum' }]]]);
});

it('gives undefined for a row that is not there', () => {
  const { adapter } = adapterOverMemory();
  const get = vi.fn();
  adapter.get('select name from jars where name = ?', ['quince'], get);
  expect(get.mock.calls).toEqual([[null, undefined]]);
});

it('writes through all(), which is how connect-sqlite3 saves a session', () => {
  const { adapter, connection } = adapterOverMemory();
  const all = vi.fn();
  adapter.all('insert into jars values (?)', ['fig'], all);
  expect(all.mock.calls).toEqual([[null, []]]);
  expect(connection.prepare('select count(*) from jars').pluck().get()).toBe(1);
});

it('hands an error to the callback, once, and reports it where there is none: a throw in a timer is the end', () => {
  const { adapter, report } = adapterOverMemory();
  const run = vi.fn();
  adapter.run('insert into jars values (?)', ['plum']);
  adapter.run('insert into jars values (?)', ['plum'], run);
  expect(run).toHaveBeenCalledTimes(1);
  expect(run.mock.calls[0]?.[0]).toMatchObject({ code: 'SQLITE_CONSTRAINT_PRIMARYKEY' });
  expect(report).not.toHaveBeenCalled();
  adapter.run('insert into jars values (?)', ['plum']);
  expect(report.mock.calls).toEqual([[expect.objectContaining({ code: 'SQLITE_CONSTRAINT_PRIMARYKEY' })]]);
  const broken = vi.fn();
  adapter.exec('no sql at all', broken);
  expect(broken.mock.calls).toEqual([[expect.objectContaining({ code: 'SQLITE_ERROR' })]]);
});

it('lets what a callback throws pass, and does not call it a second time', () => {
  const { adapter } = adapterOverMemory();
  const callback = vi.fn(() => {
    throw new Error('from the callback');
  });
  expect(() => adapter.get('select 1', [], callback)).toThrow('from the callback');
  expect(callback).toHaveBeenCalledTimes(1);
});

it('prepares each statement once', () => {
  const { adapter, connection } = adapterOverMemory();
  const prepare = vi.spyOn(connection, 'prepare');
  for (let i = 0; i < 5; i += 1) adapter.get('select name from jars where name = ?', [String(i)], () => {});
  expect(prepare).toHaveBeenCalledTimes(1);
});
