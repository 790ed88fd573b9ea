import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Migration, Migrator } from 'kysely';
import type { Database } from './database.js';

const FOLDER = path.resolve(import.meta.dirname, '../../migrations');

async function readMigrations(): Promise<Record<string, Migration>> {
  const files = (await readdir(FOLDER)).filter((file) => /^\d{4}_\w+\.(js|ts)$/.test(file)).sort();
  const migrations: Record<string, Migration> = {};
  for (const file of files) {
    migrations[path.parse(file).name] = await import(pathToFileURL(path.join(FOLDER, file)).href);
  }
  return migrations;
}

/**
 * Runs the pending migrations in one transaction: all, or none.
 * @param last the name of the migration to stop at; all when left out
 * @throws the first migration's own error
 */
export async function migrate(db: Database, last?: string): Promise<void> {
  // Kysely asks for them with the file locked, and other processes would wait for the disk.
  const migrations = await readMigrations();
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await (last ? migrator.migrateTo(last) : migrator.migrateToLatest());
  if (error) throw error;
}
