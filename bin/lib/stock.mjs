import { existsSync } from 'node:fs';
import path from 'node:path';
import { importBuilt, Trouble } from './project.mjs';

/**
 * Opens what the households have, where the settings say that it is kept: in a PostgreSQL, or in a folder.
 * @param {{ databaseUrl: string | undefined, dataDir: string }} config
 * @returns {Promise<import('../../src/database/database.js').Database>}
 */
export async function openStock({ databaseUrl, dataDir }) {
  const { openDatabase, openPostgres } = await importBuilt('src/database/database.js');
  if (databaseUrl !== undefined) {
    const { openPool } = await importBuilt('src/database/postgres/pool.js');
    return openPostgres(openPool(databaseUrl));
  }
  const file = path.join(dataDir, 'larder.sqlite');
  if (!existsSync(file)) throw new Trouble(`There is no ${file}. DATA_DIR says which folder it is.`);
  return openDatabase(file);
}
