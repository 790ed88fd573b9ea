import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { byEngine, engineOf } from '../../src/database/by-engine.js';
import { openDatabase, openPostgres } from '../../src/database/database.js';
import { anyOf, anyOfJson, eachOf } from '../../src/database/lists.js';
import { openPool } from '../../src/database/postgres/pool.js';

const sqlite = openDatabase(':memory:');
// Never connected to.
const postgres = openPostgres(openPool('postgres://nobody@127.0.0.1:1/none'));

/** The same query as each engine is asked it. */
function compiled(
  build: (db: typeof sqlite) => { compile(): { sql: string; parameters: readonly unknown[] } },
) {
  return [sqlite, postgres].map((db) => {
    const { sql: text, parameters } = build(db).compile();
    return { sql: text, parameters };
  });
}

test('each engine compiles its own form of a piece of SQL, with its values and no other', () => {
  const [one, other] = compiled((db) =>
    db
      .selectFrom('foods')
      .select('id')
      .where('id', '=', 1)
      .where(byEngine<boolean>({ sqlite: sql`name glob ${'a*'}`, postgres: sql`name ~ ${'^a'}` }))
      .where('id', '<', 9),
  );
  expect(one).toEqual({
    sql: 'select "id" from "foods" where "id" = ? and name glob ? and "id" < ?',
    parameters: [1, 'a*', 9],
  });
  expect(other).toEqual({
    sql: 'select "id" from "foods" where "id" = $1 and name ~ $2 and "id" < $3',
    parameters: [1, '^a', 9],
  });
  expect([engineOf(sqlite), engineOf(postgres)]).toEqual(['sqlite', 'postgres']);
});

test('SQLite is asked for lists as it was before there was another engine', () => {
  const foods = (db: typeof sqlite) => db.selectFrom('foods').select('id');
  const asked = [
    compiled((db) => foods(db).where('id', 'in', anyOf([4]))),
    compiled((db) => foods(db).where('id', 'in', anyOf([4, 5]))),
    compiled((db) => foods(db).where('name_key', 'in', anyOfJson('["a"]'))),
    compiled((db) => db.selectFrom(eachOf([4, 5]).as('f')).select('f.value')),
  ];
  expect(asked.map(([one]) => one)).toEqual([
    { sql: 'select "id" from "foods" where "id" in (?)', parameters: [4] },
    {
      sql: 'select "id" from "foods" where "id" in (select value from json_each(?))',
      parameters: ['[4,5]'],
    },
    {
      sql: 'select "id" from "foods" where "name_key" in (select value from json_each(?))',
      parameters: ['["a"]'],
    },
    { sql: 'select "f"."value" from json_each(?) as "f"', parameters: ['[4,5]'] },
  ]);
});

test('PostgreSQL is asked for a list by an array, which an index answers', () => {
  const foods = (db: typeof sqlite) => db.selectFrom('foods').select('id');
  const [, many] = compiled((db) => foods(db).where('id', 'in', anyOf([4, 5])));
  expect(many).toEqual({
    sql: 'select "id" from "foods" where "id" = any($1::bigint[])',
    parameters: [[4, 5]],
  });
  const [, none] = compiled((db) => foods(db).where('name', 'in', anyOf<string>([])));
  expect(none?.sql).toBe('select "id" from "foods" where "name" in (null)');
  const [, literal] = compiled((db) => foods(db).where('name', 'in', ['a', 'b']));
  expect(literal?.sql).toBe('select "id" from "foods" where "name" in ($1, $2)');
});

test('PostgreSQL puts null where SQLite does: first, or last from behind', () => {
  const [, asked] = compiled((db) =>
    db
      .selectFrom('items')
      .select('id')
      .orderBy('items.best_before')
      .orderBy('last_on', 'desc')
      .orderBy('id', 'desc')
      .limit(3),
  );
  expect(asked?.sql).toBe(
    'select "id" from "items" order by "items"."best_before" nulls first, "last_on" desc nulls last, "id" desc limit $1',
  );
});
