import { type Kysely, sql } from 'kysely';

/** Damaged pages and indexes, and rows that name missing rows, as SQLite reports them. */
export async function findDamage<T>(db: Kysely<T>): Promise<string[]> {
  const integrity = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
  const dangling = await sql<{ table: string; parent: string }>`pragma foreign_key_check`.execute(db);
  return [
    ...integrity.rows.map((row) => row.integrity_check).filter((said) => said !== 'ok'),
    ...dangling.rows.map((row) => `a row of ${row.table} names one of ${row.parent} that is not there`),
  ];
}
