import { sql } from 'kysely';
import type { Database } from '../../src/database/database.js';

/** How much many households have, each alike. */
export interface Many {
  households: number;
  /** Of each: as many actions with an entry each, and a third as many items and shopping lines. */
  foods: number;
}

/** A household's foods have such names. */
const NAMES = ['Milk', 'Rye bread', 'Tomatoes', 'Cheddar', 'Olive oil', 'Yoghurt', 'Spinach', 'Coffee'];

/**
 * Fills a PostgreSQL that has nothing with many ordinary households at once: triggers and checks of rows that name
 * others are left out, so the rows have to be right. Ids: household h has user h and places 3h-2 to 3h; its foods,
 * actions and entries are those from (h-1)*foods+1 on.
 */
export async function fillMany(db: Database, { households: h, foods: f }: Many): Promise<void> {
  const names = sql`(array[${sql.join(NAMES.map((name) => sql.lit(name)))}])`;
  const all = sql`generate_series(1, ${sql.lit(h)}) h`;
  const each = sql`${all}, generate_series(1, ${sql.lit(f)}) n`;
  const id = sql`(h - 1) * ${sql.lit(f)} + n`;
  const at = sql`'2026-02-01T00:00:00.000Z'`;
  await db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    const statements = [
      sql`insert into households (id, name, time_zone, created_at) select h, 'Home ' || h, 'UTC', ${at} from ${all}`,
      sql`insert into users (id, username, username_key, password_hash, first_name, last_name, current_household_id, created_at)
        select h, 'u' || h, 'u' || h, 'x', 'U' || h, '', h, ${at} from ${all}`,
      sql`insert into memberships select h, h, 'owner', ${at} from ${all}`,
      sql`insert into places (id, household_id, name, name_key, kind, created_at)
        select (h - 1) * 3 + n, h, 'Place ' || n, 'place ' || n, (array['fridge', 'freezer', 'pantry'])[n], ${at}
        from ${all}, generate_series(1, 3) n`,
      sql`insert into foods (id, household_id, name, name_key, created_at)
        select ${id}, h, ${names}[n % 8 + 1] || ' ' || n, lower(${names}[n % 8 + 1]) || ' ' || n, ${at} from ${each}`,
      sql`insert into food_words select household_id, id, '  ' || replace(name_key, ' ', '   ') || ' ' from foods`,
      sql`insert into actions (id, household_id, user_id, kind, created_at)
        select ${id}, h, h, (array['item_added', 'eaten', 'put_away'])[n % 3 + 1], '2026-02-' || lpad((n % 27 + 1)::text, 2, '0') || 'T00:00:00.000Z' from ${each}`,
      sql`insert into journal_entries (id, action_id, subject, subject_id, before, after, food_id, place_before, place_after)
        select ${id}, ${id}, 'item', ${id}, '{}', case when n % 3 = 1 then null else '{}' end, ${id}, h * 3 - n % 3, h * 3 - n % 3 from ${each}`,
      sql`insert into items (id, household_id, place_id, food_id, quantity_milli, unit, best_before, last_on, bought_on, created_at)
        select ${id}, h, h * 3 - n / 3 % 3, ${id}, 1000, '', '2026-03-' || lpad((n % 27 + 1)::text, 2, '0'), '2026-03-' || lpad((n % 27 + 1)::text, 2, '0'), '2026-02-01', ${at} from ${each} where n % 3 = 0`,
      sql`insert into shopping_lines (id, household_id, name, name_key, unit, note, added_by, created_at, ticked_at, put_away_in)
        select ${id}, h, 'Line ' || n, 'line ' || n, '', '', h, ${at}, case when n % 10 = 0 then null else ${at} end, case when n % 10 = 0 then null else ${id} end from ${each} where n % 2 = 0`,
    ];
    for (const statement of statements) await statement.execute(trx);
    for (const table of [
      'households',
      'users',
      'places',
      'foods',
      'actions',
      'journal_entries',
      'items',
      'shopping_lines',
    ])
      await sql`select setval(pg_get_serial_sequence(${table}, 'id'), (select max(id) from ${sql.table(table)}))`.execute(
        trx,
      );
  });
  await sql`vacuum analyze`.execute(db);
}
