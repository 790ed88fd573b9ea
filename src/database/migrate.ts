import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Migration, Migrator, sql } from 'kysely';
import { engineOf } from './by-engine.js';
import type { Database } from './database.js';
import type { Engine } from './engine/forms.js';

const FOLDER = path.resolve(import.meta.dirname, '../../migrations');

/** Those of both engines, and the engine's own, by name. */
async function readMigrations(engine: Engine): Promise<Record<string, Migration>> {
  const own = await namesIn(path.join(FOLDER, engine));
  const files = [...own, ...(await namesIn(FOLDER))].sort((one, other) =>
    path.parse(one).name < path.parse(other).name ? -1 : 1,
  );
  const migrations: Record<string, Migration> = {};
  for (const file of files) migrations[path.parse(file).name] = await import(pathToFileURL(file).href);
  return migrations;
}

async function namesIn(folder: string): Promise<string[]> {
  const files = await readdir(folder);
  return files.filter((file) => /^\d{4}_\w+\.(js|ts)$/.test(file)).map((file) => path.join(folder, file));
}

/** A newer Larder has changed the tables. */
export class NewerData extends Error {
  constructor(needed: string, last: string) {
    super(
      `The data was last used by a newer Larder, which made ${needed} of it; this one knows its tables up to ${last}. Start that Larder, or a newer one`,
    );
  }
}

/**
 * Runs the pending migrations in one transaction: all, or none. Another process that migrates is waited for.
 * @param last the name of the migration to stop at; all when left out
 * @throws NewerData, with nothing changed; the first migration's own error
 */
export async function migrate(db: Database, last?: string): Promise<void> {
  // Kysely asks for them with the file locked, and other processes would wait for the disk.
  const migrations = await readMigrations(engineOf(db));
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await (last ? migrator.migrateTo(last) : migrator.migrateToLatest());
  if (!error) return;
  const known = Object.keys(migrations);
  const [needed] = (await namesOfDone(db)).filter((name) => !known.includes(name)).slice(-1);
  throw needed === undefined ? error : new NewerData(needed, known.at(-1) ?? '');
}

async function namesOfDone(db: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}
