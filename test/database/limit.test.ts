import { expect, it } from 'vitest';
import { openDatabase } from '../../src/database/database.js';

it('sends a limit as a sum, so that SQLite need not plan the query at each run', () => {
  const db = openDatabase(':memory:');
  const { sql, parameters } = db.selectFrom('users').select('id').where('id', '>', 7).limit(3).compile();
  expect(sql).toBe('select "id" from "users" where "id" > ? limit (? + 0)');
  expect(parameters).toEqual([7, 3]);
});
