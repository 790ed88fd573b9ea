import { engineOf } from './by-engine.js';
import type { Database } from './database.js';
import { findDamage as findInPostgres } from './postgres/soundness.js';
import { findDamage as findInSqlite } from './sqlite/soundness.js';

/** What is damaged in the tables and their indexes, and rows that name missing rows, in the engine's words. */
export function findDamage(db: Database): Promise<string[]> {
  return engineOf(db) === 'sqlite' ? findInSqlite(db) : findInPostgres(db);
}
