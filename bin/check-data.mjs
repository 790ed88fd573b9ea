import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { command, importBuilt, readEnvFile, root, Trouble } from './lib/project.mjs';

// Looks through a folder of data (DATA_DIR) without changing anything; Larder may run meanwhile.
await command(async () => {
  await ensureInstalled();
  ensureBuilt();
  process.chdir(root);
  readEnvFile();
  const { readConfig } = await importBuilt('src/config.js');
  const file = path.join(readConfig(process.env).dataDir, 'larder.sqlite');
  if (!existsSync(file))
    throw new Trouble(`There is no ${file}. DATA_DIR says which folder to look through.`);
  const problems = await check(file);
  if (problems.length > 0) throw new Trouble(`${problems.length} problems:\n${problems.join('\n')}`);
  console.log('The stock is just what the journal says, and the file is sound.');
});

/** @param {string} file @returns {Promise<string[]>} */
async function check(file) {
  const { openDatabase } = await importBuilt('src/database/database.js');
  const { findDamage } = await importBuilt('src/database/soundness.js');
  const { checkLetters } = await importBuilt('src/food-names/food-words.repository.js');
  const { checkStock, listHouseholdIds } = await importBuilt('src/history/check.repository.js');
  const db = openDatabase(file);
  try {
    const problems = [...(await findDamage(db)), ...(await checkLetters(db))];
    for (const id of await listHouseholdIds(db)) {
      const { itemCount, entryCount, problems: own } = await checkStock(db, id);
      console.log(`Household ${id}: ${itemCount} items, ${entryCount} journal entries`);
      problems.push(...own.map((/** @type {string} */ problem) => `Household ${id}: ${problem}`));
    }
    return problems;
  } finally {
    await db.destroy();
  }
}
