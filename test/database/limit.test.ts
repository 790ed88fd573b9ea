import { expect, it } from 'vitest';
import { openDatabase } from '../../src/database/database.js';

it('writes a limit into the query, so that SQLite need not plan it at each run', () => {
  const db = openDatabase(':memory:');
  const { sql, parameters } = db.selectFrom('users').select('id').where('id', '>', 7).limit(3).compile();
  expect(sql).toBe('select "id" from "users" where "id" > ? limit 3');
  expect(parameters).toEqual([7]);
});
