import { sql } from 'kysely';
import type { Database } from './database.js';

/** What SQLite itself finds wrong with a file: damaged pages and indexes, rows that name rows which are not there. */
export async function findDamage(db: Database): Promise<string[]> {
  const integrity = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
  const dangling = await sql<{ table: string; parent: string }>`pragma foreign_key_check`.execute(db);
  return [
    ...integrity.rows.map((row) => row.integrity_check).filter((said) => said !== 'ok'),
    ...dangling.rows.map((row) => `a row of ${row.table} names one of ${row.parent} that is not there`),
  ];
}
