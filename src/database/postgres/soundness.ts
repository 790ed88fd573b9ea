import { type Kysely, sql } from 'kysely';

/**
 * Indexes and rules that are not in force, such as an index whose making was broken off. PostgreSQL keeps foreign keys
 * itself and checks pages as it reads them; who hosts it looks closer with `pg_amcheck`.
 */
export async function findDamage<T>(db: Kysely<T>): Promise<string[]> {
  const indexes = await sql<{ name: string }>`select c.relname as name from pg_index i
    join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = current_schema() and not (i.indisvalid and i.indisready)`.execute(db);
  const rules = await sql<{ name: string }>`select c.conname as name from pg_constraint c
    join pg_namespace n on n.oid = c.connamespace
    where n.nspname = current_schema() and not c.convalidated`.execute(db);
  return [
    ...indexes.rows.map(({ name }) => `the index ${name} is not whole`),
    ...rules.rows.map(({ name }) => `the rule ${name} is not in force`),
  ];
}
